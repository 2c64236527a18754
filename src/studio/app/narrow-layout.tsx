import { BookOpenText, Code, MessagesSquare, SlidersHorizontal, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useViewState, viewNow } from '../session/view-state.ts';
import { classNames } from '../ui/class-names.ts';
import { CanvasRoom, CodeRoom, InspectorRoom, ProblemsRoom, SimulatorRoom } from './panels.tsx';
import { ReadingView } from '../reading/reading-view.tsx';

type NarrowTab = 'canvas' | 'read' | 'details' | 'code' | 'simulator' | 'problems';

const tabs: readonly { readonly tab: NarrowTab; readonly word: string; readonly icon: ReactNode }[] = [
  { tab: 'canvas', word: 'Canvas', icon: <Workflow aria-hidden /> },
  { tab: 'read', word: 'Read', icon: <BookOpenText aria-hidden /> },
  { tab: 'details', word: 'Details', icon: <SlidersHorizontal aria-hidden /> },
  { tab: 'code', word: 'Code', icon: <Code aria-hidden /> },
  { tab: 'simulator', word: 'Simulate', icon: <MessagesSquare aria-hidden /> },
];

/** One room at a time, for a phone. */
export function NarrowLayout() {
  const [tab, setTab] = useState<NarrowTab>(() => (viewNow().mode === 'simulate' ? 'simulator' : 'canvas'));

  // Panels ask for another by the view state, as they do on a wide screen.
  useEffect(
    () =>
      useViewState.subscribe((state, before) => {
        if (state.mode !== before.mode) setTab(state.mode === 'simulate' ? 'simulator' : 'canvas');
        else if (state.inspectorWish !== before.inspectorWish) setTab('details');
        else if (state.dockWish !== before.dockWish) setTab(state.dock);
      }),
    [],
  );

  return (
    <div className="flex min-h-0 grow flex-col">
      <main className="min-h-0 grow overflow-hidden">{roomOf(tab, () => setTab('details'))}</main>
      <nav aria-label="Rooms" className="flex shrink-0 border-t border-line bg-surface">
        {tabs.map(({ tab: each, word, icon }) => (
          <button
            key={each}
            type="button"
            aria-current={each === tab ? 'page' : undefined}
            onClick={() => setTab(each)}
            className={classNames(
              'flex h-14 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 text-2xs font-medium [&_svg]:size-5',
              each === tab ? 'text-accent-ink' : 'text-muted',
            )}
          >
            {icon}
            {word}
          </button>
        ))}
      </nav>
    </div>
  );
}

function roomOf(tab: NarrowTab, openDetails: () => void): ReactNode {
  switch (tab) {
    case 'canvas':
      return <CanvasRoom />;
    case 'read':
      return <ReadingView onOpen={openDetails} />;
    case 'details':
      return <InspectorRoom />;
    case 'code':
      return <CodeRoom />;
    case 'simulator':
      return <SimulatorRoom />;
    case 'problems':
      return <ProblemsRoom />;
  }
}
