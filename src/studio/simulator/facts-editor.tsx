import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Path } from '../../document/diagnostic.ts';
import type { Fact, Procedure } from '../../document/model.ts';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { findFact, toPlain } from './contact-facts.ts';
import { useDraft } from './use-draft.ts';
import { draftControl, draftOf, readDraft } from './value-draft.ts';
import { ValueInput } from './value-input.tsx';

/**
 * Facts as a contact, a turn or a result gives them, each asked for by its declared type. `data` is that map as the
 * text holds it; `onSet` is given the path inside it.
 */
export function FactsEditor({
  data,
  procedure,
  onSet,
}: {
  readonly data: unknown;
  readonly procedure: Procedure;
  /** Undefined takes the fact out. */
  readonly onSet: (name: string, value: unknown, found: Path | undefined) => void;
}) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const given = [...procedure.facts].flatMap(([name, fact]) => {
    const found = findFact(data, name);
    return found || added.includes(name) ? [{ name, fact, found }] : [];
  });
  const missing = [...procedure.facts].filter(([name]) => !given.some((fact) => fact.name === name));
  return (
    <div className="flex flex-col gap-2">
      {given.length > 0 && (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-x-3 gap-y-2">
          {given.map(({ name, fact, found }) => (
            <FactField
              key={name}
              name={name}
              fact={fact}
              json={toPlain(found?.value)}
              fresh={added.includes(name)}
              onSet={(value) => {
                if (value === undefined) setAdded(added.filter((one) => one !== name));
                if (value !== undefined || found) onSet(name, value, found?.path);
              }}
            />
          ))}
        </div>
      )}
      {missing.length > 0 && (
        <div className="w-52">
          <Combobox
            value={undefined}
            mono
            aria-label="Add a fact"
            placeholder="Add a fact"
            options={missing.map(([name, fact]) => ({
              value: name,
              detail: fact.type.kind,
              icon: <Plus aria-hidden size={12} />,
            }))}
            onChange={(name) => setAdded([...added, name])}
          />
        </div>
      )}
    </div>
  );
}

function FactField({
  name,
  fact,
  json,
  fresh,
  onSet,
}: {
  readonly name: string;
  readonly fact: Fact;
  readonly json: unknown;
  /** Just added: nothing is written yet. */
  readonly fresh: boolean;
  readonly onSet: (value: unknown) => void;
}) {
  const written = draftOf(fact.type, json);
  const [draft, setDraft] = useDraft(written);
  const reading = readDraft(fact.type, draft);
  const control = draftControl(fact.type);

  function commit(next: string): void {
    const read = readDraft(fact.type, next);
    if (next !== written && read.ok) onSet(read.json);
  }

  return (
    <div className={control === 'lines' ? 'col-span-full' : undefined}>
      <Field
        label={name}
        problem={reading.ok ? undefined : reading.message}
        aside={
          <IconButton label={`Take out ${name}`} className="-my-1 size-5" onClick={() => onSet(undefined)}>
            <X aria-hidden />
          </IconButton>
        }
      >
        <ValueInput
          type={fact.type}
          draft={draft}
          focused={fresh && json === undefined}
          onChange={(next) => {
            setDraft(next);
            if (control === 'switch' || control === 'choice') commit(next);
          }}
          onEnter={() => commit(draft)}
          onBlur={() => commit(draft)}
        />
      </Field>
    </div>
  );
}
