import * as Y from 'yjs';
import { refused } from '../../document/operations/plan.ts';
import type { SopDocument } from '../../document/document.ts';
import type { TextEdit } from '../../document/text-edit.ts';
import { withRenamed } from './arrangement.ts';
import type { Arrangement, Note, Section } from './arrangement.ts';
import { mayTouchId, renamedByTyping } from './carry-positions.ts';
import type { Renaming, Vacancy } from './carry-positions.ts';
import { arrangedMaps, createProcedureDoc, writeEdits } from './procedure-doc.ts';
import type { Position } from './arrangement.ts';
import type { ProcedureSession, SessionSnapshot, Sharing } from './procedure-session.ts';
import { firstReading, nextReading } from './reading.ts';
import { rebaseEdits } from './rebase-edits.ts';
import { createSaver } from './saver.ts';
import type { SaverBatch } from './saver.ts';
import { createSharingGate } from './sharing-gate.ts';
import { connectPeers } from './transport.ts';
import type { Transport } from './transport.ts';
import { createUndoHistory } from './undo-history.ts';
import type { ChangeOrigin } from './undo-history.ts';

export interface SessionSetting {
  readonly id: string;
  /** Calls back once, soon: a frame in a browser. */
  readonly soon: (callback: () => void) => void;
  /** Milliseconds, for the pauses of typing. */
  readonly now: () => number;
  /** What everybody has, as stored. */
  readonly shared?: Y.Doc;
  /** What was done here earlier and did not parse. */
  readonly held?: readonly Uint8Array[];
  readonly transport?: Transport;
  /** Resolves when the batch is on disk. */
  readonly write?: (batch: SaverBatch) => Promise<void>;
}

/** A session for whoever opens it: with the page's coming and going to tell it. */
export interface OpenableSession extends ProcedureSession {
  /** Something was done here. */
  onOwnChange(listener: () => void): () => void;
  /** The page may be about to go: parse, share and write what waits. */
  hurry(): void;
  /** The page is back: ask what happened meanwhile. */
  catchUp(): void;
}

