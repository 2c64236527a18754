import { didYouMean } from '../nearest.ts';
import { callExample } from './called-example.ts';
import type { CallRule } from './call-rule.ts';

export const unknownProcedure: CallRule = {
  code: 'unknown-procedure',
  severity: 'error',
  summary: 'A step of kind `procedure` names one that there is.',
  valid: callExample,
  invalid: callExample.replace('procedure: identity-check', 'procedure: identity-chek'),
  *check({ calls, known }) {
    for (const { id, step, called } of calls) {
      if (called || step.procedure === undefined) continue;
      const { hint, remedies } = didYouMean(step.procedure, known);
      yield {
        message: `There is no procedure \`${step.procedure}\` here.${hint || ' Add it, or name another.'}`,
        path: ['steps', id, 'procedure'],
        remedies,
      };
    }
  },
};
