import { documentOffset, rangeOfSpan, readDocument, type EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';
import { definitionOf, planRenameSymbol, symbolAt, type CodeSymbol } from './symbol.ts';
import type { SopDocument } from '../../document/document.ts';

/** Go to definition, find references and rename, of steps and of everything else that has a name. */
export function provideSymbols(scene: EditorScene): () => void {
  const find = (
    model: monaco.editor.ITextModel,
    position: monaco.Position,
  ): { readonly document: SopDocument; readonly symbol: CodeSymbol } | undefined => {
    const document = model === scene.model ? readDocument(scene) : undefined;
    const symbol = document && symbolAt(document, documentOffset(scene, position));
    return document && symbol && { document, symbol };
  };
  const locationOf = (span: { readonly from: number; readonly to: number }): monaco.languages.Location => ({
    uri: scene.model.uri,
    range: rangeOfSpan(scene, span),
  });

  const providers = [
    monaco.languages.registerDefinitionProvider('yaml', {
      provideDefinition: (model, position) => {
        const found = find(model, position);
        const span = found && definitionOf(found.document, found.symbol);
        return span && locationOf(span);
      },
    }),
    monaco.languages.registerReferenceProvider('yaml', {
      provideReferences: (model, position) => find(model, position)?.symbol.places.map(locationOf),
    }),
    monaco.languages.registerRenameProvider('yaml', {
      resolveRenameLocation: (model, position) => {
        const found = find(model, position);
        return found
          ? { range: rangeOfSpan(scene, found.symbol.span), text: found.symbol.name }
          : {
              range: new monaco.Range(
                position.lineNumber,
                position.column,
                position.lineNumber,
                position.column,
              ),
              text: '',
              rejectReason: 'Only names of steps, guardrails, facts, parameters and actions can be renamed.',
            };
      },
      // The session renames, not the editor: positions on the canvas go along, and it is one undo step.
      provideRenameEdits: (model, position, name) => {
        const found = find(model, position);
        if (!found) return { edits: [], rejectReason: 'The text has just changed. Try again.' };
        const result = scene.session.apply(
          planRenameSymbol(found.document, found.symbol, name),
          `Rename ${found.symbol.name}`,
        );
        return result.ok ? { edits: [] } : { edits: [], rejectReason: result.reason };
      },
    }),
  ];
  return () => {
    for (const provider of providers) provider.dispose();
  };
}
