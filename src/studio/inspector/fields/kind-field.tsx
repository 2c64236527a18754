import { fieldsLost, planSetStepKind } from '../../../document/operations/plan-set-step-kind.ts';
import type { StepKind } from '../../../document/model.ts';
import { ElementIcon } from '../../ui/element-icon.tsx';
import { elementWord } from '../../ui/element-kind.ts';
import { notify } from '../../ui/notify.tsx';
import type { StepFormProps } from '../forms/form-props.ts';
import { ChoiceField } from './choice-field.tsx';
import { stepKinds } from './step-kinds.ts';

const options = stepKinds.map((kind) => ({
  value: kind,
  label: elementWord[kind],
  icon: <ElementIcon kind={kind} size={14} />,
}));

/** What a step is. Says what went when it becomes something else. */
export function KindField({ id, step, inspected }: StepFormProps) {
  const { document, gesture } = inspected;
  const change = (kind: StepKind): string | undefined => {
    const lost = fieldsLost(document, id, kind);
    const refusal = gesture('Change kind', (current) => planSetStepKind(current, id, kind));
    if (refusal === undefined && lost.length > 0) {
      notify(`Removed ${lost.join(', ')}`, {
        detail: `${elementWord[kind]} steps have no such fields. Undo brings them back.`,
      });
    }
    return refusal;
  };
  return (
    <ChoiceField
      label="Kind"
      value={step.kind}
      options={options}
      write={(value) => {
        const kind = stepKinds.find((each) => each === value);
        return kind && change(kind);
      }}
    />
  );
}
