import { useEditorWish } from './editor-wish.ts';
import type { monaco } from './monaco.ts';

/** The last wish that an editor answered, so that reopening the panel does not answer it again. */
let answered = 0;

/** Carries out what the palette and the menus wish of the editor; with the keyboard in it, as a key would. */
export function answerWishes(editor: monaco.editor.IStandaloneCodeEditor): () => void {
  const answer = (): void => {
    const { wish } = useEditorWish.getState();
    if (!wish || wish.tick <= answered) return;
    answered = wish.tick;
    // The panel may be on its way to being shown, and the palette on its way out.
    requestAnimationFrame(() => {
      if (editor.getModel() === null) return;
      editor.focus();
      editor.trigger('command', wish.action, undefined);
    });
  };
  answer();
  return useEditorWish.subscribe(answer);
}
