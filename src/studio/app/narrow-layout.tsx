import {
  BookOpenText,
  CircleAlert,
  Code,
  Ellipsis,
  ListTree,
  MessagesSquare,
  SlidersHorizontal,
  Workflow,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useViewState, viewNow } from '../session/view-state.ts';
import type { ViewState } from '../session/view-state.ts';
import { Menu } from '../ui/menu.tsx';
import { CodeSlot } from './code-keeper.tsx';
import {
  CanvasRoom,
  InspectorRoom,
  OutlineRoom,
  ProblemsRoom,
  ReadingRoom,
  SimulatorRoom,
} from './panels.tsx';
import { ProblemBadge } from './problem-count.tsx';

type NarrowTab = 'read' | 'canvas' | 'simulator' | 'problems' | 'details' | 'outline' | 'code';

interface Place {
  readonly tab: NarrowTab;
  readonly word: string;
  readonly icon: ReactNode;
}

const places: readonly Place[] = [
  { tab: 'read', word: 'Read', icon: <BookOpenText aria-hidden /> },
  { tab: 'canvas', word: 'Canvas', icon: <Workflow aria-hidden /> },
  { tab: 'simulator', word: 'Simulate', icon: <MessagesSquare aria-hidden /> },
  { tab: 'problems', word: 'Problems', icon: <CircleAlert aria-hidden /> },
];

/** What a phone is less made for. */
const more: readonly Place[] = [
  { tab: 'details', word: 'Details', icon: <SlidersHorizontal aria-hidden /> },
  { tab: 'outline', word: 'Outline', icon: <ListTree aria-hidden /> },
  { tab: 'code', word: 'Code', icon: <Code aria-hidden /> },
];

const placeStyle =
  'relative flex h-14 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 text-2xs font-medium text-muted aria-[current]:text-accent-ink [&_svg]:size-5';

/** One room at a time, for a phone. */
export function NarrowLayout() {
  const [tab, setTab] = useState<NarrowTab>(() => (viewNow().mode === 'simulate' ? 'simulator' : 'read'));
  useEffect(
    () => useViewState.subscribe((state, before) => setTab((tab) => wishedTab(state, before) ?? tab)),
    [],
  );
  const moreTab = more.find((place) => place.tab === tab);

  return (
    <div className="flex min-h-0 grow flex-col">
      <main className="min-h-0 grow overflow-hidden">{roomOf(tab)}</main>
      <nav
        aria-label="Rooms"
        className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
      >
        {places.map(({ tab: each, word, icon }) => (
          <button
            key={each}
            type="button"
            aria-current={each === tab ? 'page' : undefined}
            onClick={() => setTab(each)}
            className={placeStyle}
          >
            {icon}
            {word}
            {each === 'problems' && (
              <span className="absolute top-1 left-1/2 ml-1.5">
                <ProblemBadge />
              </span>
            )}
          </button>
        ))}
        <Menu
          entries={more.map(({ tab: each, word, icon }) => ({
            label: word,
            icon,
            onSelect: () => setTab(each),
          }))}
        >
          <button
            type="button"
            aria-current={moreTab === undefined ? undefined : 'page'}
            className={placeStyle}
          >
            {moreTab?.icon ?? <Ellipsis aria-hidden />}
            {moreTab?.word ?? 'More'}
          </button>
        </Menu>
      </nav>
    </div>
  );
}

/** Panels ask for another by the view state, as they do on a wide screen. */
function wishedTab(state: ViewState, before: ViewState): NarrowTab | undefined {
  if (state.mode !== before.mode) return state.mode === 'simulate' ? 'simulator' : 'read';
  if (state.inspectorWish !== before.inspectorWish) return 'details';
  if (state.dockWish !== before.dockWish) return state.dock;
  if (state.view !== before.view) return state.view;
  if (state.outlineOpen && !before.outlineOpen) return 'outline';
  return undefined;
}

function roomOf(tab: NarrowTab): ReactNode {
  switch (tab) {
    case 'read':
      return <ReadingRoom />;
    case 'canvas':
      return <CanvasRoom />;
    case 'simulator':
      return <SimulatorRoom />;
    case 'problems':
      return <ProblemsRoom />;
    case 'details':
      return <InspectorRoom />;
    case 'outline':
      return <OutlineRoom />;
    case 'code':
      return <CodeSlot />;
  }
}
