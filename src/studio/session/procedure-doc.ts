import * as Y from 'yjs';
import type { TextEdit } from '../../document/text-edit.ts';
import type { Note, Position, Section } from './arrangement.ts';

/** The roots of one procedure's collaborative document. */
export interface ProcedureDoc {
  readonly doc: Y.Doc;
  /** The SOP text itself. */
  readonly text: Y.Text;
  /** Sample contacts, as YAML. */
  readonly contacts: Y.Text;
  /** Node positions keyed `step:ID` and `guardrail:ID`. An entry outlives its node, for the undo history. */
  readonly positions: Y.Map<Position>;
  readonly notes: Y.Map<Note>;
  readonly sections: Y.Map<Section>;
}

export function createProcedureDoc(): ProcedureDoc {
  const doc = new Y.Doc();
  return {
    doc,
    text: doc.getText('text'),
    contacts: doc.getText('contacts'),
    positions: doc.getMap<Position>('positions'),
    notes: doc.getMap<Note>('notes'),
    sections: doc.getMap<Section>('sections'),
  };
}

/** Positions, notes and sections as plain maps: what is arranged around the text. */
export function arrangedMaps(doc: Y.Doc): readonly Y.Map<unknown>[] {
  return ['positions', 'notes', 'sections'].map((name) => doc.getMap<unknown>(name));
}

/** Writes edits that were planned on the text as it stands. From the back, so that offsets need no mapping. */
export function writeEdits(text: Y.Text, edits: readonly TextEdit[]): void {
  for (const edit of edits.toReversed()) {
    if (edit.to > edit.from) text.delete(edit.from, edit.to - edit.from);
    if (edit.insert !== '') text.insert(edit.from, edit.insert);
  }
}
