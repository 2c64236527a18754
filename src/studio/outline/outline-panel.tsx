import { ChevronsDownUp, ChevronsUpDown, Ellipsis, Plus } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { useCommands } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { useSession } from '../session/session-context.tsx';
import { fillParent } from '../ui/fill-parent.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuOnContext } from '../ui/menu.tsx';
import type { MenuEntry } from '../ui/menu.tsx';
import { actionsFor } from './outline-actions.ts';
import { OutlineGestures } from './outline-gestures.ts';
import type { OutlineItem } from './outline-item.ts';
import { pressInOutline } from './outline-keys.ts';
import { OutlineQuestions } from './outline-questions.tsx';
import { OutlineRow, rowId } from './outline-row.tsx';
import { askIn, renameIn, say, setOpen, useOutlineState } from './outline-state.ts';
import { goToItem, goToKey, useOutline, useOutlineFollows } from './use-outline.ts';

/** The whole procedure as a tree: everything that the canvas can do can be done here. */
export function OutlinePanel() {
  const session = useSession();
  const outline = useOutline();
  const { items, atHand } = outline;
  const renaming = useOutlineState((state) => state.renaming);
  const said = useOutlineState((state) => state.said);
  const tree = useRef<HTMLDivElement>(null);
  const gestures = useMemo(() => new OutlineGestures({ session, announce: say, goTo: goToKey }), [session]);
  useOutlineFollows();
  useOutlineCommands(outline.atHand, gestures);
  const focusTree = useCallback((andThen?: () => void) => {
    requestAnimationFrame(() => {
      tree.current?.focus();
      andThen?.();
    });
  }, []);
  const onGoTo = useCallback((item: OutlineItem) => goToItem(item), []);
  const onToggle = useCallback((item: OutlineItem) => setOpen([item.key], item.isOpen === false), []);
  const onOpen = useCallback(
    (item: OutlineItem) =>
      actionsFor(item, gestures)
        .find(({ id }) => id === 'open')
        ?.run(),
    [gestures],
  );
  const onRename = useCallback(
    (item: OutlineItem, next: string | undefined) => {
      renameIn(undefined);
      const key = next === undefined ? undefined : gestures.rename(item, next);
      if (key !== undefined) goToKey(key, item.parent);
      focusTree();
    },
    [gestures, focusTree],
  );
  const entries = useMemo(() => menuEntries(atHand, gestures), [atHand, gestures]);
  const parents = items.filter(({ isOpen, subject }) => isOpen !== undefined && subject.is !== 'section');

  return (
    <section aria-label="Outline" className="flex h-full min-h-0 flex-col bg-surface">
      <header className="flex h-9 shrink-0 items-center gap-0.5 border-b border-line pr-1 pl-3">
        <h2 className="grow font-semibold">Outline</h2>
        <IconButton label="Add a step or guardrail" onClick={() => askIn({ for: 'kind', link: undefined })}>
          <Plus aria-hidden />
        </IconButton>
        <IconButton
          label={parents.some(({ isOpen }) => isOpen) ? 'Close all steps' : 'Open all steps'}
          onClick={() =>
            setOpen(
              parents.map(({ key }) => key),
              !parents.some(({ isOpen }) => isOpen),
            )
          }
        >
          {parents.some(({ isOpen }) => isOpen) ? (
            <ChevronsDownUp aria-hidden />
          ) : (
            <ChevronsUpDown aria-hidden />
          )}
        </IconButton>
        <Menu entries={entries}>
          <IconButton
            label={atHand === undefined ? 'What can be done' : `What can be done with ${atHand.title}`}
          >
            <Ellipsis aria-hidden />
          </IconButton>
        </Menu>
      </header>
      <div className="relative min-h-0 grow">
        <div ref={fillParent} className="absolute inset-0 [contain:strict]">
          <MenuOnContext entries={entries}>
            <div
              ref={tree}
              role="tree"
              aria-label="Procedure"
              tabIndex={0}
              data-panel-focus
              aria-activedescendant={atHand === undefined ? undefined : rowId(atHand.key)}
              className="group h-full overflow-y-auto px-1.5 pb-3 focus-visible:outline-none"
              onKeyDown={(event) => pressInOutline(event, outline, gestures)}
            >
              {items.map((item) => (
                <OutlineRow
                  key={item.key}
                  item={item}
                  isAtHand={item.key === atHand?.key}
                  isRenaming={item.key === renaming}
                  onGoTo={onGoTo}
                  onToggle={onToggle}
                  onOpen={onOpen}
                  onRename={onRename}
                />
              ))}
            </div>
          </MenuOnContext>
        </div>
      </div>
      <output className="block min-h-7 shrink-0 border-t border-line px-3 py-1 text-sm text-muted">
        {/* The same sentence twice is news, too. */}
        <span key={said.tick}>{said.text}</span>
      </output>
      <OutlineQuestions gestures={gestures} onDone={focusTree} />
    </section>
  );
}

function menuEntries(item: OutlineItem | undefined, gestures: OutlineGestures): readonly MenuEntry[] {
  return actionsFor(item, gestures).flatMap(({ label, keys, danger, run }): readonly MenuEntry[] => [
    ...(danger === true ? [{ kind: 'separator' } as const] : []),
    {
      label,
      onSelect: run,
      ...(keys !== undefined && { shortcut: keys }),
      ...(danger !== undefined && { danger }),
    },
  ]);
}

/** The palette offers what the outline can do with the item at hand. */
function useOutlineCommands(item: OutlineItem | undefined, gestures: OutlineGestures): void {
  useCommands(
    useMemo(
      () =>
        actionsFor(item, gestures).map(({ id, label, keys, run }): Command => ({
          id: `outline.${id}`,
          title: `${label.replace('…', '')}: ${item?.title ?? ''}`,
          section: 'Outline',
          ...(keys !== undefined && { keys }),
          run,
        })),
      [item, gestures],
    ),
  );
}
