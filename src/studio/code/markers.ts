import type { Diagnostic, Severity } from '../../document/diagnostic.ts';
import { problemsOfSession } from '../session/proofs/problems-of-session.ts';
import { rangeOfSpan, readDocument, type EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';

const owner = 'sopwright';

/** Squiggles under what is reported, renewed whenever the text was read or proved again. */
export function showMarkers(scene: EditorScene): () => void {
  let shown: readonly Diagnostic[] | undefined;
  const source = problemsOfSession(scene.session);
  const show = () => {
    const { all } = source.current();
    if (!readDocument(scene) || all === shown) return;
    shown = all;
    monaco.editor.setModelMarkers(
      scene.model,
      owner,
      all.map((diagnostic) => markerOf(scene, diagnostic)),
    );
  };
  const stop = source.subscribe(show);
  show();
  return stop;
}

export function markerOf(scene: EditorScene, diagnostic: Diagnostic): monaco.editor.IMarkerData {
  return {
    ...visibleRange(scene, rangeOfSpan(scene, diagnostic.span)),
    severity: severityOf(diagnostic.severity),
    message: diagnostic.message,
    code: diagnostic.code,
  };
}

/** A squiggle needs a character to stand under: the one after an empty span, or at a line's end the word before. */
function visibleRange({ model }: EditorScene, range: monaco.IRange): monaco.IRange {
  const empty = range.startLineNumber === range.endLineNumber && range.startColumn === range.endColumn;
  if (!empty) return range;
  const lineEnd = model.getLineMaxColumn(range.startLineNumber);
  if (range.startColumn < lineEnd) return { ...range, endColumn: range.startColumn + 1 };
  const word = model.getWordUntilPosition({ lineNumber: range.startLineNumber, column: range.startColumn });
  return { ...range, startColumn: Math.max(1, Math.min(word.startColumn, range.startColumn - 1)) };
}

function severityOf(severity: Severity): monaco.MarkerSeverity {
  switch (severity) {
    case 'error':
      return monaco.MarkerSeverity.Error;
    case 'warning':
      return monaco.MarkerSeverity.Warning;
    case 'info':
      return monaco.MarkerSeverity.Info;
  }
}
