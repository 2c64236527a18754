import { CoverageCounter, type Coverage } from '../engine/coverage.ts';
import { bindContact } from '../engine/contacts/bind-contact.ts';
import { differences } from '../engine/expectation.ts';
import { Runner } from '../engine/batch.ts';
import { contactsOf, ProblemReport, type ContactFlags } from './contact-source.ts';
import { readProcedure } from './read-procedure.ts';
import { LineWriter } from './line-writer.ts';

/**
 * Runs contacts and compares with what they expect. 1 when one turns out otherwise, or when a contact or what it
 * expects could not be read: a misspelt expectation must not pass. Nor must a file that holds no contact.
 */
export async function testContacts(
  file: string,
  flags: ContactFlags & { readonly procedures: string | undefined },
): Promise<number> {
  const program = await readProcedure(file, flags.procedures);
  const report = new ProblemReport(flags.contacts);
  const runner = new Runner(program, { record: 'trace' });
  const counter = new CoverageCounter(program);
  const out = new LineWriter(process.stdout);
  let passed = 0;
  let failed = 0;
  let silent = 0;
  for await (const read of contactsOf(flags, report.add)) {
    const { contact } = read;
    const bound = bindContact(program, contact);
    report.addAll(bound.problems, read);
    const result = runner.run(bound);
    counter.add(result.trace);
    if (contact.expect === undefined) {
      silent++;
      continue;
    }
    const found = differences(program, contact.expect, result);
    if (found.length === 0) {
      passed++;
      continue;
    }
    failed++;
    await out.write(`FAIL ${contact.id}: ${result.reason}`);
    for (const { what, expected, actual } of found) {
      await out.write(`  ${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
    }
  }
  for (const line of coverageLines(counter.coverage())) await out.write(line);
  const expectNothing = silent === 0 ? '' : `, ${silent} expect nothing`;
  await out.write(`${passed} passed, ${failed} failed${expectNothing}`);
  await out.end();
  report.close();
  if (passed + failed + silent === 0) {
    process.stderr.write(`${flags.contacts} holds no contacts: nothing was tested\n`);
    return 1;
  }
  return failed + report.errors + report.unreadableExpectations > 0 ? 1 : 0;
}

function coverageLines(coverage: Coverage): readonly string[] {
  const unentered = [...coverage.steps].filter(([, count]) => count === 0).map(([id]) => id);
  const untaken = coverage.branches.filter(({ taken }) => taken === 0);
  const unfired = coverage.triggers.filter(({ fired }) => fired === 0);
  const names = {
    branches: untaken.map(
      ({ step, branch }) => `${step}.${branch === 'otherwise' ? branch : `branches[${branch}]`}`,
    ),
    triggers: unfired.map(({ step, position }) => `${step}.triggers[${position}]`),
  };
  return [
    coverageLine('steps', coverage.steps.size, 'entered', unentered),
    coverageLine('branches', coverage.branches.length, 'taken', names.branches),
    coverageLine('triggers', coverage.triggers.length, 'fired', names.triggers),
  ].filter((line) => line !== undefined);
}

function coverageLine(
  what: string,
  total: number,
  done: string,
  missing: readonly string[],
): string | undefined {
  if (total === 0) return undefined;
  const covered = total - missing.length;
  const percent = Math.floor((covered / total) * 100);
  const rest = missing.length === 0 ? '' : `; never ${done}: ${missing.join(', ')}`;
  return `${what}: ${covered} of ${total} ${done} (${percent} %)${rest}`;
}
