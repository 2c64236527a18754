import { slotsOf } from '../../condition/expression.ts';
import { checkedExpression } from '../checked-expression.ts';
import type { Rule, RuleContext } from './rule.ts';

export const derivedCycle: Rule = {
  code: 'derived-cycle',
  severity: 'error',
  summary: 'No derived fact hangs on itself, directly or through others.',
  valid: `
facts:
  order.total: { type: number }
derived:
  refund: { type: number, is: order.total * 0.9 }
  half: { type: number, is: refund / 2 }`,
  invalid: `
derived:
  refund: { type: number, is: half * 2 }
  half: { type: number, is: refund / 2 }`,
  *check(context) {
    const reads = readsOf(context);
    const settled = new Set<string>();
    for (const name of reads.keys()) {
      const cycle = settled.has(name) ? undefined : cycleFrom(name, reads, settled, []);
      if (!cycle) continue;
      yield {
        message: `\`${cycle[0] ?? name}\` hangs on itself: ${[...cycle, cycle[0]].join(' → ')}.`,
        path: ['derived', cycle[0] ?? name, 'is'],
      };
    }
  },
};

function readsOf({ procedure, environment }: RuleContext): ReadonlyMap<string, readonly string[]> {
  const reads = new Map<string, readonly string[]>();
  for (const [name, { is, type }] of procedure.derived) {
    const { expression } = checkedExpression(is, environment, type);
    const slots = expression ? [...slotsOf(expression)] : [];
    const names = slots.map((slot) => environment.declarations[slot]);
    reads.set(
      name,
      names.flatMap((declaration) => (declaration?.role === 'derived' ? [declaration.name] : [])),
    );
  }
  return reads;
}

function cycleFrom(
  name: string,
  reads: ReadonlyMap<string, readonly string[]>,
  settled: Set<string>,
  trail: readonly string[],
): readonly string[] | undefined {
  const seen = trail.indexOf(name);
  if (seen >= 0) {
    trail.forEach((each) => settled.add(each));
    return trail.slice(seen);
  }
  if (settled.has(name)) return undefined;
  for (const next of reads.get(name) ?? []) {
    const cycle = cycleFrom(next, reads, settled, [...trail, name]);
    if (cycle) return cycle;
  }
  settled.add(name);
  return undefined;
}
