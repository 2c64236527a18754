import './find.css';
import { CaseSensitive, ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useCommands } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { useSession } from '../session/session-context.tsx';
import { useViewState } from '../session/view-state.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { findNow, useFindState } from './find-state.ts';
import { goToMatch } from './go-to-match.ts';
import { lightWords } from './light-words.ts';
import { describeMatch, FindResults } from './find-results.tsx';
import { useMatches } from './use-matches.ts';

/** Longer than this a selection is no name that someone wants to look for. */
const longestSelection = 80;

const openCommand: Command = {
  id: 'find.open',
  title: 'Find in everything',
  section: 'View',
  keys: 'mod+f',
  // In the editor Ctrl+F is the editor's own.
  otherKeys: ['mod+shift+f'],
  heard: 'everywhere',
  keywords: ['search', 'look for'],
  run: () => findNow().open(selectedText()),
};

/** Search over the whole procedure, its notes and its contacts. */
export function FindBar() {
  const isOpen = useFindState((state) => state.isOpen);
  useCommands(useMemo(() => [openCommand], []));
  return isOpen ? <OpenFindBar /> : null;
}

function OpenFindBar() {
  const session = useSession();
  const { typed, matchesCase, current, wish, moves } = useFindState();
  const { type, setMatchesCase, goTo, close } = findNow();
  const matches = useMatches(typed, matchesCase);
  const finding = useViewState((state) => state.finding);
  const field = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);

  useEffect(() => {
    if (!bar.current?.contains(document.activeElement)) before.current = document.activeElement;
    field.current?.focus();
    field.current?.select();
  }, [wish]);
  useEffect(() => (finding ? lightWords(finding) : undefined), [finding]);
  const shownAt = Math.min(current, matches.length - 1);
  const match = matches[shownAt];
  useEffect(() => {
    if (moves > 0 && match) goToMatch(match, session.snapshot().document);
    // Only going somewhere goes there: an edit that moves the match does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [moves]);

  const step = (direction: 1 | -1): void => {
    if (matches.length === 0) return;
    const from = shownAt < 0 && direction < 0 ? 0 : shownAt;
    goTo((from + direction + matches.length) % matches.length);
  };
  useStepCommands(matches.length, step);

  const leave = (): void => {
    close();
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown' && event.target === field.current)
      bar.current?.querySelector<HTMLElement>('[data-match][tabindex="0"]')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // Escape leaves it from wherever the focus is within.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search
      ref={bar}
      aria-label="Find"
      onKeyDown={press}
      className="nokey absolute top-2 right-2 z-30 flex max-h-[min(28rem,70%)] w-[calc(100%-16px)] max-w-115 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-high"
    >
      <div className="flex items-center gap-1 p-1.5">
        <Search aria-hidden className="ml-1.5 size-4 shrink-0 text-faint" />
        <input
          ref={field}
          aria-label="Find in everything"
          placeholder="Find wording, conditions, names, contacts"
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          className="h-(--control) min-w-0 grow bg-transparent px-1 outline-none"
        />
        <span aria-hidden className="shrink-0 px-1 text-sm whitespace-nowrap text-muted tabular-nums">
          {countWords(typed, shownAt, matches.length)}
        </span>
        <IconButton
          label="Match case"
          aria-pressed={matchesCase}
          onClick={() => setMatchesCase(!matchesCase)}
        >
          <CaseSensitive aria-hidden />
        </IconButton>
        <IconButton
          label="Previous match"
          shortcut="shift+F3"
          disabled={matches.length === 0}
          onClick={() => step(-1)}
        >
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton label="Next match" shortcut="F3" disabled={matches.length === 0} onClick={() => step(1)}>
          <ChevronDown aria-hidden />
        </IconButton>
        <IconButton label="Close Find" onClick={leave}>
          <X aria-hidden />
        </IconButton>
      </div>
      <FindResults matches={matches} current={shownAt} onChoose={goTo} />
      <output className="sr-only">
        {match === undefined
          ? saidCount(typed, matches.length)
          : `${shownAt + 1} of ${matches.length}: ${describeMatch(match, session.snapshot().document)}`}
      </output>
    </search>
  );
}

function useStepCommands(count: number, step: (direction: 1 | -1) => void): void {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  const commands = useMemo((): readonly Command[] => {
    const none = count === 0 ? { unavailable: 'Nothing is found' } : {};
    return [
      {
        id: 'find.next',
        title: 'Next match',
        section: 'View',
        keys: 'F3',
        heard: 'everywhere',
        ...none,
        run: () => latest.current(1),
      },
      {
        id: 'find.previous',
        title: 'Previous match',
        section: 'View',
        keys: 'shift+F3',
        heard: 'everywhere',
        ...none,
        run: () => latest.current(-1),
      },
    ];
  }, [count]);
  useCommands(commands);
}

function countWords(typed: string, current: number, count: number): string {
  if (typed === '') return '';
  if (count === 0) return 'Nothing';
  return current < 0 ? (count === 1 ? '1 place' : `${count} places`) : `${current + 1} of ${count}`;
}

function saidCount(typed: string, count: number): string {
  if (typed === '') return '';
  if (count === 0) return `Nothing says ${typed}`;
  return count === 1 ? 'Found in 1 place' : `Found in ${count} places`;
}

/** What is selected on the page, where that may be something to look for. */
function selectedText(): string | undefined {
  const selected = window.getSelection()?.toString().trim() ?? '';
  return selected === '' || selected.length > longestSelection || selected.includes('\n')
    ? undefined
    : selected;
}
