import type { Procedure } from '../model.ts';
import type { ProcedureLookup } from '../procedure-lookup.ts';
import { callExample } from './called-example.ts';
import { calledIds } from './called-ids.ts';
import { deepestCall } from './call-limits.ts';
import type { CallRule } from './call-rule.ts';

export const procedureCircle: CallRule = {
  code: 'procedure-circle',
  severity: 'error',
  summary: `Procedures do not run one another in a circle, nor more than ${deepestCall} deep.`,
  valid: callExample,
  invalid: `id: identity-check${callExample}`,
  *check({ procedure, lookup, calls }) {
    for (const { id, called } of calls) {
      const way = called && circleFrom(called, [procedure.id, called.id], lookup, new Set());
      if (!way) continue;
      const names = way.map((each) => `\`${each}\``).join(', which runs ');
      const last = way.at(-1);
      const isCircle = last !== undefined && way.indexOf(last) < way.length - 1;
      yield {
        message: isCircle
          ? `Procedures run one another in a circle: ${names}.`
          : `Procedures run one another more than ${deepestCall} deep: ${names}.`,
        path: ['steps', id, 'procedure'],
      };
    }
  },
};

/**
 * A way of ids that comes back to one of them, or goes too deep; undefined where there is none. `safe` holds the ids
 * from which there is none, with the depth at which they stand.
 */
function circleFrom(
  called: Procedure,
  way: readonly string[],
  lookup: ProcedureLookup,
  safe: Set<string>,
): readonly string[] | undefined {
  const last = way.at(-1) ?? '';
  if (way.indexOf(last) < way.length - 1 || way.length - 1 > deepestCall) return way;
  const key = `${way.length} ${last}`;
  if (safe.has(key)) return undefined;
  for (const id of calledIds(called)) {
    const next = way.includes(id) ? called : lookup(id)?.procedure;
    const found = next && circleFrom(next, [...way, id], lookup, safe);
    if (found) return found;
  }
  safe.add(key);
  return undefined;
}
