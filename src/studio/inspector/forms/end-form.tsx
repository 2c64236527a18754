import type { EndStep } from '../../../document/model.ts';
import { Section } from '../fields/section.tsx';
import { WordingField } from '../fields/wording-field.tsx';
import { OptionalTextField } from '../fields/optional-text-field.tsx';
import type { StepFormProps } from './form-props.ts';

export function EndForm({ id, step, inspected }: StepFormProps<EndStep>) {
  const path = ['steps', id];
  return (
    <Section title="How it ends">
      <OptionalTextField
        label="Outcome"
        mono
        path={[...path, 'outcome']}
        value={step.outcome}
        inspected={inspected}
        placeholder="returned"
        hint="In a word; results are counted by it."
      />
      <WordingField
        label="Last words"
        path={[...path, 'say']}
        value={step.say}
        inspected={inspected}
        placeholder="Is there anything else?"
      />
    </Section>
  );
}
