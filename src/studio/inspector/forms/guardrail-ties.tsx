import { ChoiceField } from '../fields/choice-field.tsx';
import { NameListField } from '../fields/name-list-field.tsx';
import { Section } from '../fields/section.tsx';
import { stepOptions } from '../fields/step-field.tsx';
import type { GuardrailFormProps } from './form-props.ts';
import { actionOptions } from './name-options.tsx';

/** What a guardrail governs. */
export function GuardrailTies({ id, guardrail, inspected }: GuardrailFormProps) {
  const { procedure } = inspected.document;
  const path = ['guardrails', id];
  const { appliesTo } = guardrail;
  return (
    <Section title="What it governs">
      <NameListField
        label="Before"
        addLabel="Add an action or a step"
        path={[...path, 'before']}
        values={guardrail.before}
        options={[...actionOptions(procedure), ...stepOptions(procedure)]}
        inspected={inspected}
        hint="Checked before these: disclosure, confirmation, requirement."
      />
      <ChoiceField
        label="Texts of"
        value={appliesTo === 'all' ? 'all' : 'some'}
        options={[
          { value: 'all', label: 'Every step' },
          { value: 'some', label: 'Some steps' },
        ]}
        write={(value) => inspected.set([...path, 'appliesTo'], value === 'all' ? 'all' : [])}
      />
      {appliesTo !== 'all' && (
        <NameListField
          label="Steps"
          addLabel="Add a step"
          path={[...path, 'appliesTo']}
          values={appliesTo}
          options={stepOptions(procedure)}
          inspected={inspected}
          hint="Words never said, limits and tone are looked at in these."
        />
      )}
    </Section>
  );
}
