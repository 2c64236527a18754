import { didYouMean } from '../nearest.ts';
import { callExample } from './called-example.ts';
import type { CallRule } from './call-rule.ts';
import { outcomesOf } from './outcomes.ts';

export const unknownOutcome: CallRule = {
  code: 'unknown-outcome',
  severity: 'error',
  summary: 'The `outcomes` of a step that runs a procedure are ones that the procedure can end with.',
  valid: callExample,
  invalid: callExample.replace('{ not-identified: stranger }', '{ unidentified: stranger }'),
  *check({ calls }) {
    for (const { id, step, called } of calls) {
      const outcomes = called && outcomesOf(called);
      if (!called || !outcomes) continue;
      for (const name of step.outcomes.keys()) {
        if (outcomes.has(name)) continue;
        const free = [...outcomes].filter((each) => !step.outcomes.has(each));
        const { hint, remedies } = didYouMean(name, free);
        yield {
          message: `\`${called.id}\` never ends as \`${name}\`.${hint || ` It ends as ${listed(outcomes)}.`}`,
          path: ['steps', id, 'outcomes', name],
          at: 'key',
          remedies,
        };
      }
    }
  },
};

export const unhandledOutcome: CallRule = {
  code: 'unhandled-outcome',
  severity: 'warning',
  summary:
    'After every outcome of a procedure that a step runs something follows: by `outcomes`, or by `next`.',
  valid: callExample,
  invalid: callExample.replace('    next: done\n', ''),
  *check({ calls }) {
    for (const { id, step, called } of calls) {
      if (!called || step.next !== undefined) continue;
      const open = [...outcomesOf(called)].filter((outcome) => !step.outcomes.has(outcome));
      // A step without any way on is a dead end, which is told already.
      if (open.length === 0 || step.outcomes.size === 0) continue;
      yield {
        message: `Nothing follows when \`${called.id}\` ends as ${listed(open)}. List it under \`outcomes\`, or add \`next\`.`,
        path: ['steps', id],
        at: 'key',
      };
    }
  },
};

function listed(outcomes: Iterable<string>): string {
  const quoted = [...outcomes].map((outcome) => `\`${outcome}\``);
  return quoted.length < 2
    ? (quoted[0] ?? 'nothing')
    : `${quoted.slice(0, -1).join(', ')} or ${String(quoted.at(-1))}`;
}
