import { FindBar } from '../find/find-bar.tsx';
import { CheatSheet } from '../palette/cheat-sheet.tsx';
import { CommandPalette } from '../palette/command-palette.tsx';
import { useMedia } from '../ui/use-media.ts';
import { CodeKeeper } from './code-keeper.tsx';
import { NarrowLayout } from './narrow-layout.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { TopBar } from './top-bar.tsx';
import { TravelStatus } from './travel.tsx';
import { useTakeOut } from './use-take-out.ts';
import { WideLayout } from './wide-layout.tsx';
import { WindowHabits } from './window-habits.tsx';

/** The studio on one open procedure. */
export function StudioWindow() {
  const isNarrow = useMedia('(max-width: 767px)');
  const { exportYaml } = useTakeOut();
  return (
    <div className="flex h-full flex-col overflow-hidden">
      <TopBar isNarrow={isNarrow} />
      <div className="relative flex min-h-0 grow flex-col">
        <PanelBoundary name="The studio" onExport={exportYaml}>
          <CodeKeeper>{isNarrow ? <NarrowLayout /> : <WideLayout />}</CodeKeeper>
        </PanelBoundary>
        <FindBar />
      </div>
      <CommandPalette />
      <CheatSheet />
      <TravelStatus />
      <WindowHabits />
    </div>
  );
}
