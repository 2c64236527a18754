import type { SopDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import type { ProcedureLookup } from '../document/procedure-lookup.ts';
import { compileProcedure } from '../engine/compile.ts';
import type { Contact } from '../engine/contact.ts';
import type { Program } from '../engine/program.ts';

/**
 * A program of a YAML text that lacks the head every procedure has. `others` are the procedures that its steps run, by
 * id, without their heads too. Throws when it does not compile.
 */
export function programOf(body: string, others: Readonly<Record<string, string>> = {}): Program {
  const compiled = compileProcedure(smallDocument('small', body), lookupOf(others));
  if (compiled.ok) return compiled.program;
  throw new Error(compiled.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}

export function smallDocument(id: string, body: string): SopDocument {
  return parseDocument(`sop: 1\nid: ${id}\ntitle: ${id}\n${body}`);
}

/** Finds procedures among texts without their heads. */
export function lookupOf(others: Readonly<Record<string, string>>): ProcedureLookup {
  const documents = new Map(Object.entries(others).map(([id, body]) => [id, smallDocument(id, body)]));
  return (id) => documents.get(id);
}

/** A contact of which only what matters need be told. */
export function contactOf(contact: Partial<Contact> = {}): Contact {
  return {
    id: 'c',
    intent: undefined,
    channel: undefined,
    locale: undefined,
    at: undefined,
    facts: {},
    turns: [],
    results: {},
    expect: undefined,
    ...contact,
  };
}
