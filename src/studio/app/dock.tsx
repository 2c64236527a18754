import { ChevronDown, ChevronUp, PanelBottom, PanelRight } from 'lucide-react';
import { useViewState, viewNow } from '../session/view-state.ts';
import type { DockTab } from '../session/view-state.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Tabs } from '../ui/tabs.tsx';
import type { Tab } from '../ui/tabs.tsx';
import { CodeSlot } from './code-keeper.tsx';
import { ProblemsRoom, SimulatorRoom } from './panels.tsx';
import { ProblemBadge } from './problem-count.tsx';

const words: Readonly<Record<DockTab, string>> = {
  code: 'Code',
  simulator: 'Simulator',
  problems: 'Problems',
};

/** In Simulate mode the simulator stands beside the canvas, not in the dock. */
export function useDockTabs(): { readonly tabs: readonly DockTab[]; readonly current: DockTab } {
  const isSimulating = useViewState(({ mode }) => mode === 'simulate');
  const dock = useViewState(({ dock }) => dock);
  const tabs: readonly DockTab[] = isSimulating ? ['code', 'problems'] : ['code', 'simulator', 'problems'];
  return { tabs, current: tabs.includes(dock) ? dock : 'code' };
}

export function Dock() {
  const { tabs, current } = useDockTabs();
  const place = useViewState(({ dockPlace }) => dockPlace);
  const { setDock, setDockPlace, setDockOpen } = viewNow();

  const all: Readonly<Record<DockTab, Tab>> = {
    code: { value: 'code', label: words.code, content: <CodeSlot /> },
    simulator: { value: 'simulator', label: words.simulator, content: <SimulatorRoom /> },
    problems: {
      value: 'problems',
      label: words.problems,
      content: <ProblemsRoom />,
      badge: <ProblemBadge />,
    },
  };
  return (
    <Tabs
      label="Dock"
      className="h-full bg-surface"
      value={current}
      onChange={(value) => {
        const tab = tabs.find((tab) => tab === value);
        if (tab !== undefined) setDock(tab);
      }}
      tabs={tabs.map((tab) => all[tab])}
      aside={
        <>
          <IconButton
            label={place === 'below' ? 'Dock beside the canvas' : 'Dock below the canvas'}
            onClick={() => setDockPlace(place === 'below' ? 'beside' : 'below')}
          >
            {place === 'below' ? <PanelRight aria-hidden /> : <PanelBottom aria-hidden />}
          </IconButton>
          <IconButton label="Hide the dock" shortcut="mod+j" onClick={() => setDockOpen(false)}>
            <ChevronDown aria-hidden />
          </IconButton>
        </>
      }
    />
  );
}

/** What is left of a hidden dock: its tabs, one click away. */
export function DockStrip() {
  const { tabs } = useDockTabs();
  const { setDock, setDockOpen } = viewNow();
  return (
    <nav
      aria-label="Hidden dock"
      className="flex h-8 shrink-0 items-center border-t border-line bg-surface px-2"
    >
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          className="flex h-7 items-center gap-1.5 rounded-sm px-2.5 text-sm font-medium text-muted hover:bg-hover hover:text-ink"
          onClick={() => setDock(tab)}
        >
          {words[tab]}
          {tab === 'problems' && <ProblemBadge />}
        </button>
      ))}
      <IconButton
        className="ml-auto"
        label="Show the dock"
        shortcut="mod+j"
        onClick={() => setDockOpen(true)}
      >
        <ChevronUp aria-hidden />
      </IconButton>
    </nav>
  );
}
