import { hoverAt } from '../../document/hover.ts';
import { documentOffset, rangeOfSpan, readDocument, type EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';

/** What stands under the pointer, in words. */
export function provideHover(scene: EditorScene): () => void {
  const provider = monaco.languages.registerHoverProvider('yaml', {
    provideHover: (model, position) => {
      const document = model === scene.model ? readDocument(scene) : undefined;
      const hover = document && hoverAt(document, documentOffset(scene, position));
      return hover && { contents: [{ value: hover.markdown }], range: rangeOfSpan(scene, hover.span) };
    },
  });
  return () => provider.dispose();
}
