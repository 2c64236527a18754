import type { Diagnostic, Fix } from '../../document/diagnostic.ts';
import { problemsOfSession } from '../session/proofs/problems-of-session.ts';
import { documentOffset, readDocument, type EditorScene } from './editor-scene.ts';
import { markerOf } from './markers.ts';
import { monaco } from './monaco.ts';

/** The remedies of the problems at the cursor. Carried out by the session, so each is one undo step by its name. */
export function provideQuickFixes(scene: EditorScene): () => void {
  const apply = scene.editor.addCommand(0, (_accessor, fix: Fix) =>
    scene.session.edit(fix.edits, fix.title, false),
  );
  const provider = monaco.languages.registerCodeActionProvider('yaml', {
    provideCodeActions: (model, range) => {
      if (model !== scene.model || !readDocument(scene) || apply === null)
        return { actions: [], dispose: () => undefined };
      const from = documentOffset(scene, { lineNumber: range.startLineNumber, column: range.startColumn });
      const to = documentOffset(scene, { lineNumber: range.endLineNumber, column: range.endColumn });
      const actions = problemsOfSession(scene.session)
        .current()
        .all.filter(({ span }) => span.from <= to && from <= span.to)
        .flatMap((diagnostic) => diagnostic.fixes.map((fix) => actionOf(scene, diagnostic, fix, apply)));
      return { actions, dispose: () => undefined };
    },
  });
  return () => provider.dispose();
}

function actionOf(
  scene: EditorScene,
  diagnostic: Diagnostic,
  fix: Fix,
  command: string,
): monaco.languages.CodeAction {
  return {
    title: fix.title,
    kind: 'quickfix',
    diagnostics: [markerOf(scene, diagnostic)],
    isPreferred: diagnostic.fixes[0] === fix,
    command: { id: command, title: fix.title, arguments: [fix] },
  };
}
