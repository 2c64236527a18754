import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

const folder = process.env['SOPWRIGHT_CASES'] ?? '../shared/data';

/** The path of a third-party file, or undefined where this machine has none. */
export function thirdPartyFile(name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

/** The lines of a third-party JSON Lines file, or undefined where this machine has none. */
export function thirdPartyRows(name: string): readonly unknown[] | undefined {
  const path = thirdPartyFile(name);
  if (path === undefined) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

/**
 * Tells the test command how many cases of a third party ran, so that its closing lines can say so; `excluded` are
 * those that the test leaves out by rule, named in `rules`.
 */
export function reportCases(name: string, ran: number, excluded = 0, rules = ''): void {
  report({ name, ran, excluded, absent: 0, note: rules });
}

/** Skips a test for want of its file, and tells how many cases did not run. */
export function skipForWant(test: Pick<TestContext, 'skip'>, name: string, cases: number): never {
  report({ name, ran: 0, excluded: 0, absent: cases, note: 'file absent' });
  return test.skip(`${name} is not on this machine`);
}

interface CasesReport {
  readonly name: string;
  readonly ran: number;
  readonly excluded: number;
  /** Skipped because their file is not there. */
  readonly absent: number;
  readonly note: string;
}

function report(row: CasesReport): void {
  const file = process.env['SOPWRIGHT_CASES_REPORT'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
