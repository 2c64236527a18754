import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { PanelBoundary } from './panel-boundary.tsx';
import { useTakeOut } from './use-take-out.ts';

const Canvas = lazy(async () => ({ default: (await import('../canvas/canvas-panel.tsx')).CanvasPanel }));
const Inspector = lazy(async () => ({
  default: (await import('../inspector/inspector-panel.tsx')).InspectorPanel,
}));
const Code = lazy(async () => ({ default: (await import('../code/code-panel.tsx')).CodePanel }));
const Simulator = lazy(async () => ({
  default: (await import('../simulator/simulator-panel.tsx')).SimulatorPanel,
}));
const Problems = lazy(async () => ({
  default: (await import('../problems/problems-panel.tsx')).ProblemsPanel,
}));

function Room({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { exportYaml } = useTakeOut();
  return (
    <div data-studio-panel={name} className="h-full min-h-0">
      <PanelBoundary name={`The ${name}`} onExport={exportYaml}>
        <Suspense fallback={<div aria-busy className="h-full bg-surface" />}>{children}</Suspense>
      </PanelBoundary>
    </div>
  );
}

export function CanvasRoom() {
  return (
    <Room name="canvas">
      <Canvas />
    </Room>
  );
}

export function InspectorRoom() {
  return (
    <Room name="inspector">
      <Inspector />
    </Room>
  );
}

export function CodeRoom() {
  return (
    <Room name="code">
      <Code />
    </Room>
  );
}

export function SimulatorRoom() {
  return (
    <Room name="simulator">
      <Simulator />
    </Room>
  );
}

export function ProblemsRoom() {
  return (
    <Room name="problems">
      <Problems />
    </Room>
  );
}
