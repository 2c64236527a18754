import { planFormat } from '../../document/operations/plan-format.ts';
import { notify } from '../ui/notify.tsx';
import { codeSettings } from './code-settings.ts';
import { readDocument, type EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';

const group = '2_sopwright';

/** What the editor's own menu offers beside Monaco's. */
export function addEditorActions(scene: EditorScene): void {
  const { editor, session } = scene;
  editor.addAction({
    id: 'sopwright.format',
    label: 'Even the White Space',
    contextMenuGroupId: group,
    contextMenuOrder: 1,
    run: () => {
      const document = readDocument(scene) ?? session.snapshot().document;
      const plan = session.apply(planFormat(document), 'Even the white space');
      if (!plan.ok) notify('The text was left as it is', { tone: 'error', detail: plan.reason });
      else notify(plan.edits.length === 0 ? 'It is even already' : 'The white space is even now');
    },
  });
  editor.addAction({
    id: 'sopwright.sentences',
    label: 'Sentences Beside Conditions',
    contextMenuGroupId: group,
    contextMenuOrder: 2,
    run: () => codeSettings().toggleSentences(),
  });
  for (const [order, [id, label]] of folding.entries()) {
    editor.addAction({
      id: `sopwright.${id}`,
      label,
      contextMenuGroupId: '3_folding',
      contextMenuOrder: order,
      run: () => editor.trigger('menu', id, undefined),
    });
  }
}

const folding = [
  ['editor.foldLevel1', 'Fold All Sections'],
  ['editor.foldLevel2', 'Fold All Steps and Entries'],
  ['editor.unfoldAll', 'Unfold Everything'],
] as const;

/** Keys of Monaco's that the window has another use for, wherever the focus is. */
export function leaveKeysToWindow(): monaco.IDisposable {
  const { CtrlCmd } = monaco.KeyMod;
  return monaco.editor.addKeybindingRules([
    { keybinding: CtrlCmd | monaco.KeyCode.KeyI, command: '-editor.action.triggerSuggest' },
    { keybinding: CtrlCmd | monaco.KeyCode.Enter, command: '-editor.action.insertLineAfter' },
  ]);
}
