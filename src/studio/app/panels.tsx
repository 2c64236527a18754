import { Suspense, useState } from 'react';
import { PanelBoundary } from './panel-boundary.tsx';
import { panelSource } from './panel-source.ts';
import type { PanelSource } from './panel-source.ts';
import { useTakeOut } from './use-take-out.ts';

const canvas = panelSource(async () => (await import('../canvas/canvas-panel.tsx')).CanvasPanel);
const reading = panelSource(async () => (await import('../reading/reading-view.tsx')).ReadingView);
const outline = panelSource(async () => (await import('../outline/outline-panel.tsx')).OutlinePanel);
const inspector = panelSource(async () => (await import('../inspector/inspector-panel.tsx')).InspectorPanel);
const code = panelSource(async () => (await import('../code/code-panel.tsx')).CodePanel);
const simulator = panelSource(async () => (await import('../simulator/simulator-panel.tsx')).SimulatorPanel);
const problems = panelSource(async () => (await import('../problems/problems-panel.tsx')).ProblemsPanel);

interface RoomProps {
  readonly name: string;
  readonly source: PanelSource;
}

function Room({ name, source }: RoomProps) {
  const { exportYaml } = useTakeOut();
  const [Panel, setPanel] = useState(() => source.current());
  return (
    <div data-studio-panel={name} className="h-full min-h-0">
      <PanelBoundary
        name={`The ${name}`}
        onExport={exportYaml}
        onRetry={() => {
          source.renew();
          setPanel(() => source.current());
        }}
      >
        <Suspense fallback={<div aria-busy className="h-full bg-surface" />}>
          <Panel />
        </Suspense>
      </PanelBoundary>
    </div>
  );
}

export function CanvasRoom() {
  return <Room name="canvas" source={canvas} />;
}

export function ReadingRoom() {
  return <Room name="reading" source={reading} />;
}

export function OutlineRoom() {
  return <Room name="outline" source={outline} />;
}

export function InspectorRoom() {
  return <Room name="inspector" source={inspector} />;
}

export function CodeRoom() {
  return <Room name="code" source={code} />;
}

export function SimulatorRoom() {
  return <Room name="simulator" source={simulator} />;
}

export function ProblemsRoom() {
  return <Room name="problems" source={problems} />;
}
