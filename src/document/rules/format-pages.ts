import type { RulePage } from './rule.ts';

const valid = `
facts:
  order.id: { type: string }
start: ask
steps:
  ask: { kind: question, ask: Which order?, collects: [order.id], retries: 2, giveUp: done, next: done }
  done: { kind: end, outcome: done }`;

/** What reading the text reports before any rule looks at it. */
export const formatPages: readonly RulePage[] = [
  {
    code: 'yaml',
    severity: 'error',
    summary: 'The text is YAML 1.2, and no key stands twice in a map.',
    valid,
    invalid: valid.replace('kind: end, outcome: done }', 'kind: end, outcome: done'),
  },
  {
    code: 'not-a-procedure',
    severity: 'error',
    summary: 'The text is a map of keys.',
    valid,
    invalid: '- sop: 1\n- id: example',
  },
  {
    code: 'format-version',
    severity: 'error',
    summary: '`sop: 1` says which version of the format the text has. A newer one is not read.',
    valid,
    invalid: `sop: 2\n${valid}`,
  },
  {
    code: 'unknown-key',
    severity: 'error',
    summary: 'Keys are those of the format. A key that begins with `x-` is kept and ignored.',
    valid,
    invalid: valid.replace('retries:', 'retry:'),
  },
  {
    code: 'missing-key',
    severity: 'error',
    summary: 'What cannot be done without is there.',
    valid,
    invalid: valid.replace('kind: end, ', ''),
  },
  {
    code: 'empty-value',
    severity: 'error',
    summary: 'A key that needs a value has one.',
    valid,
    invalid: valid.replace('retries: 2', 'retries: '),
  },
  {
    code: 'wrong-type',
    severity: 'error',
    summary: 'A value is of the kind that its key takes: text, a number, a list, a map.',
    valid,
    invalid: valid.replace('retries: 2', 'retries: twice'),
  },
  {
    code: 'wrong-value',
    severity: 'error',
    summary: 'A value is one of those that its key takes, and in range.',
    valid,
    invalid: valid.replace('retries: 2', 'retries: -1'),
  },
  {
    code: 'unknown-kind',
    severity: 'error',
    summary: 'A step is of a kind that there is.',
    valid,
    invalid: valid.replace('kind: end', 'kind: ending'),
  },
];
