import { useRef } from 'react';
import { Plus } from 'lucide-react';
import { triggerCategories, type EscalationStep } from '../../../document/model.ts';
import { planAddListItem } from '../../../document/operations/plan-add-list-item.ts';
import { planDeleteListItem } from '../../../document/operations/plan-delete-list-item.ts';
import { planMoveListItem } from '../../../document/operations/plan-move-list-item.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { ConditionField } from '../fields/condition-field.tsx';
import { RowCard } from '../fields/row-card.tsx';
import { Section } from '../fields/section.tsx';
import { TemplateField } from '../fields/template-field.tsx';
import { WordingField } from '../fields/wording-field.tsx';
import { OptionalTextField } from '../fields/optional-text-field.tsx';
import { focusSoon } from '../focus-soon.ts';
import { useRefusal } from '../use-refusal.tsx';
import type { StepFormProps } from './form-props.ts';

const priorities = ['low', 'normal', 'high', 'urgent'].map((value) => ({
  value,
  label: value[0]?.toUpperCase() + value.slice(1),
}));

const categories = triggerCategories.map((value) => ({
  value,
  label: (value[0]?.toUpperCase() + value.slice(1)).replaceAll('-', ' '),
}));

export function EscalationForm({ id, step, inspected }: StepFormProps<EscalationStep>) {
  const { set } = inspected;
  const path = ['steps', id];
  return (
    <>
      <Section title="Who takes over">
        <OptionalTextField
          label="Queue"
          path={[...path, 'queue']}
          value={step.queue}
          inspected={inspected}
          placeholder="tier-2"
        />
        <ChoiceField
          label="Priority"
          value={step.priority}
          options={priorities}
          write={(value) => set([...path, 'priority'], value)}
        />
        <WordingField
          label="Words to the customer"
          path={[...path, 'say']}
          value={step.say}
          inspected={inspected}
          placeholder="A colleague will take over from here."
        />
        <TemplateField
          label="Handoff note"
          value={step.handoff ?? ''}
          write={(text) => set([...path, 'handoff'], text === '' ? undefined : text)}
          placeholder="Order {{order.id}}, …"
          hint="What the person who takes over reads."
        />
      </Section>
      <Triggers id={id} step={step} inspected={inspected} />
    </>
  );
}

function Triggers({ id, step, inspected }: StepFormProps<EscalationStep>) {
  const { gesture, set } = inspected;
  const { refusal, attempt } = useRefusal();
  const list = useRef<HTMLOListElement>(null);
  const focusLast = () =>
    focusSoon(() => list.current?.lastElementChild?.querySelector<HTMLElement>('textarea, [data-add-row]'));
  const path = ['steps', id, 'triggers'];
  return (
    <Section title="Triggers">
      <p className="-mt-2 text-xs text-faint">
        Looked at before every step and after every turn of the customer.
      </p>
      <ol ref={list} className="flex flex-col gap-2">
        {step.triggers.map((trigger, index) => (
          <RowCard
            // By its place: the form stays as it is while its trigger moves.
            // oxlint-disable-next-line react/no-array-index-key
            key={`trigger ${index}`}
            name={`Trigger ${index + 1}`}
            index={index}
            count={step.triggers.length}
            onMove={(to) =>
              attempt(gesture('Move trigger', (current) => planMoveListItem(current, path, index, to)))
            }
            onDelete={() =>
              attempt(gesture('Delete trigger', (current) => planDeleteListItem(current, path, index)))
            }
          >
            <ConditionField
              label="When"
              required
              placeholder="sentiment < -0.5"
              value={trigger.when}
              write={(text) => set([...path, index, 'when'], text)}
            />
            <ChoiceField
              label="Category"
              value={trigger.category}
              options={categories}
              write={(value) => set([...path, index, 'category'], value)}
            />
          </RowCard>
        ))}
      </ol>
      <Button
        className="self-start"
        icon={<Plus aria-hidden />}
        onClick={() => {
          attempt(
            gesture('Add trigger', (current) =>
              planAddListItem(current, path, { when: '', category: 'customer-request' }),
            ),
          );
          focusLast();
        }}
      >
        Add trigger
      </Button>
      {refusal}
    </Section>
  );
}
