import type { ProcedureStep } from '../../../document/model.ts';
import { CalledProcedure } from '../fields/called-procedure.tsx';
import { DraftField } from '../fields/draft-field.tsx';
import { Section } from '../fields/section.tsx';
import { StepField } from '../fields/step-field.tsx';
import type { StepFormProps } from './form-props.ts';

export function ProcedureStepForm({ id, step, inspected }: StepFormProps<ProcedureStep>) {
  const path = ['steps', id];
  return (
    <>
      <Section title="What it runs">
        <DraftField
          label="Procedure"
          mono
          value={step.procedure ?? ''}
          placeholder="identity-check"
          hint="The id of another procedure."
          write={(text) =>
            inspected.set([...path, 'procedure'], text.trim() === '' ? undefined : text.trim())
          }
        />
        <CalledProcedure sopId={step.procedure} stepId={id} />
      </Section>
      <Section title="Where it leads">
        {[...step.outcomes].map(([outcome, target]) => (
          <StepField
            key={outcome}
            label={outcome}
            link={{ from: id, slot: 'outcome', outcome }}
            target={target}
            inspected={inspected}
          />
        ))}
        <StepField label="Next" link={{ from: id, slot: 'next' }} target={step.next} inspected={inspected} />
      </Section>
    </>
  );
}
