import { assignable, typePhrase } from '../../condition/type-rules.ts';
import { checkedExpression } from '../checked-expression.ts';
import type { Finding } from '../finding.ts';
import type { Procedure } from '../model.ts';
import { didYouMean } from '../nearest.ts';
import { callExample } from './called-example.ts';
import type { CallRule } from './call-rule.ts';

export const unknownCalledFact: CallRule = {
  code: 'unknown-called-fact',
  severity: 'error',
  summary:
    'A step that runs a procedure gives it facts that it has, and takes back facts or derived facts that it has.',
  valid: callExample,
  invalid: callExample.replace('{ customer.email: request.email }', '{ customer.mail: request.email }'),
  *check({ calls }) {
    for (const { id, step, called } of calls) {
      if (!called) continue;
      for (const name of step.with.keys()) {
        const found = unknownIn(called, name, [...called.facts.keys()], called.derived.has(name));
        if (found) yield { ...found, path: ['steps', id, 'with', name], at: 'key' };
      }
      for (const [ours, theirs] of step.returns) {
        const names = [...called.facts.keys(), ...called.derived.keys()];
        const found = unknownIn(called, theirs, names, false);
        if (found) yield { ...found, path: ['steps', id, 'returns', ours] };
      }
    }
  },
};

function unknownIn(
  { id }: Procedure,
  name: string,
  names: readonly string[],
  isDerived: boolean,
): Omit<Finding, 'path'> | undefined {
  if (names.includes(name)) return undefined;
  const { hint, remedies } = didYouMean(name, names);
  if (isDerived)
    return { message: `\`${name}\` is derived in \`${id}\`, so nothing can be given for it.`, remedies };
  return { message: `\`${id}\` has no fact \`${name}\`.${hint}`, remedies };
}

export const calledFactType: CallRule = {
  code: 'called-fact-type',
  severity: 'error',
  summary: 'What is given to a procedure, and what it gives back, has the type of the fact that it becomes.',
  valid: callExample,
  invalid: callExample.replace('isKnown: customer.known', 'isKnown: customer.email'),
  *check({ calls, procedure, environment }) {
    for (const { id, step, called } of calls) {
      if (!called) continue;
      for (const [name, source] of step.with) {
        const wanted = called.facts.get(name)?.type;
        // What cannot be read at all is told by the conditions' own rules.
        if (!wanted || !checkedExpression(source, environment).expression) continue;
        for (const { message, from, to } of checkedExpression(source, environment, wanted).problems) {
          yield {
            message: `\`${name}\` of \`${called.id}\`: ${message}`,
            path: ['steps', id, 'with', name],
            range: { from, to },
          };
        }
      }
      for (const [ours, theirs] of step.returns) {
        const wanted = procedure.facts.get(ours)?.type;
        const given = (called.facts.get(theirs) ?? called.derived.get(theirs))?.type;
        if (!wanted || !given || assignable(given, wanted)) continue;
        yield {
          message: `\`${theirs}\` of \`${called.id}\` is ${typePhrase(given)}, and \`${ours}\` should be ${typePhrase(wanted)}.`,
          path: ['steps', id, 'returns', ours],
        };
      }
    }
  },
};
