import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useViewState } from '../session/view-state.ts';
import { classNames } from '../ui/class-names.ts';
import { Dock, DockStrip } from './dock.tsx';
import { CanvasRoom, InspectorRoom, OutlineRoom, ReadingRoom, SimulatorRoom } from './panels.tsx';

/** Outline on the left, canvas or reading view in the middle, inspector or simulator on the right, dock below or beside. Sizes are remembered. */
export function WideLayout() {
  const { mode, view, dockPlace, dockOpen, outlineOpen, inspectorOpen } = useViewState();
  const side = sideOf(mode, inspectorOpen);
  const outer = useDefaultLayout({
    id: 'sopwright-outer',
    panelIds: [...(outlineOpen ? ['outline'] : []), 'main', ...(side === undefined ? [] : [side])],
  });
  const inner = useDefaultLayout({
    id: `sopwright-inner-${dockPlace}`,
    panelIds: dockOpen ? ['canvas', 'dock'] : ['canvas'],
  });
  const below = dockPlace === 'below';

  return (
    <main className="flex min-h-0 grow flex-col">
      <Group orientation="horizontal" className="min-h-0 grow" {...outer}>
        {outlineOpen && (
          <>
            <Panel
              id="outline"
              minSize={200}
              maxSize="45%"
              defaultSize={280}
              groupResizeBehavior="preserve-pixel-size"
            >
              <OutlineRoom />
            </Panel>
            <Divider vertical label="Resize the outline" />
          </>
        )}
        <Panel id="main" minSize={320}>
          <Group orientation={below ? 'vertical' : 'horizontal'} {...inner}>
            <Panel id="canvas" minSize={below ? 140 : 280}>
              {view === 'read' ? <ReadingRoom /> : <CanvasRoom />}
            </Panel>
            {dockOpen && (
              <>
                <Divider vertical={!below} label="Resize the dock" />
                <Panel id="dock" minSize={below ? 120 : 280} defaultSize={below ? '38%' : '42%'}>
                  <Dock />
                </Panel>
              </>
            )}
          </Group>
        </Panel>
        {side !== undefined && (
          <>
            <Divider vertical label={`Resize the ${side}`} />
            <Panel
              key={side}
              id={side}
              minSize={side === 'simulator' ? 320 : 260}
              maxSize="60%"
              defaultSize={side === 'simulator' ? 460 : 340}
              groupResizeBehavior="preserve-pixel-size"
            >
              {side === 'simulator' ? <SimulatorRoom /> : <InspectorRoom />}
            </Panel>
          </>
        )}
      </Group>
      {!dockOpen && <DockStrip />}
    </main>
  );
}

function sideOf(mode: 'design' | 'simulate', inspectorOpen: boolean): 'inspector' | 'simulator' | undefined {
  if (mode === 'simulate') return 'simulator';
  return inspectorOpen ? 'inspector' : undefined;
}

function Divider({ vertical, label }: { readonly vertical: boolean; readonly label: string }) {
  return (
    <Separator
      aria-label={label}
      className={classNames(
        'relative z-10 shrink-0 bg-line transition-colors hover:bg-accent focus-visible:bg-accent focus-visible:outline-none data-[separator=active]:bg-accent',
        vertical
          ? 'w-px after:absolute after:inset-y-0 after:-inset-x-1'
          : 'h-px after:absolute after:inset-x-0 after:-inset-y-1',
      )}
    />
  );
}
