import { linksOf, pathOfLink } from '../graph.ts';
import { idPattern } from '../names.ts';
import { didYouMean } from '../nearest.ts';
import { createStep } from './remedies.ts';
import type { Rule } from './rule.ts';

export const unknownStep: Rule = {
  code: 'unknown-step',
  severity: 'error',
  summary: '`start` and every way out of a step lead to a step that exists.',
  valid: `
start: greet
steps:
  greet: { kind: message, say: Hello., next: done }
  done: { kind: end, outcome: done }`,
  invalid: `
start: greet
steps:
  greet: { kind: message, say: Hello., next: doen }
  done: { kind: end, outcome: done }`,
  *check({ procedure, stepIds }) {
    for (const { link, target } of linksOf(procedure)) {
      if (stepIds.has(target)) continue;
      const { hint, remedies } = didYouMean(target, stepIds);
      const path = pathOfLink(link);
      yield {
        message: `\`${String(path.at(-1))}\` leads to \`${target}\`, which is no step.${hint}`,
        path,
        remedies: idPattern.test(target) ? [...remedies, createStep(link, target)] : remedies,
      };
    }
  },
};
