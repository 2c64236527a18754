import type { Diagnostic } from '../document/diagnostic.ts';
import type { SopDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { diagnosticLine } from './read-procedure.ts';
import { readText } from './read-text.ts';

/** Prints what is wrong with each file. 1 when one has an error. */
export async function validate(
  files: readonly string[],
  options: { readonly json: boolean },
): Promise<number> {
  const found: object[] = [];
  let errors = 0;
  let warnings = 0;
  for (const file of files) {
    const document = parseDocument(await readText(file));
    for (const diagnostic of document.diagnostics) {
      if (diagnostic.severity === 'error') errors++;
      if (diagnostic.severity === 'warning') warnings++;
      if (options.json) found.push(present(file, document, diagnostic));
      else process.stdout.write(`${diagnosticLine(file, document, diagnostic)}\n`);
    }
  }
  if (options.json) process.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
  const counted = files.length === 1 ? '1 file' : `${files.length} files`;
  process.stderr.write(`${counted}: ${count(errors, 'error')}, ${count(warnings, 'warning')}\n`);
  return errors > 0 ? 1 : 0;
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
