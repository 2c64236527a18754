import type { Contact } from '../contact.ts';
import { ProblemList, type ContactProblem } from './contact-problem.ts';
import { readContact } from './read-contact.ts';
import { readRows, type ContactFormat } from './read-rows.ts';

export interface ParsedContacts {
  readonly contacts: readonly Contact[];
  readonly problems: readonly ContactProblem[];
}

/** Never throws. Of several contacts with one id all are kept, and a problem says so. */
export function parseContacts(text: string, format: ContactFormat): ParsedContacts {
  const reading = readRows(text, format);
  const problems = new ProblemList();
  problems.addAll(reading);
  const contacts: Contact[] = [];
  const ids = new Set<string>();
  for (const [index, row] of reading.rows.entries()) {
    const { contact, problems: found } = readContact(row, index + 1);
    for (const problem of found) problems.add(problem);
    if (contact === undefined) continue;
    if (ids.has(contact.id)) {
      const message = `Two contacts have the id ${contact.id}.`;
      problems.add({ severity: 'warning', message, contact: contact.id, line: row.line, column: undefined });
    }
    ids.add(contact.id);
    contacts.push(contact);
  }
  return { contacts, problems: problems.all() };
}
