import { bindContact } from '../engine/contacts/bind-contact.ts';
import { Runner } from '../engine/batch.ts';
import { contactsOf, ProblemReport, type ContactFlags } from './contact-source.ts';
import { presentResult, presentTrace, resultTable, traceLines } from './present-result.ts';
import { readProcedure } from './read-procedure.ts';
import { Summary } from './summary.ts';
import { LineWriter } from './line-writer.ts';

export interface SimulateOptions extends ContactFlags {
  /** Where the procedures stand that steps run. */
  readonly procedures: string | undefined;
  readonly json: boolean;
  readonly trace: boolean;
}

/** Runs every contact. What a contact expects plays no part. 1 when a contact could not be read. */
export async function simulate(file: string, options: SimulateOptions): Promise<number> {
  const program = await readProcedure(file, options.procedures);
  const report = new ProblemReport(options.contacts);
  const runner = new Runner(program, { record: options.trace ? 'trace' : 'path' });
  const summary = new Summary();
  const out = new LineWriter(process.stdout);
  const table = resultTable();
  if (!options.json) await out.write(table.head);
  for await (const read of contactsOf(options, report.add)) {
    const bound = bindContact(program, read.contact);
    report.addAll(bound.problems, read);
    summary.undeclared(bound.undeclared);
    const result = runner.run(bound);
    summary.add(result);
    if (options.json) {
      const line = presentResult(result);
      await out.write(JSON.stringify(options.trace ? { ...line, trace: presentTrace(result.trace) } : line));
    } else {
      await out.write(table.row(result));
      if (options.trace) for (const line of traceLines(result.trace)) await out.write(`    ${line}`);
    }
  }
  await out.end();
  report.close();
  process.stderr.write(summary.text());
  return report.errors > 0 ? 1 : 0;
}