export function createSession({
  id,
  soon,
  now,
  shared = new Y.Doc(),
  held = [],
  transport,
  write = () => Promise.resolve(),
}: SessionSetting): OpenableSession {
  const draft = createProcedureDoc();
  const { doc, text, contacts, positions, notes, sections } = draft;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(shared), 'remote' satisfies ChangeOrigin);
  const ownListeners = new Set<() => void>();
  const saver = createSaver({
    write,
    tell: (update) => peers?.tell(update),
    changed: () => emit(),
  });
  const gate = createSharingGate(doc, shared, {
    onHeld: (update, byPerson) => {
      saver.hold(update);
      if (byPerson) for (const listener of ownListeners) listener();
    },
    onShared: saver.share,
  });
  for (const update of held) Y.applyUpdate(doc, update, 'stored' satisfies ChangeOrigin);

  const history = createUndoHistory(doc, text, arrangedMaps(doc), now);
  const contactsHistory = createUndoHistory(doc, contacts, [], now);
  const listeners = new Set<() => void>();
  let vacancy: Vacancy | undefined;
  let stale = fresh;
  let waiting = false;

  let reading = firstReading(text.toString(), shared.getText('text').toString());
  let placed: ReadonlyMap<string, Position> = new Map(positions.entries());
  let noted: ReadonlyMap<string, Note> = new Map(notes.entries());
  let sectioned: ReadonlyMap<string, Section> = new Map(sections.entries());
  if (reading.document.wellFormed) gate.release();
  let status: Sharing = { kind: 'saved', stored: true };
  let current = assemble();

  function assemble(): SessionSnapshot {
    return {
      ...reading,
      positions: placed,
      notes: noted,
      sections: sectioned,
      canUndo: history.canUndo(),
      canRedo: history.canRedo(),
      undoLabel: history.undoLabel(),
      redoLabel: history.redoLabel(),
      canUndoContacts: contactsHistory.canUndo(),
      canRedoContacts: contactsHistory.canRedo(),
      sharing: sharing(),
    };
  }

  function sharing(): Sharing {
    const next = sharingOf(saver.state(), gate.held(), reading.document);
    if (next.kind !== status.kind || next.line !== status.line || next.stored !== status.stored)
      status = next;
    return status;
  }

  function emit(): void {
    current = assemble();
    for (const listener of listeners) listener();
  }

  function refresh(): void {
    if (!stale.any) return;
    if (stale.text) reading = nextReading(reading, text.toString());
    if (stale.positions) placed = new Map(positions.entries());
    if (stale.notes) noted = new Map(notes.entries());
    if (stale.sections) sectioned = new Map(sections.entries());
    stale = fresh;
    if (reading.document.wellFormed) gate.release();
    emit();
  }

  function refreshSoon(): void {
    if (waiting) return;
    waiting = true;
    soon(() => {
      waiting = false;
      refresh();
    });
  }

  for (const [part, type] of Object.entries({ text, positions, notes, sections })) {
    type.observe(() => {
      stale = { ...stale, [part]: true };
    });
  }
  doc.on(
    'afterTransaction',
    (transaction: { readonly origin: unknown; readonly changed: ReadonlyMap<unknown, unknown> }) => {
      if (transaction.changed.size === 0) return;
      stale = { ...stale, any: true };
      const origin = transaction.origin;
      if (origin === ('typing' satisfies ChangeOrigin) || origin === ('remote' satisfies ChangeOrigin))
        refreshSoon();
    },
  );

  const peers = transport && connectPeers(shared, transport, gate.receive);
  peers?.ask();

  function carry(renamed: readonly Renaming[]): void {
    const moving = renamed.map(({ from, to }) => ({ from, to, position: positions.get(from) }));
    for (const { from } of moving) positions.delete(from);
    for (const { to, position } of moving) if (position !== undefined) positions.set(to, position);
    if (renamed.length === 0) return;
    for (const [id, section] of sections) {
      const next = withRenamed(section, renamed);
      if (next !== section) sections.set(id, next);
    }
  }

  function put(arrangement: Arrangement): void {
    for (const [key, position] of arrangement.positions ?? []) positions.set(key, position);
    for (const [id, note] of arrangement.notes ?? []) setOrDelete(notes, id, note);
    for (const [id, section] of arrangement.sections ?? []) setOrDelete(sections, id, section);
  }

  return {
    id,
    text,
    contacts,
    snapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: (plan, label, arrangement) => {
      if (!plan.ok) return plan;
      const edits = stale.text ? rebaseEdits(plan.edits, reading.document.text, text.toString()) : plan.edits;
      if (edits === undefined) return refused('not-possible', 'The text has just changed there. Try again.');
      history.gesture(label, () => {
        writeEdits(text, edits);
        carry(plan.renamed);
        if (arrangement !== undefined) put(arrangement);
      });
      vacancy = undefined;
      refresh();
      return plan;
    },
    edit: (edits, label, merge) => {
      if (stale.text && mayTouchId(text.toString(), edits)) refresh();
      const renaming = renamedByTyping(stale.text ? undefined : reading.document, edits, vacancy);
      vacancy = renaming.vacancy;
      history.typing(
        label,
        () => {
          writeEdits(text, edits);
          carry(renaming.renamed);
        },
        merge,
      );
    },
    editContacts: (edits: readonly TextEdit[], label, merge) => {
      contactsHistory.typing(label, () => writeEdits(contacts, edits), merge);
    },
    arrange: (arrangement, label, merge = false) => {
      if (merge) history.typing(label, () => put(arrangement), undefined);
      else history.gesture(label, () => put(arrangement));
      refresh();
    },
    place: (moved) => {
      doc.transact(() => put({ positions: moved }), 'layout' satisfies ChangeOrigin);
      refresh();
    },
    undo: () => {
      history.undo();
      refresh();
    },
    redo: () => {
      history.redo();
      refresh();
    },
    undoContacts: () => {
      contactsHistory.undo();
      refresh();
    },
    redoContacts: () => {
      contactsHistory.redo();
      refresh();
    },
    saved: () => {
      refresh();
      return saver.saved();
    },
    close: async () => {
      refresh();
      try {
        await saver.saved();
      } finally {
        peers?.close();
        doc.destroy();
        shared.destroy();
      }
    },
    onOwnChange: (listener) => {
      ownListeners.add(listener);
      return () => ownListeners.delete(listener);
    },
    hurry: () => {
      refresh();
      saver.hurry();
    },
    catchUp: () => peers?.ask(),
  };
}

const fresh = { text: false, positions: false, notes: false, sections: false, any: false };

function setOrDelete<Value>(map: Y.Map<Value>, key: string, value: Value | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function sharingOf(state: 'saved' | 'saving' | 'failed', held: boolean, document: SopDocument): Sharing {
  const stored = state === 'saved';
  // What was typed within this frame is not read yet; whether it can be shared is said when it is.
  if (state === 'failed' || !held || document.wellFormed) return { kind: state, stored };
  const at = document.source.errors[0]?.span.from ?? document.diagnostics[0]?.span.from ?? 0;
  return { kind: 'not-shared', line: document.position(at).line, stored };
}
