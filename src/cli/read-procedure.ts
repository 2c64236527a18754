import { checkCalls } from '../document/calls/check-calls.ts';
import type { Diagnostic } from '../document/diagnostic.ts';
import type { SopDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { compileProcedure } from '../engine/compile.ts';
import type { Program } from '../engine/program.ts';
import { findProcedures } from './procedure-files.ts';
import { readText } from './read-text.ts';
import { Refusal } from './refusal.ts';

/**
 * The program of a procedure's file, or a refusal that lists what keeps it from running. What its steps run is looked
 * for in `folder`, or beside it.
 */
export async function readProcedure(file: string, folder: string | undefined): Promise<Program> {
  const document = parseDocument(await readText(file));
  const { lookup, ids } = await findProcedures([{ file, document }], folder);
  const compiled = compileProcedure(document, lookup);
  if (compiled.ok) return compiled.program;
  // The checks of the steps say where; the compiler knows more only where they find nothing.
  const calls = checkCalls(document, lookup, ids).filter(({ severity }) => severity === 'error');
  const problems = calls.length > 0 && compiled.problems.every(isOfRunning) ? calls : compiled.problems;
  const lines = problems.map((problem) => diagnosticLine(file, document, problem));
  throw new Refusal(`${file} cannot run:\n${lines.join('\n')}`, 1);
}

function isOfRunning({ code }: Diagnostic): boolean {
  return code === 'not-runnable';
}

/** `file:line:column severity code message`. */
export function diagnosticLine(file: string, document: SopDocument, diagnostic: Diagnostic): string {
  const { line, column } = document.position(diagnostic.span.from);
  const message = diagnostic.message.replace(/\s*\n\s*/g, ' ');
  return `${file}:${line}:${column} ${diagnostic.severity} ${diagnostic.code} ${message}`;
}
