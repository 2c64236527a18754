import type * as Y from 'yjs';
import type { SopDocument } from '../../document/document.ts';
import type { Guardrail, Step } from '../../document/model.ts';
import type { Plan } from '../../document/operations/plan.ts';
import type { TextEdit } from '../../document/text-edit.ts';
import type { Arrangement, Note, Section } from './arrangement.ts';
import type { Position } from './arrangement.ts';

export type { Position } from './arrangement.ts';

/** One open procedure. Everything that changes it goes through here. */
export interface ProcedureSession {
  readonly id: string;
  /** For editors to observe; write by `edit`. */
  readonly text: Y.Text;
  /** Sample contacts as YAML; write by `editContacts`. Undone on its own. */
  readonly contacts: Y.Text;

  /** The same object until something changes. */
  snapshot(this: void): SessionSnapshot;
  subscribe(this: void, listener: () => void): () => void;

  /**
   * Carries a gesture out as one undo step; ids that it renames keep their positions, `arrangement` places what it
   * creates. A refusal comes back unchanged. A plan made on a text that has changed since is moved along, or refused
   * where the change touches it.
   */
  apply(plan: Plan, label: string, arrangement?: Arrangement): Plan;
  /**
   * Typing: edits planned on the text as it stands. Continues the previous typing step when `merge` is true or, left
   * out, when the pause was short. Parsed once per frame. An edit within a step's or guardrail's id takes its
   * position along.
   */
  edit(edits: readonly TextEdit[], label: string, merge?: boolean): void;
  editContacts(edits: readonly TextEdit[], label: string, merge?: boolean): void;
  /**
   * What a person moved, noted or put together: one undo step. With `merge` it continues the step before it, as typing
   * does, when that has the same label and the pause was short.
   */
  arrange(arrangement: Arrangement, label: string, merge?: boolean): void;
  /** Nodes that the layout placed: not undone. */
  place(positions: ReadonlyMap<string, Position>): void;

  undo(): void;
  redo(): void;
  undoContacts(): void;
  redoContacts(): void;

  /** Resolves when everything done so far is on disk. */
  saved(): Promise<void>;
  /** Writes what is left and lets go of storage and of the other tabs. */
  close(): Promise<void>;
}

export interface SessionSnapshot {
  readonly document: SopDocument;
  /** The last document whose YAML had no errors. */
  readonly lastWellFormed: SopDocument;
  /** The last readable version of each element that is broken now. */
  readonly ghosts: ReadonlyMap<string, Step | Guardrail>;
  readonly positions: ReadonlyMap<string, Position>;
  /** By an id of their own. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
  readonly canUndoContacts: boolean;
  readonly canRedoContacts: boolean;
  readonly sharing: Sharing;
}

export interface Sharing {
  /** `not-shared`: the text does not parse, so the other tabs and people have not been given it. */
  readonly kind: 'saved' | 'saving' | 'not-shared' | 'failed';
  /** Of the first YAML error, 1-based; with `not-shared`. */
  readonly line?: number;
  /** Everything done here is on disk, shared or not. */
  readonly stored: boolean;
}
