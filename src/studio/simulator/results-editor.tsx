import { Plus, Trash2 } from 'lucide-react';
import type { Path } from '../../document/diagnostic.ts';
import type { Procedure } from '../../document/model.ts';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { factPath, toPlain } from './contact-facts.ts';
import { DraftField } from './draft-field.tsx';
import { FactsEditor } from './facts-editor.tsx';

/** What each action returns. An action that is not named here succeeds and sets nothing. */
export function ResultsEditor({
  data,
  procedure,
  onSet,
}: {
  readonly data: unknown;
  readonly procedure: Procedure;
  /** The path inside `results`; undefined takes out. */
  readonly onSet: (inside: Path, value: unknown) => void;
}) {
  const results: ReadonlyMap<string, unknown> = data instanceof Map ? data : new Map<string, unknown>();
  const missing = [...procedure.actions.keys()].filter((name) => !results.has(name));
  return (
    <section aria-label="What the actions return" className="flex flex-col gap-2">
      <h3 className="font-medium">What the actions return</h3>
      {results.size === 0 && <p className="text-sm text-muted">Every action succeeds and sets nothing.</p>}
      {[...results].map(([action, entry]) => {
        const calls: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
        const inside = (index: number): Path => (Array.isArray(entry) ? [action, index] : [action]);
        return (
          <fieldset key={action} className="flex flex-col gap-2 rounded-md border border-line p-2">
            <legend className="flex items-center gap-1 px-1 font-mono text-xs">
              {action}
              <IconButton
                label={`Take out the result of ${action}`}
                className="size-5"
                onClick={() => onSet([action], undefined)}
              >
                <Trash2 aria-hidden />
              </IconButton>
            </legend>
            {calls.map((call, index) => (
              <CallResult
                key={index}
                label={calls.length > 1 ? `Call ${index + 1}` : 'The call'}
                call={call}
                procedure={procedure}
                onReplace={(value) => onSet(inside(index), value)}
                onFact={(name, value, found) => {
                  if (call instanceof Map) {
                    onSet(
                      [...inside(index), 'facts', ...(found ?? factPath(call.get('facts'), name))],
                      value,
                    );
                  } else if (value !== undefined) onSet(inside(index), { facts: { [name]: value } });
                }}
              />
            ))}
          </fieldset>
        );
      })}
      {missing.length > 0 && (
        <div className="w-52">
          <Combobox
            value={undefined}
            mono
            aria-label="Add a result"
            placeholder="Add a result"
            options={missing.map((name) => ({ value: name, icon: <Plus aria-hidden size={12} /> }))}
            onChange={(name) => onSet([name], { error: 'The system does not answer' })}
          />
        </div>
      )}
    </section>
  );
}

function CallResult({
  label,
  call,
  procedure,
  onReplace,
  onFact,
}: {
  readonly label: string;
  readonly call: unknown;
  readonly procedure: Procedure;
  readonly onReplace: (value: unknown) => void;
  readonly onFact: (name: string, value: unknown, found: Path | undefined) => void;
}) {
  const error = call instanceof Map ? (call.get('error') as unknown) : undefined;
  const fails = error !== undefined;
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,12rem),1fr))] gap-x-3 gap-y-2">
        <Field label={label}>
          <Select
            value={fails ? 'fails' : 'succeeds'}
            options={[
              { value: 'succeeds', label: 'succeeds' },
              { value: 'fails', label: 'fails' },
            ]}
            onChange={(value) => {
              if (value === 'fails' && !fails) onReplace({ error: 'The system does not answer' });
              if (value === 'succeeds' && fails) onReplace({ facts: {} });
            }}
          />
        </Field>
        {fails && (
          <DraftField
            label="Error"
            value={String(toPlain(error) ?? '')}
            onCommit={(text) => onReplace({ error: text })}
          />
        )}
      </div>
      {!fails && (
        <FactsEditor
          data={call instanceof Map ? call.get('facts') : undefined}
          procedure={procedure}
          onSet={onFact}
        />
      )}
    </div>
  );
}
