import type { MessageStep } from '../../../document/model.ts';
import { DraftField } from '../fields/draft-field.tsx';
import { NameListField } from '../fields/name-list-field.tsx';
import { Section } from '../fields/section.tsx';
import { StepField } from '../fields/step-field.tsx';
import { WordingField } from '../fields/wording-field.tsx';
import { disclosureOptions } from './name-options.tsx';
import type { StepFormProps } from './form-props.ts';

export function MessageForm({ id, step, inspected }: StepFormProps<MessageStep>) {
  const path = ['steps', id];
  const guides = step.instruct !== undefined;
  return (
    <Section title="What it says">
      {(!guides || step.say !== undefined) && (
        <WordingField
          label="Text"
          path={[...path, 'say']}
          value={step.say}
          inspected={inspected}
          placeholder="Your refund is on its way."
          hint="Said word for word. {{order.id}} puts in a value."
        />
      )}
      {step.say === undefined && (
        <DraftField
          label="Guidance"
          multiline
          value={step.instruct ?? ''}
          placeholder="Explain how long it takes."
          hint="The agent says this in its own words."
          write={(text) => inspected.set([...path, 'instruct'], text.trim() === '' ? undefined : text)}
        />
      )}
      <NameListField
        label="Includes"
        addLabel="Add a disclosure"
        path={[...path, 'includes']}
        values={step.includes}
        options={disclosureOptions(inspected.document.procedure)}
        inspected={inspected}
        hint="Says these guardrails’ wording word for word."
      />
      <StepField label="Next" link={{ from: id, slot: 'next' }} target={step.next} inspected={inspected} />
    </Section>
  );
}
