import { useViewState, viewNow } from '../session/view-state.ts';
import type { EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';

/** More are not told apart by eye. */
const mostLit = 2_000;
const overviewColor = 'rgba(200, 160, 40, 0.7)';

/** Lights what Find looks for, wherever the text says it. */
export function lightFoundWords({ editor, model }: EditorScene): () => void {
  const lit = editor.createDecorationsCollection();
  const light = (): void => {
    const { finding } = viewNow();
    const matches = finding?.text
      ? model.findMatches(finding.text, false, false, finding.matchesCase, null, false, mostLit)
      : [];
    lit.set(
      matches.map(({ range }) => ({
        range,
        options: {
          inlineClassName: 'sop-found-word',
          overviewRuler: { color: overviewColor, position: monaco.editor.OverviewRulerLane.Center },
        },
      })),
    );
  };
  light();
  const content = model.onDidChangeContent(() => {
    if (viewNow().finding) light();
  });
  const unsubscribe = useViewState.subscribe((state, before) => {
    if (state.finding !== before.finding) light();
  });
  return () => {
    content.dispose();
    unsubscribe();
    lit.clear();
  };
}
