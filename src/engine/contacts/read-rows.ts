import { isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { lineAndColumn, locateJsonError } from './json-error.ts';
import { ProblemList, type ContactProblem, type Problems } from './contact-problem.ts';

export type ContactFormat = 'json' | 'jsonl' | 'yaml';

/** One entry of a file: a contact, or a foreign row that a map makes contacts of. Plain JSON data. */
export interface Row {
  readonly value: unknown;
  /** 1-based line on which it begins, where known. */
  readonly line: number | undefined;
}

export interface Rows extends Problems {
  readonly rows: readonly Row[];
}

/** How often one anchor may be repeated before the text counts as an attack. */
const aliasLimit = 1000;

/**
 * Reads a file into its entries: the lines of JSON Lines; the items of a JSON or YAML list, or of the list under
 * `contacts`; else the one map that the file holds. Never throws.
 */
export function readRows(text: string, format: ContactFormat): Rows {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  switch (format) {
    case 'jsonl':
      return readLines(content);
    case 'json':
      return readJson(content);
    case 'yaml':
      return readYaml(content);
  }
}

/** One line of JSON Lines; undefined for a blank one. */
export function readLine(text: string, line: number): Row | ContactProblem | undefined {
  if (text.trim() === '') return undefined;
  try {
    return { value: JSON.parse(text), line };
  } catch {
    const { offset, message } = locateJsonError(text);
    return {
      severity: 'error',
      message: `Not JSON: ${message}`,
      contact: undefined,
      line,
      column: offset + 1,
    };
  }
}

function readLines(text: string): Rows {
  const rows: Row[] = [];
  const problems = new ProblemList();
  let line = 0;
  for (const part of text.split('\n')) {
    const read = readLine(part, ++line);
    if (read === undefined) continue;
    if ('severity' in read) problems.add(read);
    else rows.push(read);
  }
  return { rows, problems: problems.problems, omitted: problems.omitted };
}

function readJson(text: string): Rows {
  try {
    return {
      rows: entriesOf(JSON.parse(text)).map((value) => ({ value, line: undefined })),
      problems: [],
      omitted: 0,
    };
  } catch {
    const { offset, message } = locateJsonError(text);
    const place = lineAndColumn(text, offset);
    return failed(`Not JSON: ${message}`, place.line, place.column);
  }
}

function readYaml(text: string): Rows {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' });
  const error = document.errors[0];
  if (error !== undefined) {
    const { line, col } = counter.linePos(error.pos[0]);
    return failed(`Not YAML: ${sentence(error.message)}`, line, col);
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: aliasLimit });
    const entries = entriesOf(data);
    return {
      rows: entries.map((value, index) => ({ value, line: lineOfEntry(document, data, index, counter) })),
      problems: [],
      omitted: 0,
    };
  } catch (cause) {
    return failed(
      `Not YAML: ${sentence(cause instanceof Error ? cause.message : String(cause))}`,
      undefined,
      undefined,
    );
  }
}

function lineOfEntry(
  document: ReturnType<typeof parseDocument>,
  data: unknown,
  index: number,
  counter: LineCounter,
): number | undefined {
  const list: unknown = Array.isArray(data) ? document.contents : document.get('contacts', true);
  const node = isSeq(list) ? (list.items[index] as Node | undefined) : document.contents;
  const start = node?.range?.[0];
  return start === undefined ? undefined : counter.linePos(start).line;
}

function entriesOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  if (data === null || data === undefined) return [];
  if (typeof data === 'object' && 'contacts' in data && Array.isArray(data.contacts)) return data.contacts;
  return [data];
}

function sentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

function failed(message: string, line: number | undefined, column: number | undefined): Rows {
  return {
    rows: [],
    problems: [{ severity: 'error', message, contact: undefined, line, column }],
    omitted: 0,
  };
}
