import type { ProcedureSession } from '../session/procedure-session.ts';
import { answerWishes } from './answer-wishes.ts';
import './code-panel.css';
import { addEditorActions, leaveKeysToWindow } from './editor-actions.ts';
import type { EditorScene } from './editor-scene.ts';
import type { EditorChange } from './editor-text.ts';
import { followPageTheme } from './editor-theme.ts';
import { lightFoundWords } from './found-words.ts';
import { provideLanguage } from './language.ts';
import { showMarkers } from './markers.ts';
import { monaco } from './monaco.ts';
import { followSelection } from './selection-sync.ts';
import { bindText } from './text-binding.ts';

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: 'Procedure text',
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSize: 12.5,
  lineHeight: 20,
  fontLigatures: false,
  folding: true,
  glyphMargin: false,
  inlayHints: { enabled: 'on', fontFamily: "'Inter Variable', sans-serif", fontSize: 12, maximumLength: 0 },
  guides: { indentation: true, bracketPairs: false },
  lineDecorationsWidth: 12,
  lineNumbersMinChars: 4,
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  padding: { top: 8, bottom: 8 },
  quickSuggestions: { other: true, comments: false, strings: true },
  renderControlCharacters: true,
  renderLineHighlightOnlyWhenFocus: true,
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  stickyScroll: { enabled: true, maxLineCount: 2, defaultModel: 'outlineModel' },
  suggest: { showWords: false, showIcons: true },
  suggestSelection: 'first',
  // YAML 1.2 does not end a line there, so neither may the editor offer to.
  unusualLineTerminators: 'off',
  wordBasedSuggestions: 'off',
  wordWrap: 'on',
  wrappingIndent: 'indent',
};

/** Opens an editor of the session's text in `container`. Returns what closes it. */
export function openEditor(container: HTMLElement, session: ProcedureSession): () => void {
  const stopTheme = followPageTheme();
  const model = monaco.editor.createModel('', 'yaml');
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  model.updateOptions({ tabSize: 2, indentSize: 2, insertSpaces: true });
  const editor = monaco.editor.create(container, { ...options, model });

  let travelling = false;
  const binding = bindText(model, session, (changes) => {
    if (travelling) putCursorBehind(editor, model, changes);
  });
  // Filling the model has put the cursor behind it.
  editor.setPosition({ lineNumber: 1, column: 1 });
  const scene: EditorScene = { editor, model, session, binding };

  /** Undo and redo are the session's: one history over text, canvas and forms. */
  const travel = (go: () => void) => {
    travelling = true;
    go();
    travelling = false;
  };
  const undo = () => travel(() => session.undo());
  const redo = () => travel(() => session.redo());
  const { CtrlCmd, Shift } = monaco.KeyMod;
  editor.addCommand(CtrlCmd | monaco.KeyCode.KeyZ, undo, 'editorTextFocus');
  editor.addCommand(CtrlCmd | Shift | monaco.KeyCode.KeyZ, redo, 'editorTextFocus');
  editor.addCommand(CtrlCmd | monaco.KeyCode.KeyY, redo, 'editorTextFocus');

  addEditorActions(scene);
  const freedKeys = leaveKeysToWindow();
  const stops = [
    showMarkers(scene),
    followSelection(scene),
    provideLanguage(scene),
    lightFoundWords(scene),
    answerWishes(editor),
    () => freedKeys.dispose(),
  ];
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  return () => {
    for (const stop of stops) stop();
    binding.dispose();
    editor.dispose();
    model.dispose();
    stopTheme();
  };
}

function putCursorBehind(
  editor: monaco.editor.ICodeEditor,
  model: monaco.editor.ITextModel,
  changes: readonly EditorChange[],
): void {
  const grown = changes.slice(0, -1).reduce((sum, change) => sum + change.text.length - change.length, 0);
  const last = changes.at(-1);
  if (!last) return;
  const position = model.getPositionAt(last.offset + grown + last.text.length);
  editor.setPosition(position);
  editor.revealPositionInCenterIfOutsideViewport(position);
}
