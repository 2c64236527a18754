import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { focusSoon } from '../focus-soon.ts';
import { IconButton } from '../../ui/icon-button.tsx';

export interface RowCardProps {
  /** Such as `Branch 2`. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove?: (to: number) => void;
  readonly onDelete: () => void;
  readonly children: ReactNode;
}

/** One of an ordered list: moved by its buttons, or by Alt with the arrow keys from anywhere inside it. */
export function RowCard({ name, index, count, onMove, onDelete, children }: RowCardProps) {
  const item = useRef<HTMLLIElement>(null);
  const move = (to: number) => {
    if (to < 0 || to >= count) return;
    const focused = focusables(item.current).findIndex((element) => element === document.activeElement);
    const list = item.current?.parentElement;
    // What is being typed belongs to this card: it is written before the cards change places.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onMove?.(to);
    // The cards stay and their contents change places: the focus goes along with what it was in.
    focusSoon(() => {
      const there = focusables(list?.children[to]);
      const same = there[focused];
      return same?.matches(':disabled') ? there.find((element) => !element.matches(':disabled')) : same;
    });
  };
  const remove = () => {
    const list = item.current?.parentElement;
    onDelete();
    focusSoon(() => {
      const neighbour = list?.children[Math.min(index, list.children.length - 1)];
      return (
        focusables(neighbour).find((element) => !element.matches(':disabled')) ??
        list?.parentElement?.querySelector<HTMLElement>(':scope > button')
      );
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0 || !onMove) return;
    event.preventDefault();
    move(index + step);
  };
  return (
    <li ref={item} className="list-none">
      {/* The keys are those of what is inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset
        aria-label={name}
        className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-2.5 pt-1.5"
        onKeyDown={onKeyDown}
      >
        <div className="flex items-center">
          <span className="flex-1 text-xs font-semibold text-muted">{name}</span>
          {onMove && (
            <>
              <IconButton
                label={`Move ${name.toLowerCase()} up`}
                shortcut="alt+up"
                className="size-6"
                disabled={index === 0}
                onClick={() => move(index - 1)}
              >
                <ArrowUp aria-hidden />
              </IconButton>
              <IconButton
                label={`Move ${name.toLowerCase()} down`}
                shortcut="alt+down"
                className="size-6"
                disabled={index === count - 1}
                onClick={() => move(index + 1)}
              >
                <ArrowDown aria-hidden />
              </IconButton>
            </>
          )}
          <IconButton label={`Delete ${name.toLowerCase()}`} className="size-6" onClick={remove}>
            <Trash2 aria-hidden />
          </IconButton>
        </div>
        {children}
      </fieldset>
    </li>
  );
}

function focusables(card: Element | null | undefined): readonly HTMLElement[] {
  return [...(card?.querySelectorAll<HTMLElement>('button, input, textarea') ?? [])];
}
