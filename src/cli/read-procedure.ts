import type { Diagnostic } from '../document/diagnostic.ts';
import type { SopDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { compileProcedure } from '../engine/compile.ts';
import type { Program } from '../engine/program.ts';
import { readText } from './read-text.ts';
import { Refusal } from './refusal.ts';

/** The program of a procedure's file, or a refusal that lists what keeps it from running. */
export async function readProcedure(file: string): Promise<Program> {
  const document = parseDocument(await readText(file));
  const compiled = compileProcedure(document);
  if (compiled.ok) return compiled.program;
  const lines = compiled.problems.map((problem) => diagnosticLine(file, document, problem));
  throw new Refusal(`${file} cannot run:\n${lines.join('\n')}`, 1);
}

/** `file:line:column severity code message`. */
export function diagnosticLine(file: string, document: SopDocument, diagnostic: Diagnostic): string {
  const { line, column } = document.position(diagnostic.span.from);
  const message = diagnostic.message.replace(/\s*\n\s*/g, ' ');
  return `${file}:${line}:${column} ${diagnostic.severity} ${diagnostic.code} ${message}`;
}
