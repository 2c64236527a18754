import type { StepKind } from '../document/model.ts';
import type { Editable } from '../document/operations/editable.ts';
import { planAddBranch } from '../document/operations/plan-add-branch.ts';
import { planAddColumn } from '../document/operations/plan-add-column.ts';
import { planAddDeclaration } from '../document/operations/plan-add-declaration.ts';
import { planAddGuardrail } from '../document/operations/plan-add-guardrail.ts';
import { planAddListItem } from '../document/operations/plan-add-list-item.ts';
import { planAddStep } from '../document/operations/plan-add-step.ts';
import { planConnect } from '../document/operations/plan-connect.ts';
import { planDeleteBranch } from '../document/operations/plan-delete-branch.ts';
import { planDeleteColumn } from '../document/operations/plan-delete-column.ts';
import { planDeleteDeclaration } from '../document/operations/plan-delete-declaration.ts';
import { planDeleteElements } from '../document/operations/plan-delete-elements.ts';
import { planDeleteListItem } from '../document/operations/plan-delete-list-item.ts';
import { planDisconnect } from '../document/operations/plan-disconnect.ts';
import { planDuplicate } from '../document/operations/plan-duplicate.ts';
import { planInsertStep } from '../document/operations/plan-insert-step.ts';
import { planMoveBranch } from '../document/operations/plan-move-branch.ts';
import { planMoveColumn } from '../document/operations/plan-move-column.ts';
import { planMoveListItem } from '../document/operations/plan-move-list-item.ts';
import { planRenameGuardrail } from '../document/operations/plan-rename-guardrail.ts';
import { planRenameName } from '../document/operations/plan-rename-name.ts';
import { planRenameStep } from '../document/operations/plan-rename-step.ts';
import { planSetCell } from '../document/operations/plan-set-cell.ts';
import { planSetField } from '../document/operations/plan-set-field.ts';
import { planTieGuardrail } from '../document/operations/plan-tie-guardrail.ts';
import { planUntieGuardrail } from '../document/operations/plan-untie-guardrail.ts';
import type { Plan } from '../document/operations/plan.ts';
import type { Gesture } from './gesture.ts';

export function planGesture(document: Editable, gesture: Gesture): Plan {
  switch (gesture.do) {
    case 'add-step':
      return planAddStep(document, { ...gesture, kind: gesture.kind as StepKind });
    case 'insert-step':
      return planInsertStep(document, gesture.link, { ...gesture, kind: gesture.kind as StepKind });
    case 'delete':
      return planDeleteElements(document, gesture.keys, gesture.mode);
    case 'rename-step':
      return planRenameStep(document, gesture.id, gesture.next);
    case 'rename-guardrail':
      return planRenameGuardrail(document, gesture.id, gesture.next);
    case 'rename-name':
      return planRenameName(document, gesture.section, gesture.name, gesture.next);
    case 'set-field':
      return planSetField(document, gesture.path, gesture.value);
    case 'connect':
      return planConnect(document, gesture.link, gesture.target);
    case 'disconnect':
      return planDisconnect(document, gesture.link);
    case 'add-branch':
      return planAddBranch(document, gesture.id, gesture.branch, gesture.index);
    case 'delete-branch':
      return planDeleteBranch(document, gesture.id, gesture.index);
    case 'move-branch':
      return planMoveBranch(document, gesture.id, gesture.from, gesture.to);
    case 'add-column':
      return planAddColumn(document, gesture.id, gesture.column, gesture.index);
    case 'delete-column':
      return planDeleteColumn(document, gesture.id, gesture.index);
    case 'move-column':
      return planMoveColumn(document, gesture.id, gesture.from, gesture.to);
    case 'set-cell':
      return planSetCell(document, gesture.id, gesture.row, gesture.column, gesture.text);
    case 'add-item':
      return planAddListItem(document, gesture.path, gesture.value, gesture.index);
    case 'delete-item':
      return planDeleteListItem(document, gesture.path, gesture.index);
    case 'move-item':
      return planMoveListItem(document, gesture.path, gesture.from, gesture.to);
    case 'add-guardrail':
      return planAddGuardrail(document, gesture);
    case 'tie':
      return planTieGuardrail(document, gesture.id, gesture.target, gesture.how);
    case 'untie':
      return planUntieGuardrail(document, gesture.id, gesture.target);
    case 'duplicate':
      return planDuplicate(document, gesture.keys);
    case 'add-declaration':
      return planAddDeclaration(document, gesture.section, gesture.name, gesture.value);
    case 'delete-declaration':
      return planDeleteDeclaration(document, gesture.section, gesture.name);
  }
}
