import { humanised } from '../../../document/humanised.ts';
import { planRenameStep } from '../../../document/operations/plan-rename-step.ts';
import { planSetField } from '../../../document/operations/plan-set-field.ts';
import { KindField } from '../fields/kind-field.tsx';
import { DraftField } from '../fields/draft-field.tsx';
import { OptionalTextField } from '../fields/optional-text-field.tsx';
import type { StepFormProps } from './form-props.ts';
import { ActionForm } from './action-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { EndForm } from './end-form.tsx';
import { EscalationForm } from './escalation-form.tsx';
import { MessageForm } from './message-form.tsx';
import { ProcedureStepForm } from './procedure-step-form.tsx';
import { QuestionForm } from './question-form.tsx';
import { Button } from '../../ui/button.tsx';

export function StepForm({ id, step, inspected }: StepFormProps) {
  const { document, gesture, set } = inspected;
  const path = ['steps', id];
  const isStart = document.procedure.start === id;
  return (
    <>
      <div className="flex flex-col gap-3 px-4 py-3">
        <OptionalTextField
          label="Title"
          path={[...path, 'title']}
          value={step.title}
          inspected={inspected}
          placeholder={humanised(id)}
        />
        <KindField id={id} step={step} inspected={inspected} />
        <DraftField
          label="Id"
          mono
          value={id}
          aside={
            isStart ? (
              <span className="text-xs text-faint">first step</span>
            ) : (
              <Button
                variant="ghost"
                className="-my-1.5 -mr-1.5 h-6 px-1.5 text-xs"
                onClick={() => gesture('Change start', (current) => planSetField(current, ['start'], id))}
              >
                Make first step
              </Button>
            )
          }
          write={(text) => gesture('Rename step', (current) => planRenameStep(current, id, text.trim()))}
        />
      </div>
      <KindForm id={id} step={step} inspected={inspected} />
      <div className="flex flex-col gap-3 border-t border-line px-4 py-3">
        <DraftField
          label="Notes"
          multiline
          value={step.description ?? ''}
          hint="For readers. The agent does not see them."
          write={(text) => set([...path, 'description'], text.trim() === '' ? undefined : text)}
        />
      </div>
    </>
  );
}

function KindForm({ id, step, inspected }: StepFormProps) {
  switch (step.kind) {
    case 'message':
      return <MessageForm id={id} step={step} inspected={inspected} />;
    case 'question':
      return <QuestionForm id={id} step={step} inspected={inspected} />;
    case 'action':
      return <ActionForm id={id} step={step} inspected={inspected} />;
    case 'decision':
      return <DecisionForm id={id} step={step} inspected={inspected} />;
    case 'procedure':
      return <ProcedureStepForm id={id} step={step} inspected={inspected} />;
    case 'escalation':
      return <EscalationForm id={id} step={step} inspected={inspected} />;
    case 'end':
      return <EndForm id={id} step={step} inspected={inspected} />;
  }
}
