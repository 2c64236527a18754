import type { ValueType } from '../../condition/type.ts';
import type { Path } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import { planSetField } from '../../document/operations/plan-set-field.ts';
import { refused, type Plan } from '../../document/operations/plan.ts';
import { isMap, valueAt } from '../../document/yaml-edit/data.ts';
import { typeEntries } from './type-spec.ts';

const typeKeys = new Set([
  'type',
  'enum',
  'unit',
  'minimum',
  'maximum',
  'items',
  'values',
  'fields',
  'nullable',
]);

/** Gives a declaration another type, touching only the keys that say it: what else it says stays as it stands. */
export function planSetType(document: SopDocument, path: Path, type: ValueType): Plan {
  const declaration = valueAt(document.source.data, path);
  if (!isMap(declaration)) return refused('not-found', 'It is not there any more.');
  const others = [...declaration].filter(([key]) => !typeKeys.has(key));
  return planSetField(document, path, new Map([...typeEntries(type), ...others]));
}
