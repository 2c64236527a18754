import { useEffect, useRef } from 'react';
import type { Completion } from '../../../condition/complete.ts';
import { classNames } from '../../ui/class-names.ts';

export interface CompletionPopupProps {
  readonly id: string;
  readonly completions: readonly Completion[];
  readonly active: number;
  readonly onChoose: (completion: Completion) => void;
}

export function optionId(popupId: string, index: number): string {
  return `${popupId}-${index}`;
}

/** What may stand at the cursor. The focus stays in the text; `aria-activedescendant` says which one is meant. */
export function CompletionPopup({ id, completions, active, onChoose }: CompletionPopupProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      // A native list cannot stand under a text that keeps the focus.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label="Completions"
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-56 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-high"
    >
      {completions.map((completion, index) => (
        <div
          key={`${completion.kind} ${completion.label}`}
          id={optionId(id, index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classNames(
            'flex min-h-6.5 items-baseline gap-2 rounded-md px-2 py-0.5 text-sm select-none',
            index === active ? 'bg-accent-soft' : 'hover:bg-hover',
          )}
          // The text keeps the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(completion);
          }}
        >
          <span className="max-w-3/4 shrink-0 truncate font-mono">{completion.label}</span>
          <span className="ml-auto min-w-0 truncate pl-2 text-xs text-muted">{completion.detail}</span>
        </div>
      ))}
    </div>
  );
}
