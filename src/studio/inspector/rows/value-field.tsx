import { Equal, Variable } from 'lucide-react';
import type { Environment } from '../../../condition/environment.ts';
import { defaultValueFor, editorFor, type ValueEditor } from '../../../condition/rows/row-choices.ts';
import type { CompareRow, RowValue } from '../../../condition/rows/rows.ts';
import { printValue } from '../../../condition/rows/source-from-rows.ts';
import { comparable } from '../../../condition/type-rules.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { describeType } from '../describe-type.ts';
import { subjectsInOrder, type RowItem } from './change-rows.ts';
import { DraftInput } from './draft-input.tsx';
import { LiteralField } from './literal-field.tsx';
import { LiteralList } from './literal-list.tsx';

export interface ValueFieldProps {
  readonly label: string;
  readonly row: CompareRow;
  readonly environment: Environment;
  readonly item: RowItem | undefined;
  readonly onChange: (value: RowValue) => string | undefined;
}

/** What a row compares with: a value entered by its type, or another name of a type that fits. */
export function ValueField({ label, row, environment, item, onChange }: ValueFieldProps) {
  const editor = editorFor(row);
  if (editor.kind === 'nothing') return null;
  const names = subjectsInOrder(environment, item).filter(
    ({ source, type }) => source !== row.subject && comparable(type, row.type),
  );
  const isName = row.value.kind === 'name';
  const [first] = names;
  const mayName = editor.kind !== 'list' && (isName || first !== undefined);
  return (
    <div className="flex min-w-0 grow basis-28 items-start gap-0.5">
      {isName ? (
        <Combobox
          mono
          aria-label={label}
          value={row.value.kind === 'name' ? row.value.name : undefined}
          options={names.map(({ source, type }) => ({ value: source, detail: describeType(type) }))}
          onChange={(name) => onChange({ kind: 'name', name })}
        />
      ) : (
        <EnteredValue label={label} editor={editor} value={row.value} onChange={onChange} />
      )}
      {mayName && (
        <IconButton
          label={isName ? 'Compare with a value' : 'Compare with another fact'}
          onClick={() =>
            isName
              ? onChange(defaultValueFor(row))
              : first &&
                onChange({
                  kind: 'name',
                  name: (names.find(({ from }) => from === 'parameter') ?? first).source,
                })
          }
        >
          {isName ? <Equal aria-hidden /> : <Variable aria-hidden />}
        </IconButton>
      )}
    </div>
  );
}

interface EnteredValueProps {
  readonly label: string;
  readonly editor: ValueEditor;
  readonly value: RowValue;
  readonly onChange: (value: RowValue) => string | undefined;
}

function EnteredValue({ label, editor, value, onChange }: EnteredValueProps) {
  if (
    editor.kind === 'list' &&
    value.kind === 'list' &&
    value.items.every(({ kind }) => kind === 'literal')
  ) {
    return <LiteralList label={label} editor={editor.of} items={value.items} onChange={onChange} />;
  }
  const isFitting = value.kind === 'literal' || (value.kind === editor.kind && value.kind !== 'source');
  if (editor.kind !== 'list' && editor.kind !== 'source' && isFitting) {
    return <LiteralField label={label} editor={editor} value={value} onChange={onChange} />;
  }
  return (
    <DraftInput
      mono
      label={label}
      value={printValue(value)}
      write={(source) => (source.trim() === '' ? 'It needs a value.' : onChange({ kind: 'source', source }))}
    />
  );
}
