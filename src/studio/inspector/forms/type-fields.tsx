import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { ValueType } from '../../../condition/type.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { DraftField } from '../fields/draft-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { TagInput } from '../fields/tag-input.tsx';
import { typeKinds, typeOfKind, type TypeKind } from '../type-spec.ts';

export interface TypeFieldsProps {
  readonly label: string;
  readonly type: ValueType;
  /** Gives back the reason of a refusal. */
  readonly write: (type: ValueType) => string | undefined;
  /** Inside another type. */
  readonly inner?: boolean;
}

/** What a name may hold, to any depth. */
export function TypeFields({ label, type, write, inner = false }: TypeFieldsProps) {
  const [problem, setProblem] = useState<string>();
  const attempt = (next: ValueType) => setProblem(write(next));
  return (
    <>
      <Field label={label} problem={problem}>
        <Select
          value={typeKinds.some(([kind]) => kind === type.kind) ? type.kind : undefined}
          options={typeKinds.map(([value, word]) => ({ value, label: word }))}
          onChange={(kind) => kind !== type.kind && attempt(typeOfKind(kind as TypeKind, type))}
        />
      </Field>
      <TypeDetails type={type} write={write} attempt={attempt} />
      {(!inner || type.nullable === true) && (
        <SwitchField
          label="Null is a value"
          checked={type.nullable === true}
          onChange={(nullable) => attempt({ ...type, nullable })}
        />
      )}
    </>
  );
}

interface TypeDetailsProps {
  readonly type: ValueType;
  readonly write: (type: ValueType) => string | undefined;
  readonly attempt: (type: ValueType) => void;
}

function TypeDetails({ type, write, attempt }: TypeDetailsProps) {
  switch (type.kind) {
    case 'string':
      return (
        <Field label="Only these texts" hint="Leave empty for any text.">
          <TagInput
            label="Only these texts"
            values={type.enum ?? []}
            onAdd={(value) => attempt({ ...type, enum: [...(type.enum ?? []), value] })}
            onRemove={(index) => {
              const rest = (type.enum ?? []).filter((_, at) => at !== index);
              attempt({ ...type, enum: rest.length > 0 ? rest : undefined });
            }}
          />
        </Field>
      );
    case 'number':
      return (
        <div className="grid grid-cols-3 gap-2">
          <DraftField
            label="Unit"
            value={type.unit ?? ''}
            placeholder="USD"
            write={(text) => write({ ...type, unit: text.trim() === '' ? undefined : text.trim() })}
          />
          <NumberField
            label="Smallest"
            value={type.minimum}
            write={(minimum) => write({ ...type, minimum })}
          />
          <NumberField
            label="Greatest"
            value={type.maximum}
            write={(maximum) => write({ ...type, maximum })}
          />
        </div>
      );
    case 'list':
      return (
        <Nested>
          <TypeFields
            inner
            label="Each item"
            type={type.items}
            write={(items) => write({ ...type, items })}
          />
        </Nested>
      );
    case 'map':
      return (
        <Nested>
          <TypeFields
            inner
            label="Each value"
            type={type.values}
            write={(values) => write({ ...type, values })}
          />
        </Nested>
      );
    case 'object':
      return <RecordFields type={type} write={write} attempt={attempt} />;
    default:
      return undefined;
  }
}

function RecordFields({ type, write, attempt }: TypeDetailsProps) {
  if (type.kind !== 'object') return undefined;
  const entries = [...type.fields];
  const withFields = (next: readonly (readonly [string, ValueType])[]): ValueType => ({
    ...type,
    fields: new Map(next),
  });
  return (
    <Nested>
      {entries.map(([name, field], index) => (
        <fieldset
          // By its place: a field that is renamed keeps the focus.
          // oxlint-disable-next-line react/no-array-index-key
          key={`field ${index}`}
          aria-label={`Field ${name}`}
          className="flex flex-col gap-2"
        >
          <DraftField
            label="Field"
            mono
            value={name}
            aside={
              <IconButton
                label={`Remove field ${name}`}
                className="-my-1.5 size-6"
                onClick={() => attempt(withFields(entries.filter((_, at) => at !== index)))}
              >
                <X aria-hidden />
              </IconButton>
            }
            write={(next) =>
              type.fields.has(next.trim())
                ? `There is a field ${next.trim()} already.`
                : write(withFields(entries.map((entry, at) => (at === index ? [next.trim(), field] : entry))))
            }
          />
          <TypeFields
            inner
            label={`Type of ${name}`}
            type={field}
            write={(next) =>
              write(withFields(entries.map((entry, at) => (at === index ? [name, next] : entry))))
            }
          />
        </fieldset>
      ))}
      <Button
        variant="ghost"
        className="self-start"
        icon={<Plus aria-hidden />}
        onClick={() => attempt(withFields([...entries, [unusedField(type.fields), { kind: 'string' }]]))}
      >
        Add field
      </Button>
    </Nested>
  );
}

function unusedField(fields: ReadonlyMap<string, ValueType>): string {
  let number = fields.size + 1;
  while (fields.has(`field${number}`)) number += 1;
  return `field${number}`;
}

function Nested({ children }: { readonly children: React.ReactNode }) {
  return <div className="ml-1 flex flex-col gap-2 border-l-2 border-line pl-3">{children}</div>;
}
