import type { ValueType } from '../../condition/type.ts';
import type { Path } from '../diagnostic.ts';
import type { Finding, Remedy } from '../finding.ts';
import type { Procedure } from '../model.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Rule } from './rule.ts';

export const emptyRange: Rule = {
  code: 'empty-range',
  severity: 'error',
  summary: 'A `minimum` is not above the `maximum`.',
  valid: `
facts:
  sentiment: { type: number, minimum: -1, maximum: 1 }`,
  invalid: `
facts:
  sentiment: { type: number, minimum: 1, maximum: -1 }`,
  *check({ procedure }) {
    for (const [path, type] of typesOf(procedure)) yield* emptyIn(path, type);
  },
};

function swap(path: Path, minimum: number, maximum: number): Remedy {
  return {
    kind: 'gesture',
    title: `Swap ${minimum} and ${maximum}`,
    plan: ({ source }) => {
      const draft = new Draft(source);
      draft.set([...path, 'minimum'], maximum);
      draft.set([...path, 'maximum'], minimum);
      return draft.plan();
    },
  };
}

function* typesOf(procedure: Procedure): Generator<readonly [Path, ValueType]> {
  for (const section of ['facts', 'derived', 'parameters'] as const) {
    for (const [name, { type }] of procedure[section]) yield [[section, name], type];
  }
  for (const [action, { input }] of procedure.actions) {
    for (const [name, { type }] of input) yield [['actions', action, 'input', name], type];
  }
}

function* emptyIn(path: Path, type: ValueType): Generator<Finding> {
  switch (type.kind) {
    case 'number':
      if (type.minimum !== undefined && type.maximum !== undefined && type.minimum > type.maximum) {
        yield {
          message: `No number is at least ${type.minimum} and at most ${type.maximum}: \`minimum\` is above \`maximum\`.`,
          path: [...path, 'minimum'],
          remedies: [swap(path, type.minimum, type.maximum)],
        };
      }
      return;
    case 'list':
      return yield* emptyIn([...path, 'items'], type.items);
    case 'map':
      return yield* emptyIn([...path, 'values'], type.values);
    case 'object':
      // In short form the fields stand beside each other, in long form under `fields`; the nearest place is told.
      for (const [name, field] of type.fields) {
        yield* emptyIn([...path, 'fields', name], field);
      }
      return;
    default:
  }
}
