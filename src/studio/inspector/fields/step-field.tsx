import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Procedure } from '../../../document/model.ts';
import type { Link } from '../../../document/operations/link.ts';
import { pathOfLink } from '../../../document/graph.ts';
import { addStep, newStepId } from '../../../document/operations/plan-add-step.ts';
import { planConnect } from '../../../document/operations/plan-connect.ts';
import { planInsertStep } from '../../../document/operations/plan-insert-step.ts';
import { setField } from '../../../document/operations/set-field.ts';
import { Draft } from '../../../document/yaml-edit/draft.ts';
import { planDisconnect } from '../../../document/operations/plan-disconnect.ts';
import type { Plan } from '../../../document/operations/plan.ts';
import type { SopDocument } from '../../../document/document.ts';
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx';
import { ElementIcon } from '../../ui/element-icon.tsx';
import { elementWord } from '../../ui/element-kind.ts';
import { Field } from '../../ui/field.tsx';
import type { Inspected } from '../use-inspected.ts';
import { stepKinds } from './step-kinds.ts';

/** No id holds a blank, so these are none. */
const newStepPrefix = 'new step: ';

export interface StepFieldProps {
  readonly label: string;
  readonly link: Link;
  readonly target: string | undefined;
  readonly inspected: Inspected;
  readonly hint?: string;
  readonly clearLabel?: string;
}

/** Where a link leads: one of the steps, or a step made for it. */
export function StepField({ label, link, target, inspected, hint, clearLabel = 'Nowhere' }: StepFieldProps) {
  const { document, gesture } = inspected;
  const [problem, setProblem] = useState<string>();
  const choose = (value: string) => {
    setProblem(
      value.startsWith(newStepPrefix) || !document.procedure.steps.has(value)
        ? gesture(`Add step behind ${label.toLowerCase()}`, (current) => planNewTarget(current, link, value))
        : gesture(`Change ${label.toLowerCase()}`, (current) => planConnect(current, link, value)),
    );
  };
  return (
    <Field label={label} hint={hint} problem={problem}>
      <Combobox
        value={target}
        mono
        placeholder={clearLabel}
        clearLabel={clearLabel}
        createLabel="New message"
        options={[...stepOptions(document.procedure), ...newStepOptions]}
        onChange={choose}
        onClear={() =>
          setProblem(gesture(`Clear ${label.toLowerCase()}`, (current) => planDisconnect(current, link)))
        }
      />
    </Field>
  );
}

const remembered = new WeakMap<Procedure['steps'], readonly ComboboxOption[]>();

/** Remembered as long as the steps stay: a decision asks for it once for each branch. */
export function stepOptions({ steps }: Procedure): readonly ComboboxOption[] {
  const known = remembered.get(steps);
  if (known) return known;
  const options = [...steps].map(([id, step]) => ({
    value: id,
    detail: step.title,
    icon: <ElementIcon kind={step.kind} size={14} named />,
  }));
  remembered.set(steps, options);
  return options;
}

const newStepOptions: readonly ComboboxOption[] = stepKinds.map((kind) => ({
  value: newStepPrefix + kind,
  label: `New ${elementWord[kind].toLowerCase()}`,
  icon: <Plus aria-hidden className="text-faint" />,
}));

/** Puts a new step where the link leads; what it led to follows, unless nothing can follow a step of that kind. */
function planNewTarget(document: SopDocument, link: Link, choice: string): Plan {
  const kind = stepKinds.find((each) => choice === newStepPrefix + each);
  const step = kind ? { kind } : { kind: 'message' as const, id: choice };
  const inserted = planInsertStep(document, link, step);
  if (inserted.ok || (kind !== 'end' && kind !== 'escalation')) return inserted;
  const draft = new Draft(document.source);
  const { id } = newStepId(document, step);
  addStep(draft, id, step, link.from);
  setField(draft, pathOfLink(link), id);
  return draft.plan({ created: [`step:${id}`] });
}
