import { Maximize2 } from 'lucide-react';
import { useState } from 'react';
import { nameOf } from '../../../document/humanised.ts';
import { planBranchesFromTable } from '../../../document/operations/plan-branches-from-table.ts';
import type { DecisionStep } from '../../../document/model.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { Section } from '../fields/section.tsx';
import type { StepFormProps } from '../forms/form-props.ts';
import { useRefusal } from '../use-refusal.tsx';
import { TableGrid } from './table-grid.tsx';

const hits = [
  { value: 'first', label: 'The first row that holds' },
  { value: 'unique', label: 'The only row that holds' },
];

/** A decision written as a table; also opened large. */
export function TableForm({ id, step, inspected }: StepFormProps<DecisionStep>) {
  const { gesture, set } = inspected;
  const { refusal, attempt } = useRefusal();
  const [isLarge, setLarge] = useState(false);
  return (
    <Section title="Table">
      {!isLarge && (
        <TableGrid
          id={id}
          step={step}
          inspected={inspected}
          aside={
            <IconButton label="Open the table large" onClick={() => setLarge(true)}>
              <Maximize2 aria-hidden />
            </IconButton>
          }
        />
      )}
      <ChoiceField
        label="Which row decides"
        value={step.hits}
        options={hits}
        hint={step.hits === 'unique' ? 'Rows that overlap are reported.' : undefined}
        write={(value) => set(['steps', id, 'hits'], value === 'first' ? undefined : value)}
      />
      <Button
        className="self-start"
        onClick={() => attempt(gesture('Make branches', (current) => planBranchesFromTable(current, id)))}
      >
        Make branches of it
      </Button>
      {refusal}
      <Dialog open={isLarge} onOpenChange={setLarge} full title={nameOf(id, step)}>
        <TableGrid id={id} step={step} inspected={inspected} />
      </Dialog>
    </Section>
  );
}
