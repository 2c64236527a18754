import { X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Path } from '../../../document/diagnostic.ts';
import { planAddListItem } from '../../../document/operations/plan-add-list-item.ts';
import { planDeleteListItem } from '../../../document/operations/plan-delete-list-item.ts';
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx';
import type { Inspected } from '../use-inspected.ts';

export interface NameListFieldProps {
  readonly label: string;
  readonly path: Path;
  readonly values: readonly string[];
  readonly options: readonly ComboboxOption[];
  readonly inspected: Inspected;
  readonly addLabel: string;
  readonly hint?: ReactNode;
  /** Given: a name that is not declared may be added too. */
  readonly createLabel?: string;
}

/** A list of names of the procedure: facts, steps, actions, guardrails. */
export function NameListField({
  label,
  path,
  values,
  options,
  inspected,
  addLabel,
  hint,
  createLabel,
}: NameListFieldProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  const [problem, setProblem] = useState<string>();
  const iconOf = (value: string) => options.find((option) => option.value === value)?.icon;
  const change = (what: string, plan: Parameters<Inspected['gesture']>[1]) =>
    setProblem(inspected.gesture(`${what} ${label.toLowerCase()}`, plan));
  return (
    <fieldset ref={group} aria-label={label} className="flex min-w-0 flex-col gap-1">
      <span className="text-xs font-medium text-muted">{label}</span>
      {values.length > 0 && (
        <ul className="flex flex-col overflow-hidden rounded-md border border-line">
          {values.map((value, index) => (
            <li
              // A list may say one name twice.
              // oxlint-disable-next-line react/no-array-index-key
              key={`${value} ${index}`}
              className="flex min-h-7 items-center gap-1.5 border-line pl-2 not-first:border-t"
            >
              {iconOf(value)}
              <span className="min-w-0 flex-1 truncate font-mono text-sm">{value}</span>
              <button
                type="button"
                aria-label={`Remove ${value} from ${label.toLowerCase()}`}
                className="flex size-7 shrink-0 items-center justify-center text-faint hover:bg-hover hover:text-ink pointer-coarse:size-10"
                onClick={() => {
                  change('Remove from', (document) => planDeleteListItem(document, path, index));
                  group.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
                }}
              >
                <X aria-hidden size={13} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        aria-label={addLabel}
        mono
        value={undefined}
        placeholder={`${addLabel}…`}
        options={options.filter((option) => !values.includes(option.value))}
        onChange={(value) => change('Add to', (document) => planAddListItem(document, path, value))}
        {...(createLabel !== undefined && { createLabel })}
      />
      {hint !== undefined && <p className="text-xs text-faint">{hint}</p>}
      {problem !== undefined && <p className="text-xs text-error-ink">{problem}</p>}
    </fieldset>
  );
}
