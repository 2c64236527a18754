import { Popover } from 'radix-ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Completion } from '../../../condition/complete.ts';
import { classNames } from '../../ui/class-names.ts';
import { CompletionPopup, optionId } from '../fields/completion-popup.tsx';

/** Where the focus goes when what was typed is written. */
export type AfterEdit = 'stay' | 'down' | 'next' | 'back' | 'leave';

export interface CellEditorProps {
  /** Such as `order.status, row 2`. */
  readonly label: string;
  readonly text: string;
  readonly mono: boolean;
  readonly completionsAt: (text: string, offset: number) => readonly Completion[];
  readonly onCommit: (text: string, after: AfterEdit) => void;
  readonly onCancel: () => void;
}

/** The text of one cell while it is written. Enter writes, Tab writes and goes on, Escape takes back. */
export function CellEditor({ label, text, mono, completionsAt, onCommit, onCancel }: CellEditorProps) {
  const popupId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [popup, setPopup] = useState<{ completions: readonly Completion[]; active: number } | undefined>(() =>
    popupFor(completionsAt(text, text.length), text),
  );
  const settled = useRef(false);

  useEffect(() => {
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const settle = (work: () => void): void => {
    if (settled.current) return;
    settled.current = true;
    work();
  };
  const change = (next: string, offset: number): void => {
    setTyped(next);
    setPopup(popupFor(completionsAt(next, offset), next));
  };
  const choose = ({ from, to, insert }: Completion): void => {
    const next = typed.slice(0, from) + insert + typed.slice(to);
    setTyped(next);
    setPopup(undefined);
    requestAnimationFrame(() => input.current?.setSelectionRange(from + insert.length, from + insert.length));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // What is typed here is nobody else's key.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = popup?.completions[popup.active];
    if (popup && move !== 0) {
      const { completions, active } = popup;
      setPopup({ completions, active: (active + move + completions.length) % completions.length });
    } else if (event.key === 'Escape') {
      if (popup && popup.active >= 0) setPopup(undefined);
      else settle(onCancel);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      const whole = chosen ? typed.slice(0, chosen.from) + chosen.insert + typed.slice(chosen.to) : typed;
      const after = event.key === 'Enter' ? 'down' : event.shiftKey ? 'back' : 'next';
      settle(() => onCommit(whole, after));
    } else return;
    event.preventDefault();
  };

  return (
    <Popover.Root open={popup !== undefined}>
      <Popover.Anchor asChild>
        <input
          ref={input}
          // A list of completions stands below it; a native one cannot follow the cursor.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={popup !== undefined}
          aria-controls={popup ? popupId : undefined}
          aria-activedescendant={popup && popup.active >= 0 ? optionId(popupId, popup.active) : undefined}
          value={typed}
          // What is longer than the cell is seen whole while it is written.
          style={{ minWidth: `min(${typed.length + 4}ch, 20rem)` }}
          autoComplete="off"
          spellCheck={!mono}
          className={classNames(
            'absolute inset-0 z-10 size-full min-w-36 bg-raised px-2 outline-2 -outline-offset-2 outline-accent-ink',
            mono && 'font-mono text-sm',
          )}
          onChange={(event) => change(event.target.value, event.target.selectionStart ?? 0)}
          onKeyDown={onKeyDown}
          onBlur={() => settle(() => onCommit(typed, 'leave'))}
        />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={0}
          collisionPadding={8}
          className="relative z-50 w-60"
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {popup && (
            <CompletionPopup
              id={popupId}
              completions={popup.completions}
              active={popup.active}
              onChoose={choose}
            />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** None of them is meant before an arrow key says so: Enter writes what was typed. */
function popupFor(
  completions: readonly Completion[],
  text: string,
): { completions: readonly Completion[]; active: number } | undefined {
  const shown = completions.slice(0, 30);
  const [only] = shown;
  const isSaid = shown.length === 1 && only && text.slice(only.from, only.to) === only.insert;
  return shown.length === 0 || isSaid ? undefined : { completions: shown, active: -1 };
}
