import type { ReactNode } from 'react';
import type { Action, ActionInput } from '../../../document/model.ts';
import { describeType } from '../describe-type.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { DeclarationList } from '../fields/declaration-list.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { inputSpec, planRenameInput } from '../plan-rename-input.ts';
import type { Inspected } from '../use-inspected.ts';
import { DeclarationsSection } from './declarations-section.tsx';
import { DescriptionField } from './declared-fields.tsx';
import { TypeFields } from './type-fields.tsx';

export function ActionsSection({ inspected }: { readonly inspected: Inspected }) {
  return (
    <DeclarationsSection<Action>
      title="Actions"
      noun="action"
      section="actions"
      inspected={inspected}
      entries={inspected.document.procedure.actions}
      summary={(action) => `${action.input.size} inputs, ${action.effect}s`}
      fresh={{ effect: 'read' }}
      placeholder="orders.return"
    >
      {(name, action) => (
        <>
          <ChoiceField
            label="Effect"
            value={action.effect}
            options={[
              { value: 'read', label: 'Reads: changes nothing' },
              { value: 'write', label: 'Writes: changes something' },
            ]}
            write={(value) => inspected.set(['actions', name, 'effect'], value)}
          />
          <DescriptionField path={['actions', name]} value={action.description} inspected={inspected} />
          <InputList name={name} action={action} inspected={inspected} />
        </>
      )}
    </DeclarationsSection>
  );
}

interface InputListProps {
  readonly name: string;
  readonly action: Action;
  readonly inspected: Inspected;
}

function InputList({ name, action, inspected }: InputListProps) {
  const { gesture, set } = inspected;
  const path = ['actions', name, 'input'];
  return (
    <fieldset aria-label={`Inputs of ${name}`} className="flex flex-col gap-1">
      <span className="text-xs font-medium text-muted">Inputs</span>
      <DeclarationList
        noun="input"
        placeholder="orderId"
        rows={[...action.input].map(([input, entry]) => ({
          name: input,
          summary: describeType(entry.type) + (entry.optional ? ', optional' : ''),
          isFaulty: false,
          body: () => inputFields(entry, (next) => set([...path, input], inputSpec(next))),
        }))}
        onAdd={(input) =>
          action.input.has(input) ? `There is an input ${input} already.` : set([...path, input], 'string')
        }
        onRename={(input, next) =>
          gesture('Rename input', (current) => planRenameInput(current, name, input, next))
        }
        onDelete={(input) => set([...path, input], undefined)}
      />
    </fieldset>
  );
}

function inputFields(entry: ActionInput, write: (next: ActionInput) => string | undefined): ReactNode {
  return (
    <>
      <TypeFields label="Type" type={entry.type} write={(type) => write({ ...entry, type })} />
      <SwitchField
        label="May be left out"
        checked={entry.optional}
        onChange={(optional) => write({ ...entry, optional })}
      />
    </>
  );
}
