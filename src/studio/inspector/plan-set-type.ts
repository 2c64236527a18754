import type { ValueType } from '../../condition/type.ts';
import type { Path } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import { planSetField } from '../../document/operations/plan-set-field.ts';
import type { Plan } from '../../document/operations/plan.ts';
import { planSequence } from './plan-sequence.ts';
import { typeEntries } from './type-spec.ts';

/** Gives a declaration another type, touching only the keys that say it: what else it says stays as it stands. */
export function planSetType(document: SopDocument, path: Path, before: ValueType, after: ValueType): Plan {
  const old = typeEntries(before);
  const next = typeEntries(after);
  const changed = [...new Set([...next.keys(), ...old.keys()])].filter(
    (key) => JSON.stringify(old.get(key)) !== JSON.stringify(next.get(key)),
  );
  return planSequence(
    document,
    changed.map((key) => (current) => planSetField(current, [...path, key], next.get(key))),
  );
}
