import type { Diagnostic, Severity } from '../../document/diagnostic.ts';
import { rangeOfSpan, readDocument, type EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';

const owner = 'sopwright';

/** Squiggles under the document's diagnostics, renewed whenever it was read again. */
export function showMarkers(scene: EditorScene): () => void {
  let shown: readonly Diagnostic[] | undefined;
  const show = () => {
    const document = readDocument(scene);
    if (!document || document.diagnostics === shown) return;
    shown = document.diagnostics;
    monaco.editor.setModelMarkers(
      scene.model,
      owner,
      document.diagnostics.map((diagnostic) => markerOf(scene, diagnostic)),
    );
  };
  show();
  return scene.session.subscribe(show);
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
