import { ChevronRight, CornerDownRight, Radio } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useViewState } from '../session/view-state.ts';
import { Badge } from '../ui/badge.tsx';
import { classNames } from '../ui/class-names.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { elementOf, sameItem, spokenName } from './outline-item.ts';
import type { OutlineItem } from './outline-item.ts';

export interface OutlineRowProps {
  readonly item: OutlineItem;
  readonly isAtHand: boolean;
  readonly isRenaming: boolean;
  readonly onGoTo: (item: OutlineItem) => void;
  readonly onToggle: (item: OutlineItem) => void;
  readonly onOpen: (item: OutlineItem) => void;
  readonly onRename: (item: OutlineItem, next: string | undefined) => void;
}

/** One line of the tree. The tree has the focus; the line at hand is its active descendant. */
export const OutlineRow = memo(
  function OutlineRow({ item, isAtHand, isRenaming, onGoTo, onToggle, onOpen, onRename }: OutlineRowProps) {
    const { key, level, position, size, isOpen, number, title, word, substance, errors, warnings } = item;
    const element = elementOf(item);
    const isLit = useViewState(
      ({ highlight }) => element !== undefined && highlight.steps.has(element.slice('step:'.length)),
    );
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => {
      if (isAtHand) place.current?.scrollIntoView({ block: 'nearest' });
    }, [isAtHand]);
    return (
      // The keyboard is the tree's.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
      <div
        ref={place}
        role="treeitem"
        id={rowId(key)}
        data-outline-key={key}
        aria-level={level}
        aria-posinset={position}
        aria-setsize={size}
        aria-expanded={isOpen}
        aria-selected={isAtHand}
        style={{ paddingInlineStart: 4 + (level - 1) * 14 }}
        className={classNames(
          'flex h-7 items-center gap-1.5 rounded-sm pr-2 [contain:content] pointer-coarse:h-10',
          level === 1 && 'mt-1 font-semibold',
          isAtHand
            ? 'bg-accent-soft group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-accent-ink'
            : isLit
              ? 'bg-pressed'
              : 'hover:bg-hover',
        )}
        onClick={() => onGoTo(item)}
        onContextMenu={() => onGoTo(item)}
        onDoubleClick={() => onOpen(item)}
      >
        <span
          aria-hidden
          className="flex size-4 shrink-0 items-center justify-center text-faint"
          onClick={(event) => {
            if (isOpen === undefined) return;
            event.stopPropagation();
            onToggle(item);
          }}
        >
          {isOpen !== undefined && (
            <ChevronRight className={classNames('size-3.5 transition-transform', isOpen && 'rotate-90')} />
          )}
        </span>
        <RowIcon item={item} />
        <span className="sr-only" data-spoken>
          {spokenName(item)}
        </span>
        {isRenaming ? (
          <RenameField item={item} onRename={onRename} />
        ) : (
          <span aria-hidden className="flex min-w-0 grow items-baseline gap-1.5">
            {number !== undefined && <span className="shrink-0 text-muted tabular-nums">{number}</span>}
            <span
              className={classNames(
                'truncate',
                level > 1 && 'max-w-[65%] shrink-0',
                isPart(item) && 'text-muted',
              )}
            >
              {title}
            </span>
            <span className="truncate text-xs font-normal text-faint">
              {isPart(item) && word !== '' ? `${substance}, ${word}` : substance}
            </span>
          </span>
        )}
        {errors + warnings > 0 && (
          <span aria-hidden className="ml-auto">
            <Badge tone={errors > 0 ? 'error' : 'warning'}>{errors > 0 ? errors : warnings}</Badge>
          </span>
        )}
      </div>
    );
  },
  (a, b) =>
    a.isAtHand === b.isAtHand &&
    a.isRenaming === b.isRenaming &&
    a.onGoTo === b.onGoTo &&
    a.onRename === b.onRename &&
    sameItem(a.item, b.item),
);

export function rowId(key: string): string {
  return `outline ${key}`.replaceAll(/\s/g, '_');
}

function isPart({ subject: { is } }: OutlineItem): boolean {
  return is === 'way' || is === 'trigger';
}

function RowIcon({ item: { subject } }: { readonly item: OutlineItem }) {
  switch (subject.is) {
    case 'step':
      return <ElementIcon kind={subject.kind} size={15} />;
    case 'guardrail':
      return <ElementIcon kind="guardrail" size={15} />;
    case 'tie':
      return subject.under === 'step' ? <ElementIcon kind="guardrail" size={13} /> : undefined;
    case 'way':
      return <CornerDownRight aria-hidden className="size-3.5 shrink-0 text-faint" />;
    case 'trigger':
      return <Radio aria-hidden className="size-3.5 shrink-0 text-faint" />;
    default:
      return undefined;
  }
}

/** In place of the title: the name that the text has. Enter and leaving rename, Escape does not. */
function RenameField({
  item,
  onRename,
}: {
  readonly item: OutlineItem;
  readonly onRename: OutlineRowProps['onRename'];
}) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const { subject } = item;
  const named =
    subject.is === 'step' || subject.is === 'guardrail'
      ? subject.id
      : subject.is === 'declaration'
        ? subject.name
        : item.word === ''
          ? ''
          : item.title;
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  const finish = (rename: boolean): void => {
    if (done.current) return;
    done.current = true;
    const next = input.current?.value.trim() ?? '';
    onRename(item, rename && next !== '' && next !== named ? next : undefined);
  };
  return (
    <input
      ref={input}
      aria-label={`New name of ${item.title}`}
      defaultValue={named}
      spellCheck={false}
      className="h-6 min-w-0 grow rounded-sm border border-accent bg-raised px-1 font-normal outline-none"
      onBlur={() => finish(true)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
}
