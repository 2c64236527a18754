import { expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../../document/diagnostic.ts';
import { groupProblems } from './group-problems.ts';

const problem = (severity: Severity, from: number): Diagnostic => ({
  code: 'some-code',
  severity,
  message: 'Something.',
  span: { from, to: from + 1 },
  path: [],
  fixes: [],
});

test('errors come first, each group keeps the order of the text, an empty group is left out', () => {
  const groups = groupProblems([
    problem('info', 1),
    problem('error', 5),
    problem('error', 9),
    problem('info', 12),
  ]);
  expect(groups.map(({ title, problems }) => [title, problems.map(({ span }) => span.from)])).toEqual([
    ['Errors', [5, 9]],
    ['Hints', [1, 12]],
  ]);
});
