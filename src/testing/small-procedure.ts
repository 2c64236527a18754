import { parseDocument } from '../document/parse.ts';
import { compileProcedure } from '../engine/compile.ts';
import type { Contact } from '../engine/contact.ts';
import type { Program } from '../engine/program.ts';

/** A program of a YAML text that lacks the head every procedure has. Throws when it does not compile. */
export function programOf(body: string): Program {
  const compiled = compileProcedure(parseDocument(`sop: 1\nid: small\ntitle: Small\n${body}`));
  if (compiled.ok) return compiled.program;
  throw new Error(compiled.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
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
