import { completeAt, type TextCompletion } from '../../document/complete.ts';
import { documentOffset, nextReading, rangeOfSpan, type EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';

/** Keys with their meaning, ids, names, and the names and functions of conditions and templates. */
export function provideCompletion(scene: EditorScene): () => void {
  const provider = monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: [' ', '.', '"', '[', '{', ',', ':', '-'],
    provideCompletionItems: async (model, position, _context, token) => {
      if (model !== scene.model) return undefined;
      const length = model.getValueLength();
      // Typing is read once per frame: completion needs the reading that holds the last keystroke.
      const document = await nextReading(scene, token);
      if (!document || token.isCancellationRequested || model.isDisposed()) return undefined;
      const offset = documentOffset(scene, position);
      // The editor counts what to replace from `position`, and adds by itself what was typed behind it meanwhile.
      const typed = model.getValueLength() - length;
      const suggestions = completeAt(document, offset).map((completion, index) =>
        itemOf(scene, { ...completion, to: Math.max(offset, completion.to - typed) }, index),
      );
      return { suggestions };
    },
  });
  return () => provider.dispose();
}

function itemOf(
  scene: EditorScene,
  completion: TextCompletion,
  index: number,
): monaco.languages.CompletionItem {
  return {
    label: completion.label,
    kind: iconOf(completion.kind),
    detail: completion.detail,
    documentation: completion.documentation === undefined ? undefined : { value: completion.documentation },
    insertText: completion.insert,
    // The order is ours: what is needed first.
    sortText: String(index).padStart(5, '0'),
    filterText: completion.label,
    range: rangeOfSpan(scene, completion),
  };
}

function iconOf(kind: TextCompletion['kind']): monaco.languages.CompletionItemKind {
  const { CompletionItemKind: icon } = monaco.languages;
  switch (kind) {
    case 'key':
      return icon.Property;
    case 'step':
      return icon.Event;
    case 'function':
      return icon.Function;
    case 'enum':
      return icon.EnumMember;
    case 'field':
      return icon.Field;
    case 'parameter':
      return icon.Constant;
    default:
      return icon.Variable;
  }
}
