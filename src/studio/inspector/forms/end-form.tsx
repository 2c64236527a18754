import type { EndStep } from '../../../document/model.ts';
import { DraftField } from '../fields/draft-field.tsx';
import { Section } from '../fields/section.tsx';
import { WordingField } from '../fields/wording-field.tsx';
import type { StepFormProps } from './form-props.ts';

export function EndForm({ id, step, inspected }: StepFormProps<EndStep>) {
  const path = ['steps', id];
  return (
    <Section title="How it ends">
      <DraftField
        label="Outcome"
        mono
        value={step.outcome ?? ''}
        placeholder="returned"
        hint="In a word; results are counted by it."
        write={(text) => inspected.set([...path, 'outcome'], text.trim() === '' ? undefined : text.trim())}
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
