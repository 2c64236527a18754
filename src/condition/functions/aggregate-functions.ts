import { compareValues, equalValues, isList } from '../equality.ts';
import { DURATION, DYNAMIC, joinTypes, listOf, NUMBER, TEXT, TIMESTAMP } from '../type-rules.ts';
import type { ValueType } from '../type.ts';
import type { Outcome, Value } from '../value.ts';
import { failure, wrongArgument, type FunctionSpec, type Span } from './function-spec.ts';

const itemOf = (args: readonly ValueType[]): ValueType => {
  const [first] = args;
  return first?.kind === 'list' ? first.items : DYNAMIC;
};

const ordered = [NUMBER, TEXT, TIMESTAMP, DURATION].map((type) => ({
  params: [listOf(type)],
  result: itemOf,
}));

export const aggregateFunctions: readonly FunctionSpec[] = [
  {
    name: 'sum',
    form: 'either',
    signatures: [{ params: [listOf(NUMBER)], result: (args) => joinTypes(itemOf(args), itemOf(args)) }],
    summary: 'the numbers of a list added up, from the first to the last; of an empty list 0',
    apply: sum,
  },
  extreme('min', 'the smallest of a list or of several values', (order) => order < 0),
  extreme('max', 'the largest of a list or of several values', (order) => order > 0),
  {
    name: 'count',
    form: 'either',
    signatures: [{ params: [listOf(DYNAMIC)], result: NUMBER }],
    summary: 'how many items; count(i, condition) counts those for which it holds',
    apply: (at, a) => (isList(a) ? a.length : wrongArgument(at, 'count')),
  },
  {
    name: 'distinct',
    form: 'either',
    signatures: [{ params: [listOf(DYNAMIC)], result: (args) => args[0] ?? DYNAMIC }],
    summary: 'a list without repeated items, in the order of their first occurrence',
    apply: (at, a) => (isList(a) ? distinct(a) : wrongArgument(at, 'distinct')),
  },
];

function sum(at: Span, a: Value): Outcome {
  if (!isList(a)) return wrongArgument(at, 'sum');
  let total = 0;
  for (const item of a) {
    if (typeof item !== 'number') return wrongArgument(at, 'sum');
    total += item;
  }
  return total;
}

function extreme(name: string, summary: string, better: (order: number) => boolean): FunctionSpec {
  return {
    name,
    form: 'either',
    gathers: true,
    signatures: ordered,
    summary,
    apply(at, a) {
      if (!isList(a)) return wrongArgument(at, name);
      let best = a[0];
      if (best === undefined) return failure(at, `${name} of an empty list`);
      for (const item of a) {
        const order = compareValues(item, best);
        if (order === undefined) return wrongArgument(at, name);
        if (better(order)) best = item;
      }
      return best;
    },
  };
}

function distinct(list: readonly Value[]): readonly Value[] {
  const simple = new Set<Value>();
  const others: Value[] = [];
  return list.filter((item) => {
    if (typeof item !== 'object' || item === null) {
      if (simple.has(item)) return false;
      simple.add(item);
      return true;
    }
    if (others.some((other) => equalValues(other, item))) return false;
    others.push(item);
    return true;
  });
}
