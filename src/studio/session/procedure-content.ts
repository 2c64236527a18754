import * as Y from 'yjs';
import { createProcedureDoc } from './procedure-doc.ts';
import type { Position } from './procedure-doc.ts';

/** All that a procedure holds, apart from its history. */
export interface ProcedureContent {
  readonly text: string;
  readonly contacts: string;
  readonly positions: ReadonlyMap<string, Position>;
}

/** A new procedure's content as the one update it begins with. */
export function encodeContent({ text, contacts, positions }: ProcedureContent): Uint8Array {
  const made = createProcedureDoc();
  made.doc.transact(() => {
    made.text.insert(0, text);
    made.contacts.insert(0, contacts);
    for (const [key, position] of positions) made.positions.set(key, position);
  });
  return Y.encodeStateAsUpdate(made.doc);
}

export function decodeContent(updates: readonly Uint8Array[]): ProcedureContent {
  const { doc, text, contacts, positions } = createProcedureDoc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return { text: text.toString(), contacts: contacts.toString(), positions: new Map(positions.entries()) };
}
