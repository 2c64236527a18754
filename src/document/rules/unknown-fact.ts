import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

export const unknownFact: Rule = {
  code: 'unknown-fact',
  severity: 'error',
  summary: 'A question collects facts that are declared, and a procedure gives back such facts.',
  valid: `
facts:
  order.id: { type: string }
start: ask
steps:
  ask: { kind: question, ask: Which order?, collects: [order.id], next: done }
  done: { kind: end, outcome: done }`,
  invalid: `
facts:
  order.id: { type: string }
start: ask
steps:
  ask: { kind: question, ask: Which order?, collects: [order.number], next: done }
  done: { kind: end, outcome: done }`,
  *check({ procedure, factNames, derivedNames }) {
    for (const [id, step] of procedure.steps) {
      if (step.kind === 'procedure') {
        for (const name of step.returns.keys()) {
          if (factNames.has(name)) continue;
          const { hint, remedies } = didYouMean(name, factNames);
          const why = derivedNames.has(name) ? 'is derived, so it cannot be written' : 'is no fact here';
          yield {
            message: `What the procedure gives back goes to \`${name}\`, which ${why}.${hint || ' Declare it under `facts`.'}`,
            path: ['steps', id, 'returns', name],
            at: 'key',
            remedies,
          };
        }
      }
      if (step.kind !== 'question') continue;
      for (const [index, name] of step.collects.entries()) {
        if (factNames.has(name) || name === '') continue;
        const { hint, remedies } = didYouMean(name, factNames);
        const why = derivedNames.has(name) ? 'is derived, so nobody can answer it' : 'is no fact';
        yield {
          message: `The question collects \`${name}\`, which ${why}.${hint || ' Declare it under `facts`.'}`,
          path: ['steps', id, 'collects', index],
          remedies,
        };
      }
    }
  },
};
