import { provideCompletion } from './completion.ts';
import { provideDocumentSymbols } from './document-symbols.ts';
import type { EditorScene } from './editor-scene.ts';
import { provideHover } from './hover.ts';
import { showSentences } from './inlay-sentences.ts';
import { provideQuickFixes } from './quick-fixes.ts';
import { provideSymbols } from './symbol-features.ts';

/** Everything that the editor knows of the format. Providers are global in Monaco: each answers for its own model. */
export function provideLanguage(scene: EditorScene): () => void {
  const stops = [
    provideCompletion(scene),
    provideHover(scene),
    provideQuickFixes(scene),
    provideSymbols(scene),
    provideDocumentSymbols(scene),
    showSentences(scene),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
