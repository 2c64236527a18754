import type { Checked } from '../condition/check.ts';
import { checkExpression } from '../condition/check.ts';
import type { Environment } from '../condition/environment.ts';
import type { ValueType } from '../condition/type.ts';

export const booleanType: ValueType = { kind: 'boolean' };

type ByText = Map<string, Checked>;
const memory = new WeakMap<object, WeakMap<object, ByText>>();
const anyType = {};
/** While someone types, every stage of an expression is checked; past this many the old ones are let go. */
const limit = 20_000;

/**
 * `checkExpression`, remembered: the same text in the same environment is checked once, whoever asks. Only
 * expressions that may count visits hang on the steps; the others are remembered by the declared names alone.
 */
export function checkedExpression(source: string, environment: Environment, expected?: ValueType): Checked {
  const scope = source.includes('visits') ? environment : environment.declarations;
  const byType = entryOf(memory, scope, () => new WeakMap<object, ByText>());
  const byText = entryOf(byType, expected ?? anyType, () => new Map<string, Checked>());
  const known = byText.get(source);
  if (known) return known;
  if (byText.size >= limit) byText.clear();
  const checked = checkExpression(source, environment, expected);
  byText.set(source, checked);
  return checked;
}

function entryOf<Entry>(map: WeakMap<object, Entry>, key: object, create: () => Entry): Entry {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
