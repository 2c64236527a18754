import * as Y from 'yjs';
import { createProcedureDoc } from './procedure-doc.ts';
import type { Arranged } from './positions-note.ts';

/** All that a procedure holds, apart from its history. */
export interface ProcedureContent extends Arranged {
  readonly text: string;
  readonly contacts: string;
}

/** A new procedure's content as the one update it begins with. */
export function encodeContent({ text, contacts, positions, notes, sections }: ProcedureContent): Uint8Array {
  const made = createProcedureDoc();
  made.doc.transact(() => {
    made.text.insert(0, text);
    made.contacts.insert(0, contacts);
    for (const [key, position] of positions) made.positions.set(key, position);
    for (const [id, note] of notes) made.notes.set(id, note);
    for (const [id, section] of sections) made.sections.set(id, section);
  });
  return Y.encodeStateAsUpdate(made.doc);
}

export function decodeContent(updates: readonly Uint8Array[]): ProcedureContent {
  const { doc, text, contacts, positions, notes, sections } = createProcedureDoc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return {
    text: text.toString(),
    contacts: contacts.toString(),
    positions: new Map(positions.entries()),
    notes: new Map(notes.entries()),
    sections: new Map(sections.entries()),
  };
}
