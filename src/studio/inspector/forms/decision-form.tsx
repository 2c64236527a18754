import { useRef } from 'react';
import { Plus, Table2 } from 'lucide-react';
import type { SopDocument } from '../../../document/document.ts';
import type { DecisionStep } from '../../../document/model.ts';
import { planAddBranch } from '../../../document/operations/plan-add-branch.ts';
import { planDeleteBranch } from '../../../document/operations/plan-delete-branch.ts';
import { planMoveBranch } from '../../../document/operations/plan-move-branch.ts';
import { planTableFromBranches } from '../../../document/operations/plan-table-from-branches.ts';
import { Button } from '../../ui/button.tsx';
import { ConditionField } from '../fields/condition-field.tsx';
import { RowCard } from '../fields/row-card.tsx';
import { Section } from '../fields/section.tsx';
import { StepField } from '../fields/step-field.tsx';
import { OptionalTextField } from '../fields/optional-text-field.tsx';
import { focusSoon } from '../focus-soon.ts';
import { TableForm } from '../table/table-form.tsx';
import { useRefusal } from '../use-refusal.tsx';
import type { StepFormProps } from './form-props.ts';

export function DecisionForm({ id, step, inspected }: StepFormProps<DecisionStep>) {
  const Branches = step.columns === undefined ? BranchCards : TableForm;
  return (
    <>
      <Branches id={id} step={step} inspected={inspected} />
      <Section title="Otherwise">
        <StepField
          label="When no branch holds"
          link={{ from: id, slot: 'otherwise' }}
          target={step.otherwise}
          inspected={inspected}
        />
      </Section>
    </>
  );
}

function BranchCards({ id, step, inspected }: StepFormProps<DecisionStep>) {
  const { gesture, set } = inspected;
  const { refusal, attempt } = useRefusal();
  const list = useRef<HTMLOListElement>(null);
  const focusLast = () =>
    focusSoon(() => list.current?.lastElementChild?.querySelector<HTMLElement>('textarea, [data-add-row]'));
  const { branches } = step;
  return (
    <Section title="Branches">
      {branches.length > 1 && <p className="-mt-2 text-xs text-faint">The first that holds decides.</p>}
      <ol ref={list} className="flex flex-col gap-2">
        {branches.map((branch, index) => {
          const path = ['steps', id, 'branches', index];
          return (
            <RowCard
              // By its place: the form stays as it is while its branch moves.
              // oxlint-disable-next-line react/no-array-index-key
              key={`branch ${index}`}
              name={`Branch ${index + 1}`}
              index={index}
              count={branches.length}
              onMove={(to) =>
                attempt(gesture('Move branch', (current) => planMoveBranch(current, id, index, to)))
              }
              onDelete={() =>
                attempt(gesture('Delete branch', (current) => planDeleteBranch(current, id, index)))
              }
            >
              <ConditionField
                label="When"
                required
                value={branch.when}
                write={(text) => set([...path, 'when'], text)}
              />
              <OptionalTextField
                label="Label"
                path={[...path, 'label']}
                value={branch.label}
                inspected={inspected}
                placeholder="Words on the line"
              />
              <StepField
                label="Then"
                link={{ from: id, slot: 'branch', index }}
                target={branch.next}
                inspected={inspected}
              />
            </RowCard>
          );
        })}
      </ol>
      <Button
        className="self-start"
        icon={<Plus aria-hidden />}
        onClick={() => {
          attempt(gesture('Add branch', (current) => planAddBranch(current, id, { when: '' })));
          focusLast();
        }}
      >
        Add branch
      </Button>
      <Button
        variant="ghost"
        className="self-start"
        icon={<Table2 aria-hidden />}
        onClick={() =>
          attempt(
            gesture('Make a table', (current) => planTableFromBranches(current, id, firstFact(current))),
          )
        }
      >
        Make it a table
      </Button>
      {refusal}
    </Section>
  );
}

/** What a table that has no rows to learn from is about at first. */
function firstFact({ procedure }: SopDocument): string {
  const [name = 'turns'] = procedure.facts.keys();
  return name;
}
