import type { ActionStep } from '../../../document/model.ts';
import type { ActionInput } from '../../../document/model.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { ConditionField } from '../fields/condition-field.tsx';
import { Section } from '../fields/section.tsx';
import { StepField } from '../fields/step-field.tsx';
import { describeType } from '../describe-type.ts';
import { actionOptions } from './name-options.tsx';
import type { StepFormProps } from './form-props.ts';

export function ActionForm({ id, step, inspected }: StepFormProps<ActionStep>) {
  const path = ['steps', id];
  const { procedure } = inspected.document;
  const action = step.call === undefined ? undefined : procedure.actions.get(step.call);
  const inputs = new Map<string, ActionInput | undefined>(action?.input);
  for (const name of step.with.keys()) if (!inputs.has(name)) inputs.set(name, undefined);
  return (
    <>
      <Section title="What it calls">
        <Field label="Action" hint={action?.description}>
          <Combobox
            mono
            value={step.call}
            options={actionOptions(procedure)}
            placeholder="Choose an action"
            emptyText="No action by that name. Actions are declared with the procedure."
            onChange={(name) => inspected.set([...path, 'call'], name)}
          />
        </Field>
        {[...inputs].map(([name, input]) => (
          <ConditionField
            key={name}
            label={name}
            value={step.with.get(name) ?? ''}
            expected={input?.type ?? { kind: 'dynamic' }}
            required={input !== undefined && !input.optional}
            placeholder="order.id"
            aside={<InputNote input={input} known={action !== undefined} />}
            write={(text) => inspected.set([...path, 'with', name], text.trim() === '' ? undefined : text)}
          />
        ))}
        {action !== undefined && inputs.size === 0 && (
          <p className="text-xs text-faint">This action takes no input.</p>
        )}
      </Section>
      <Section title="Where it leads">
        <StepField label="Next" link={{ from: id, slot: 'next' }} target={step.next} inspected={inspected} />
        <StepField
          label="On error"
          link={{ from: id, slot: 'onError' }}
          target={step.onError}
          inspected={inspected}
          hint="When the call fails."
        />
      </Section>
    </>
  );
}

function InputNote({ input, known }: { readonly input: ActionInput | undefined; readonly known: boolean }) {
  if (input) {
    return (
      <span className="truncate text-xs text-faint">
        {describeType(input.type)}
        {input.optional ? ', optional' : ''}
      </span>
    );
  }
  return known ? <span className="text-xs text-error-ink">not an input of this action</span> : undefined;
}
