import type { QuestionStep } from '../../../document/model.ts';
import { NameListField } from '../fields/name-list-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { Section } from '../fields/section.tsx';
import { StepField } from '../fields/step-field.tsx';
import { WordingField } from '../fields/wording-field.tsx';
import { disclosureOptions, factOptions } from './name-options.tsx';
import type { StepFormProps } from './form-props.ts';

export function QuestionForm({ id, step, inspected }: StepFormProps<QuestionStep>) {
  const path = ['steps', id];
  const { procedure } = inspected.document;
  return (
    <>
      <Section title="What it asks">
        <WordingField
          label="Question"
          path={[...path, 'ask']}
          value={step.ask}
          inspected={inspected}
          placeholder="Which order is it about?"
        />
        <NameListField
          label="Collects"
          addLabel="Add a fact"
          path={[...path, 'collects']}
          values={step.collects}
          options={factOptions(procedure)}
          inspected={inspected}
          hint="Passed when all of these are known; skipped when they already are."
        />
        <NameListField
          label="Includes"
          addLabel="Add a disclosure"
          path={[...path, 'includes']}
          values={step.includes}
          options={disclosureOptions(procedure)}
          inspected={inspected}
        />
      </Section>
      <Section title="Where it leads">
        <StepField label="Next" link={{ from: id, slot: 'next' }} target={step.next} inspected={inspected} />
        <NumberField
          label="Retries"
          whole
          value={step.retries}
          placeholder="as long as the customer answers"
          hint="How often to ask again when something stays unknown."
          write={(value) => inspected.set([...path, 'retries'], value)}
        />
        <StepField
          label="Give up to"
          link={{ from: id, slot: 'giveUp' }}
          target={step.giveUp}
          inspected={inspected}
          hint="When the retries are used up."
        />
      </Section>
    </>
  );
}
