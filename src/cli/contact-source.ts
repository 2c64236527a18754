import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { applyMap } from '../engine/contacts/apply-map.ts';
import type { ContactProblem } from '../engine/contacts/contact-problem.ts';
import { parseMap, type ContactMap } from '../engine/contacts/parse-map.ts';
import { readContact, type ContactReading } from '../engine/contacts/read-contact.ts';
import { readLine, readRows, type ContactFormat, type Row } from '../engine/contacts/read-rows.ts';
import type { Contact } from '../engine/contact.ts';
import { readText, whyUnreadable } from './read-text.ts';
import { Refusal } from './refusal.ts';

export interface ContactFlags {
  readonly contacts: string;
  readonly map?: string | undefined;
  readonly format?: ContactFormat | undefined;
}

/** A contact, and the line of the file that it begins on, where known. */
export interface FoundContact {
  readonly contact: Contact;
  readonly line: number | undefined;
}

/** The contacts of a file, one by one; JSON Lines are not held in memory. Problems are reported as they are met. */
export async function* contactsOf(
  flags: ContactFlags,
  report: (problem: ContactProblem) => void,
): AsyncGenerator<FoundContact> {
  const map = flags.map === undefined ? undefined : await readMap(flags.map);
  let number = 0;
  for await (const row of rowsOf(flags, report)) {
    number++;
    for (const reading of readingsOf(row, number, map, report)) {
      reading.problems.forEach(report);
      if (reading.contact !== undefined) yield { contact: reading.contact, line: row.line };
    }
  }
}

function readingsOf(
  row: Row,
  number: number,
  map: ContactMap | undefined,
  report: (problem: ContactProblem) => void,
): readonly ContactReading[] {
  if (map === undefined) return [readContact(row, number)];
  const mapped = applyMap(map, row, number);
  mapped.problems.forEach(report);
  return mapped.contacts;
}

async function readMap(file: string): Promise<ContactMap> {
  const parsed = parseMap(await readText(file));
  if (parsed.ok) return parsed.map;
  const lines = parsed.problems.map(
    ({ line, column, message }) => `${file}:${line ?? 1}:${column ?? 1} error map ${message}`,
  );
  throw new Refusal(`${file} is no map of contacts:\n${lines.join('\n')}`, 1);
}

async function* rowsOf(flags: ContactFlags, report: (problem: ContactProblem) => void): AsyncGenerator<Row> {
  const format = flags.format ?? formatOf(flags.contacts);
  if (format !== 'jsonl') {
    const { rows, problems } = readRows(await readText(flags.contacts), format);
    problems.forEach(report);
    yield* rows;
    return;
  }
  const input = flags.contacts === '-' ? process.stdin : createReadStream(flags.contacts);
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      const read = readLine(line === 1 ? text.replace(/^\uFEFF/, '') : text, line);
      if (read === undefined) continue;
      if ('severity' in read) report(read);
      else yield read;
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw new Refusal(`cannot read ${flags.contacts}: ${whyUnreadable(error)}`);
    }
    throw error;
  }
}

function formatOf(file: string): ContactFormat {
  const extension = /\.(jsonl|ndjson|json|ya?ml)$/i.exec(file)?.[1]?.toLowerCase();
  switch (extension) {
    case 'jsonl':
    case 'ndjson':
      return 'jsonl';
    case 'json':
      return 'json';
    case 'yaml':
    case 'yml':
      return 'yaml';
    default:
      throw new Refusal(
        `${file}: its name does not tell what it is written in; say --format json, jsonl or yaml.`,
      );
  }
}

/** `file:line severity message`, as far as known. */
export function problemLine(file: string, problem: ContactProblem): string {
  const place = [file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  return `${place} ${problem.severity} ${problem.message}`;
}

/** Tells problems on stderr, the first of them, and how many more there were. */
export class ProblemReport {
  errors = 0;
  unreadableExpectations = 0;
  private told = 0;
  private omitted = 0;

  constructor(
    private readonly file: string,
    private readonly most = 20,
  ) {}

  readonly add = (problem: ContactProblem): void => {
    if (problem.severity === 'error') this.errors++;
    if (problem.about === 'expectation') this.unreadableExpectations++;
    if (this.told >= this.most) this.omitted++;
    else {
      this.told++;
      process.stderr.write(`${problemLine(this.file, problem)}\n`);
    }
  };

  /** What was found out about a contact later on is told with its line. */
  addAll(problems: readonly ContactProblem[], { line }: FoundContact): void {
    for (const problem of problems) this.add({ ...problem, line: problem.line ?? line });
  }

  close(): void {
    if (this.omitted > 0)
      process.stderr.write(`${this.file}: ${this.omitted} more problems are not listed\n`);
  }
}
