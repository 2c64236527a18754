import { reachableSteps } from '../graph.ts';
import { blockingDiagnostics } from './blocking.ts';
import { callExample } from './called-example.ts';
import type { CallRule } from './call-rule.ts';

export const brokenProcedure: CallRule = {
  code: 'broken-procedure',
  severity: 'error',
  summary: 'A procedure that a step runs has no error itself.',
  valid: callExample,
  invalid: callExample.replace('procedure: identity-check', 'procedure: half-finished'),
  *check({ calls, lookup }) {
    for (const { id, step } of calls) {
      const document = lookup(step.procedure ?? '');
      const problems = document && blockingDiagnostics(document, reachableSteps(document.procedure));
      const [first] = problems ?? [];
      if (!document || !problems || !first) continue;
      const { line } = document.position(first.span.from);
      const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
      yield {
        message: `\`${document.procedure.id}\` cannot run: line ${line}: ${first.message}${more}`,
        path: ['steps', id, 'procedure'],
      };
    }
  },
};
