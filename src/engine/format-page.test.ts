import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCalls } from '../document/calls/check-calls.ts';
import type { SopDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { runToEnd } from './batch.ts';
import { compileProcedure } from './compile.ts';
import { bindContact } from './contacts/bind-contact.ts';
import { parseContacts } from './contacts/parse-contacts.ts';
import { differences } from './expectation.ts';

const page = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');

interface Example {
  readonly document: SopDocument;
  readonly contacts: string | undefined;
}

const examples: readonly Example[] = [
  ...page.matchAll(/```yaml\n([\s\S]*?)```(?:\n\n```yaml contacts\n([\s\S]*?)```)?/g),
].map(([, text = '', contacts]) => ({ document: parseDocument(text), contacts }));
const byId = new Map(examples.map(({ document }) => [document.procedure.id, document]));
const lookup = (id: string): SopDocument | undefined => byId.get(id);

describe('the examples of the page about the format', () => {
  it('have contacts, each kind of step among them', () => {
    expect(examples.filter(({ contacts }) => contacts !== undefined).length).toBeGreaterThan(6);
    const kinds = new Set(
      examples.flatMap(({ document }) => [...document.procedure.steps.values()].map(({ kind }) => kind)),
    );
    expect(kinds.size).toBe(7);
  });

  it.each(examples.map((example) => [example.document.procedure.id, example] as const))(
    'run as they say: %s',
    (_, { document, contacts }) => {
      expect(checkCalls(document, lookup)).toEqual([]);
      const compiled = compileProcedure(document, lookup);
      if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
      if (contacts === undefined) return;
      const read = parseContacts(contacts, 'yaml');
      expect(read.problems).toEqual([]);
      expect(read.contacts.length).toBeGreaterThan(0);
      for (const contact of read.contacts) {
        const bound = bindContact(compiled.program, contact);
        expect(bound.problems).toEqual([]);
        expect(bound.undeclared).toEqual([]);
        const result = runToEnd(compiled.program, bound);
        expect(contact.expect).toBeDefined();
        expect([contact.id, differences(compiled.program, contact.expect ?? {}, result)]).toEqual([
          contact.id,
          [],
        ]);
      }
    },
  );
});
