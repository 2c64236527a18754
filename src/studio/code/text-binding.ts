import type { TextEdit } from '../../document/text-edit.ts';
import type { ProcedureSession } from '../session/procedure-session.ts';
import {
  difference,
  documentEdits,
  editorChanges,
  editorTextOf,
  type EditorChange,
  type EditorText,
} from './editor-text.ts';
import type { monaco } from './monaco.ts';
import { editsOfDelta } from './text-delta.ts';
import { continueTyping, type TypingRun } from './typing-run.ts';

/** What the editor shows and the session's text, kept equal. The session's text is the truth; the model follows. */
export interface TextBinding {
  /** The text that the editor shows now. */
  current(): EditorText;
  /** Whether the editor's change events at this moment come from the session rather than from the person. */
  isFollowing(): boolean;
  dispose(): void;
}

/**
 * The model must be empty and have LF line endings: it is filled here, by an edit, since Monaco drops a byte order
 * mark from a text that it is created with.
 */
export function bindText(
  model: monaco.editor.ITextModel,
  session: ProcedureSession,
  onFollowed: (changes: readonly EditorChange[]) => void,
): TextBinding {
  let current = editorTextOf(session.text.toString());
  let following = false;
  let inStep = true;
  let typing = false;
  let run: TypingRun | undefined;

  const follow = (changes: readonly EditorChange[]) => {
    following = true;
    try {
      model.applyEdits(
        changes.map((change) => ({
          range: rangeOf(model, change.offset, change.offset + change.length),
          text: change.text,
          forceMoveMarkers: false,
        })),
      );
    } finally {
      following = false;
    }
  };

  const reconcile = () => {
    const rest = difference(model.getValue(), current.editor);
    if (rest) follow([rest]);
    inStep = true;
  };

  const onText = (event: { readonly delta: Parameters<typeof editsOfDelta>[0] }) => {
    const before = current;
    current = editorTextOf(session.text.toString());
    if (typing) return;
    run = undefined;
    const changes = editorChanges(before, editsOfDelta(event.delta));
    if (inStep) follow(changes);
    reconcile();
    onFollowed(changes);
  };

  const write = (edits: readonly TextEdit[]) => {
    const next = continueTyping(run, edits, Date.now());
    run = next.run;
    typing = true;
    try {
      session.edit(edits, 'Typing', next.merge);
    } finally {
      typing = false;
    }
  };

  const onContent = (event: monaco.editor.IModelContentChangedEvent) => {
    if (following) return;
    const rest = inStep ? undefined : difference(current.editor, model.getValue());
    const changes = inStep
      ? event.changes.map((change) => ({
          offset: change.rangeOffset,
          length: change.rangeLength,
          text: change.text,
        }))
      : rest
        ? [rest]
        : [];
    const { eol } = session.snapshot().document.source;
    for (const edits of documentEdits(current, changes, eol)) write(edits);
    inStep = model.getValue() === current.editor;
    // The model may not be edited from within its own change event.
    if (!inStep) queueMicrotask(() => !model.isDisposed() && reconcile());
  };

  follow([{ offset: 0, length: 0, text: current.editor }]);
  session.text.observe(onText);
  const listener = model.onDidChangeContent(onContent);
  return {
    current: () => current,
    isFollowing: () => following,
    dispose: () => {
      session.text.unobserve(onText);
      listener.dispose();
    },
  };
}

/** Offsets of the editor's text as a Monaco range. */
export function rangeOf(model: monaco.editor.ITextModel, from: number, to: number): monaco.IRange {
  const start = model.getPositionAt(from);
  const end = model.getPositionAt(to);
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}
