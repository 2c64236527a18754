import { outcomesOf } from '../../../document/calls/outcomes.ts';
import type { ProcedureStep } from '../../../document/model.ts';
import { useProcedureLookup } from '../../session/procedure-lookup.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { CalledProcedure } from '../fields/called-procedure.tsx';
import { Section } from '../fields/section.tsx';
import { StepField } from '../fields/step-field.tsx';
import { useProcedureOptions } from '../use-procedure-options.ts';
import { useRefusal } from '../use-refusal.tsx';
import type { StepFormProps } from './form-props.ts';
import { GivenFacts, ReturnedFacts } from './mapped-facts.tsx';

export function ProcedureStepForm({ id, step, inspected }: StepFormProps<ProcedureStep>) {
  const path = ['steps', id];
  const options = useProcedureOptions(inspected.document.procedure.id);
  const lookup = useProcedureLookup();
  const called = step.procedure === undefined ? undefined : lookup(step.procedure)?.procedure;
  const outcomes = new Set([...(called ? outcomesOf(called) : []), ...step.outcomes.keys()]);
  const { refusal, attempt } = useRefusal();
  return (
    <>
      <Section title="What it runs">
        <Field
          label="Procedure"
          hint={called?.description ?? 'Another procedure, run in place of this step.'}
        >
          <Combobox
            mono
            value={step.procedure}
            options={options}
            placeholder="Choose a procedure"
            emptyText="No procedure by that name."
            createLabel="Use the id"
            onChange={(value) => attempt(inspected.set([...path, 'procedure'], value))}
            onClear={() => attempt(inspected.set([...path, 'procedure'], undefined))}
          />
        </Field>
        {refusal}
        <CalledProcedure sopId={step.procedure} stepId={id} />
      </Section>
      <GivenFacts id={id} step={step} called={called} inspected={inspected} />
      <ReturnedFacts id={id} step={step} called={called} inspected={inspected} />
      <Section title="Where it leads">
        {[...outcomes].map((outcome) => (
          <StepField
            key={outcome}
            label={outcome}
            link={{ from: id, slot: 'outcome', outcome }}
            target={step.outcomes.get(outcome)}
            inspected={inspected}
            clearLabel={step.next === undefined ? 'Nowhere' : `As after any other: ${step.next}`}
          />
        ))}
        <StepField
          label={outcomes.size === 0 ? 'Next' : 'After any other outcome'}
          link={{ from: id, slot: 'next' }}
          target={step.next}
          inspected={inspected}
          hint="When it ends with a handover, or is blocked, the run ends there."
        />
      </Section>
    </>
  );
}
