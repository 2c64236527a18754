import type { SopDocument } from '../../document/document.ts';
import type { Span } from '../../document/diagnostic.ts';
import type { ProcedureSession } from '../session/procedure-session.ts';
import type { EditorText } from './editor-text.ts';
import { monaco } from './monaco.ts';
import { rangeOf, type TextBinding } from './text-binding.ts';

/** One open editor and what it edits: what its language features, its markers and its selection work on. */
export interface EditorScene {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  readonly model: monaco.editor.ITextModel;
  readonly session: ProcedureSession;
  readonly binding: TextBinding;
}

/** The reading of exactly what the editor shows; undefined for the moment between a keystroke and its reading. */
export function readDocument({ session, binding }: EditorScene): SopDocument | undefined {
  const { document } = session.snapshot();
  return document.text === binding.current().document ? document : undefined;
}

/** Waits for the reading of what the editor shows. Undefined when asked to stop first. */
export function nextReading(
  scene: EditorScene,
  token: monaco.CancellationToken,
): Promise<SopDocument | undefined> {
  const now = readDocument(scene);
  if (now) return Promise.resolve(now);
  return new Promise((resolve) => {
    const settle = (document: SopDocument | undefined) => {
      unsubscribe();
      cancelled.dispose();
      resolve(document);
    };
    const unsubscribe = scene.session.subscribe(() => {
      const document = readDocument(scene);
      if (document) settle(document);
    });
    const cancelled = token.onCancellationRequested(() => settle(undefined));
  });
}

export function rangeOfSpan({ model, binding }: EditorScene, span: Span): monaco.IRange {
  const text: EditorText = binding.current();
  return rangeOf(model, text.toEditor(span.from), text.toEditor(span.to));
}

export function documentOffset({ model, binding }: EditorScene, position: monaco.IPosition): number {
  return binding.current().toDocument(model.getOffsetAt(position));
}
