import type { ValueEditor } from '../../../condition/rows/row-choices.ts';
import type { RowValue } from '../../../condition/rows/rows.ts';
import { classNames } from '../../ui/class-names.ts';
import { TagInput } from '../fields/tag-input.tsx';

export interface LiteralListProps {
  readonly label: string;
  /** Of one item. */
  readonly editor: ValueEditor;
  readonly items: readonly RowValue[];
  readonly onChange: (value: RowValue) => string | undefined;
}

/** Several values: ticked where there are few to choose from, else written one by one. */
export function LiteralList({ label, editor, items, onChange }: LiteralListProps) {
  const values = items.map((item) => (item.kind === 'literal' ? item.value : ''));
  const write = (next: readonly (typeof values)[number][]) =>
    onChange({ kind: 'list', items: next.map((value) => ({ kind: 'literal', value })) });
  if (editor.kind === 'choice') {
    return (
      <fieldset aria-label={label} className="flex min-w-0 grow flex-wrap gap-1 py-0.5">
        {editor.values.map((value) => {
          const isChosen = values.includes(value);
          return (
            <button
              key={value}
              type="button"
              aria-pressed={isChosen}
              // A list of none says nothing.
              disabled={isChosen && values.length === 1}
              className={classNames(
                'min-h-6 rounded-full border px-2 text-xs transition-colors pointer-coarse:min-h-10',
                isChosen
                  ? 'border-accent bg-accent-soft text-accent-ink'
                  : 'border-line-control text-muted hover:bg-hover',
              )}
              onClick={() =>
                write(editor.values.filter((each) => (each === value ? !isChosen : values.includes(each))))
              }
            >
              {value}
            </button>
          );
        })}
      </fieldset>
    );
  }
  const read = (text: string) => (editor.kind === 'number' && text !== '' ? Number(text) : text);
  return (
    <TagInput
      label={label}
      values={values.map(String)}
      onAdd={(text) => {
        const value = read(text);
        if (!Number.isNaN(value)) write([...values, value]);
      }}
      onRemove={(index) => values.length > 1 && write(values.filter((_, at) => at !== index))}
    />
  );
}
