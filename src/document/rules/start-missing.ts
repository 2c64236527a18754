import type { Rule } from './rule.ts';

export const startMissing: Rule = {
  code: 'start-missing',
  severity: 'error',
  summary: 'A procedure with steps says which of them comes first.',
  valid: `
start: greet
steps:
  greet: { kind: end, outcome: greeted }`,
  invalid: `
steps:
  greet: { kind: end, outcome: greeted }`,
  *check({ procedure, stepIds }) {
    if (procedure.start !== undefined || stepIds.size === 0) return;
    yield {
      message: 'No step is the first. Add `start:` with the id of a step.',
      path: ['steps'],
      at: 'key',
    };
  },
};
