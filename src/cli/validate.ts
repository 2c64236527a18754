import { checkCalls } from '../document/calls/check-calls.ts';
import type { Diagnostic } from '../document/diagnostic.ts';
import type { SopDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { proveProcedure } from '../engine/proofs/prove-procedure.ts';
import { findProcedures, type KnownProcedures, type ProcedureFile } from './procedure-files.ts';
import { diagnosticLine } from './read-procedure.ts';
import { readText } from './read-text.ts';
import { Refusal } from './refusal.ts';

export interface ValidateOptions {
  readonly json: boolean;
  /** Where the procedures stand that steps run. */
  readonly procedures: string | undefined;
}

/** Prints what is wrong with each file. 1 when one has an error, 2 when one cannot be read; the others are checked. */
export async function validate(files: readonly string[], options: ValidateOptions): Promise<number> {
  const given: ProcedureFile[] = [];
  for (const file of files) {
    const text = await readable(file);
    if (text !== undefined) given.push({ file, document: parseDocument(text) });
  }
  const known = await findProcedures(given, options.procedures);
  const found: object[] = [];
  let errors = 0;
  let warnings = 0;
  for (const { file, document } of given) {
    for (const diagnostic of diagnosticsOf(document, known)) {
      if (diagnostic.severity === 'error') errors++;
      if (diagnostic.severity === 'warning') warnings++;
      if (options.json) found.push(present(file, document, diagnostic));
      else process.stdout.write(`${diagnosticLine(file, document, diagnostic)}\n`);
    }
  }
  if (options.json) process.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
  const unread = files.length - given.length;
  const rest = unread === 0 ? '' : `; ${count(unread, 'file')} could not be read`;
  process.stderr.write(
    `${count(given.length, 'file')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}${rest}\n`,
  );
  if (unread > 0) return 2;
  return errors > 0 ? 1 : 0;
}

/** What reading found, what the procedures that it runs say to it, and what is proved, by position. */
function diagnosticsOf(document: SopDocument, { lookup, ids }: KnownProcedures): readonly Diagnostic[] {
  return [
    ...document.diagnostics,
    ...checkCalls(document, lookup, ids),
    ...proveProcedure(document, lookup),
  ].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

async function readable(file: string): Promise<string | undefined> {
  try {
    return await readText(file);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`sopwright: ${error.message}\n`);
    return undefined;
  }
}

function present(file: string, document: SopDocument, diagnostic: Diagnostic): object {
  const { severity, code, message, path, span } = diagnostic;
  const { line, column } = document.position(span.from);
  const end = document.position(span.to);
  return { file, line, column, endLine: end.line, endColumn: end.column, severity, code, message, path };
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
