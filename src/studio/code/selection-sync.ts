import type { Span } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import { useViewState, viewNow, type Reveal } from '../session/view-state.ts';
import { documentOffset, rangeOfSpan, readDocument, type EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';

/** The last wish to see a place that an editor answered, so that reopening the panel does not answer it again. */
let answered = 0;

/**
 * The cursor selects the element that it stands in; what others select is scrolled to and softly lit. A wish to see
 * a place puts the cursor there.
 */
export function followSelection(scene: EditorScene): () => void {
  const { editor, session, binding } = scene;
  const lit = editor.createDecorationsCollection();
  let cursorMoved = false;
  let litFor: { readonly document: SopDocument; readonly selection: readonly string[] } | undefined;

  const light = () => {
    const document = readDocument(scene);
    const { selection } = viewNow();
    if (!document || (litFor?.document === document && litFor.selection === selection)) return;
    litFor = { document, selection };
    lit.set(spansOf(document, selection).map((span) => decorationOf(rangeOfSpan(scene, span))));
  };

  const selectAtCursor = () => {
    const position = editor.getPosition();
    const document = readDocument(scene);
    if (!cursorMoved || !position || !document) return;
    cursorMoved = false;
    const key = document.elementAt(documentOffset(scene, position));
    viewNow().select(key === undefined ? [] : [key], 'code');
  };

  const revealSelection = () => {
    const document = readDocument(scene);
    const [first] = document ? spansOf(document, viewNow().selection) : [];
    if (!first) return;
    const range = rangeOfSpan(scene, first);
    const visible = editor.getVisibleRanges();
    const whole = visible.some(
      (part) => part.startLineNumber <= range.startLineNumber && range.endLineNumber <= part.endLineNumber,
    );
    if (!whole) editor.revealRangeNearTopIfOutsideViewport(range, monaco.editor.ScrollType.Smooth);
  };

  const answer = (reveal: Reveal | undefined) => {
    const document = readDocument(scene);
    if (!reveal || !document || reveal.tick <= answered || reveal.origin === 'code') return;
    answered = reveal.tick;
    const span = 'span' in reveal.target ? reveal.target.span : document.locate(reveal.target.path)?.value;
    if (!span) return;
    const range = rangeOfSpan(scene, span);
    editor.setSelection(range);
    editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Smooth);
    if (reveal.origin === 'problems' || reveal.origin === 'inspector') editor.focus();
  };

  const onCursor = (event: monaco.editor.ICursorPositionChangedEvent) => {
    const byPerson = event.source === 'mouse' || event.source === 'keyboard';
    if (!byPerson || binding.isFollowing()) return;
    cursorMoved = true;
    selectAtCursor();
  };

  light();
  revealSelection();
  answer(viewNow().reveal);
  const cursor = editor.onDidChangeCursorPosition(onCursor);
  const unsubscribeSession = session.subscribe(() => {
    selectAtCursor();
    light();
    answer(viewNow().reveal);
  });
  const unsubscribeView = useViewState.subscribe((state, previous) => {
    if (state.selection !== previous.selection) {
      light();
      if (state.selectionOrigin !== 'code') revealSelection();
    }
    if (state.reveal !== previous.reveal) answer(state.reveal);
  });
  return () => {
    cursor.dispose();
    unsubscribeSession();
    unsubscribeView();
    lit.clear();
  };
}

function spansOf(document: SopDocument, keys: readonly string[]): readonly Span[] {
  return keys.flatMap((key) => document.elementSpan(key) ?? []).sort((a, b) => a.from - b.from);
}

function decorationOf(range: monaco.IRange): monaco.editor.IModelDeltaDecoration {
  return {
    range,
    options: {
      isWholeLine: true,
      className: 'sop-selected-lines',
      linesDecorationsClassName: 'sop-selected-mark',
      overviewRuler: { color: 'rgba(110, 100, 220, 0.5)', position: monaco.editor.OverviewRulerLane.Left },
    },
  };
}
