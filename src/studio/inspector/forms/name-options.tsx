import type { Procedure } from '../../../document/model.ts';
import type { ComboboxOption } from '../../ui/combobox.tsx';
import { ElementIcon } from '../../ui/element-icon.tsx';

export function factOptions(procedure: Procedure): readonly ComboboxOption[] {
  return [...procedure.facts].map(([name, fact]) => ({ value: name, detail: fact.type.kind }));
}

/** Guardrails that have something to say word for word. */
export function disclosureOptions(procedure: Procedure): readonly ComboboxOption[] {
  return [...procedure.guardrails]
    .filter(([, { disclose, alwaysSay }]) => disclose !== undefined || alwaysSay !== undefined)
    .map(([id, guardrail]) => ({
      value: id,
      detail: guardrail.title,
      icon: <ElementIcon kind="guardrail" size={14} named />,
    }));
}

export function actionOptions(procedure: Procedure): readonly ComboboxOption[] {
  return [...procedure.actions].map(([name, action]) => ({
    value: name,
    detail: action.effect === 'write' ? 'writes' : 'reads',
    icon: <ElementIcon kind="action" size={14} />,
  }));
}
