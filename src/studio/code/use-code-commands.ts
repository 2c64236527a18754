import { useMemo } from 'react';
import { useCommands } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { viewNow } from '../session/view-state.ts';
import { codeSettings, useCodeSettings } from './code-settings.ts';
import { wishForEditor } from './editor-wish.ts';

/** What the editor can do, offered whether or not it is open: choosing one opens it. */
export function useCodeCommands(): void {
  const sentences = useCodeSettings((settings) => settings.sentences);
  useCommands(
    useMemo(
      () => [
        ...editorCommands,
        {
          id: 'code.sentences',
          title: sentences ? 'Hide the sentences beside conditions' : 'Show the sentences beside conditions',
          section: 'Code',
          keywords: ['inlay', 'plain words', 'hints'],
          run: () => codeSettings().toggleSentences(),
        },
      ],
      [sentences],
    ),
  );
}

const editorCommands: readonly Command[] = [
  inEditor('editor.action.triggerSuggest', 'Complete', { keys: 'mod+space' }),
  inEditor('editor.action.quickFix', 'Quick fixes', { keys: 'mod+.' }),
  inEditor('editor.action.revealDefinition', 'Go to the definition', { keys: 'F12' }),
  inEditor('editor.action.goToReferences', 'Find all references', {
    keys: 'shift+F12',
    keywords: ['usages', 'where is it used'],
  }),
  inEditor('editor.action.rename', 'Rename everywhere', { keys: 'F2' }),
  inEditor('editor.action.quickOutline', 'Go to an entry of the text', {
    keys: 'mod+shift+o',
    keywords: ['symbol', 'outline'],
  }),
  inEditor('actions.find', 'Find in the text', { keys: 'mod+f', keywords: ['search'] }),
  inEditor('editor.action.startFindReplaceAction', 'Replace in the text', { keys: 'mod+h' }),
  inEditor('editor.fold', 'Fold', { keys: 'mod+shift+[' }),
  inEditor('editor.unfold', 'Unfold', { keys: 'mod+shift+]' }),
  inEditor('editor.foldLevel1', 'Fold all sections', { keywords: ['collapse'] }),
  inEditor('editor.foldLevel2', 'Fold all steps and entries', { keywords: ['collapse'] }),
  inEditor('editor.unfoldAll', 'Unfold everything', { keywords: ['expand'] }),
  inEditor('editor.action.commentLine', 'Make the line a comment, or none', { keys: 'mod+/' }),
  inEditor('editor.action.moveLinesUpAction', 'Move the line up', { keys: 'alt+up' }),
  inEditor('editor.action.moveLinesDownAction', 'Move the line down', { keys: 'alt+down' }),
  inEditor('editor.action.addSelectionToNextFindMatch', 'Select the next occurrence too', { keys: 'mod+d' }),
  inEditor('editor.action.toggleTabFocusMode', 'Tab moves on, or indents', {
    keys: 'mod+m',
    keywords: ['focus', 'keyboard trap'],
  }),
  inEditor('sopwright.format', 'Even the white space of the text', {
    keywords: ['format', 'layout', 'indentation', 'pretty'],
  }),
];

function inEditor(action: string, title: string, more: Pick<Command, 'keys' | 'keywords'>): Command {
  return {
    id: `code.${action}`,
    title,
    section: 'Code',
    ...more,
    run: () => {
      viewNow().setDock('code');
      wishForEditor(action);
    },
  };
}
