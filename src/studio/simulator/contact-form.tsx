import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { parseTimestamp } from '../../condition/time.ts';
import type { Path } from '../../document/diagnostic.ts';
import type { Procedure } from '../../document/model.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { factPath } from './contact-facts.ts';
import { planMoveItem, planRemove, planSet, type ContactEntry, type ContactsText } from './contacts-text.ts';
import { DraftField } from './draft-field.tsx';
import { FactsEditor } from './facts-editor.tsx';
import { ResultsEditor } from './results-editor.tsx';
import type { ContactActions } from './use-contacts.ts';

/** A contact as a form. Every change is one small edit of the contacts' text. */
export function ContactForm({
  file,
  entry,
  actions,
  procedure,
  onRename,
}: {
  readonly file: ContactsText;
  readonly entry: ContactEntry;
  readonly actions: ContactActions;
  readonly procedure: Procedure;
  readonly onRename: (id: string) => void;
}) {
  const { data, path } = entry;
  const field = (key: string): string => textOf(data.get(key));

  function set(inside: Path, value: unknown, label: string): boolean {
    const at = [...path, ...inside];
    return actions.apply(value === undefined ? planRemove(file, at) : planSet(file, at, value), label);
  }
  function setText(key: string, value: string): void {
    set([key], value === '' ? undefined : value, `Edit ${key}`);
  }
  const scope = procedure.scope;

  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5 p-3">
      <Group title="Contact">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,10rem),1fr))] gap-x-3 gap-y-2">
          <DraftField
            label="Id"
            mono
            value={entry.id}
            problemOf={(id) =>
              id.trim() === ''
                ? 'A contact needs an id.'
                : file.entries.some((other) => other !== entry && other.id === id)
                  ? 'Another contact has this id.'
                  : undefined
            }
            onCommit={(id) => {
              if (set(['id'], id, 'Rename contact')) onRename(id);
            }}
          />
          <Choice
            label="Intent"
            value={field('intent')}
            options={scope.intents}
            onChange={(value) => setText('intent', value)}
          />
          <Choice
            label="Channel"
            value={field('channel')}
            options={scope.channels}
            onChange={(value) => setText('channel', value)}
          />
          <Choice
            label="Locale"
            value={field('locale')}
            options={scope.locales}
            onChange={(value) => setText('locale', value)}
          />
          <DraftField
            label="Date and time"
            mono
            value={field('at')}
            placeholder="2026-05-04T09:30:00Z"
            problemOf={(value) =>
              value === '' || parseTimestamp(value) !== undefined
                ? undefined
                : 'Write a date and time with its offset, such as 2026-05-04T09:30:00Z.'
            }
            onCommit={(value) => setText('at', value)}
          />
        </div>
      </Group>
      <Group title="Known from the start">
        <FactsEditor
          data={data.get('facts')}
          procedure={procedure}
          onSet={(name, value, found) =>
            set(['facts', ...(found ?? factPath(data.get('facts'), name))], value, `Set ${name}`)
          }
        />
      </Group>
      <Turns file={file} entry={entry} actions={actions} procedure={procedure} />
      <ResultsEditor
        data={data.get('results')}
        procedure={procedure}
        onSet={(inside, value) => set(['results', ...inside], value, 'Edit result')}
      />
      <Group title="Expected">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,12rem),1fr))] gap-x-3 gap-y-2">
          <Choice
            label="Outcome"
            value={
              data.get('expect') instanceof Map
                ? textOf((data.get('expect') as Map<string, unknown>).get('outcome'))
                : ''
            }
            options={outcomesOf(procedure)}
            onChange={(value) =>
              set(['expect', 'outcome'], value === '' ? undefined : value, 'Edit expectation')
            }
          />
        </div>
      </Group>
    </div>
  );
}

function Turns({
  file,
  entry,
  actions,
  procedure,
}: {
  readonly file: ContactsText;
  readonly entry: ContactEntry;
  readonly actions: ContactActions;
  readonly procedure: Procedure;
}) {
  const data = entry.data.get('turns');
  const turns: readonly unknown[] = Array.isArray(data) ? data : [];
  const at: Path = [...entry.path, 'turns'];
  return (
    <Group title="What the customer says">
      <ol className="flex flex-col gap-2">
        {turns.map((turn, index) => {
          const plain = !(turn instanceof Map);
          const said = plain ? textOf(turn) : textOf(turn.get('say'));
          const facts: unknown = plain ? undefined : turn.get('facts');
          return (
            <li key={index} className="flex flex-col gap-2 rounded-md border border-line p-2">
              <DraftField
                label={`Turn ${index + 1}`}
                lines
                value={said}
                placeholder="What the customer says"
                aside={
                  <span className="flex">
                    <IconButton
                      label={`Move turn ${index + 1} up`}
                      className="-my-1 size-5"
                      disabled={index === 0}
                      onClick={() => actions.apply(planMoveItem(file, at, index, index - 1), 'Move turn')}
                    >
                      <ArrowUp aria-hidden />
                    </IconButton>
                    <IconButton
                      label={`Move turn ${index + 1} down`}
                      className="-my-1 size-5"
                      disabled={index === turns.length - 1}
                      onClick={() => actions.apply(planMoveItem(file, at, index, index + 1), 'Move turn')}
                    >
                      <ArrowDown aria-hidden />
                    </IconButton>
                    <IconButton
                      label={`Delete turn ${index + 1}`}
                      className="-my-1 size-5"
                      onClick={() => actions.apply(planRemove(file, [...at, index]), 'Delete turn')}
                    >
                      <Trash2 aria-hidden />
                    </IconButton>
                  </span>
                }
                onCommit={(text) =>
                  actions.apply(
                    planSet(file, plain ? [...at, index] : [...at, index, 'say'], text),
                    'Edit turn',
                  )
                }
              />
              <FactsEditor
                data={facts}
                procedure={procedure}
                onSet={(name, value, found) =>
                  actions.apply(
                    plain
                      ? planSet(file, [...at, index], { say: said, facts: { [name]: value } })
                      : value === undefined
                        ? planRemove(file, [...at, index, 'facts', ...(found ?? [name])])
                        : planSet(file, [...at, index, 'facts', ...(found ?? factPath(facts, name))], value),
                    `Set ${name}`,
                  )
                }
              />
            </li>
          );
        })}
      </ol>
      <Button
        className="self-start"
        icon={<Plus aria-hidden />}
        onClick={() => actions.apply(planSet(file, [...at, turns.length], { say: '' }), 'Add turn')}
      >
        Add turn
      </Button>
    </Group>
  );
}

export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="font-medium">{title}</h3>
      {children}
    </section>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      <Combobox
        value={value === '' ? undefined : value}
        options={options.map((option) => ({ value: option }))}
        createLabel="Use"
        placeholder="any"
        onChange={onChange}
        onClear={() => onChange('')}
      />
    </Field>
  );
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : typeof value === 'object' ? '' : String(value);
}

function outcomesOf(procedure: Procedure): readonly string[] {
  const drawn = [...procedure.steps.values()].flatMap((step) =>
    step.kind === 'end' && step.outcome !== undefined ? [step.outcome] : [],
  );
  return [...new Set([...drawn, 'escalated', 'out-of-scope', 'blocked', 'stuck'])];
}
