import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Tells the test command how many cases of a third party ran, so that its closing lines can say so. */
export function reportCases(name: string, ran: number, skipped: number, reason?: string): void {
  console.log(
    `third-party ${name}: ${ran} ran, ${skipped} skipped${reason === undefined ? '' : ` (${reason})`}`,
  );
  const report = process.env['SOPWRIGHT_CASES_REPORT'];
  if (report !== undefined) appendFileSync(report, `${JSON.stringify({ name, ran, skipped, reason })}\n`);
}
