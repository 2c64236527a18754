import type { SopDocument } from '../../document/document.ts';
import { nextReading, rangeOfSpan, type EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';

const sections = ['facts', 'derived', 'parameters', 'actions', 'steps', 'guardrails'] as const;

/** The text's sections and their entries: what stays in sight while scrolling, and what is gone to by name. */
export function provideDocumentSymbols(scene: EditorScene): () => void {
  const provider = monaco.languages.registerDocumentSymbolProvider('yaml', {
    provideDocumentSymbols: async (model, token) => {
      if (model !== scene.model) return undefined;
      const document = await nextReading(scene, token);
      return document && !model.isDisposed() ? symbolsOf(scene, document) : undefined;
    },
  });
  return () => provider.dispose();
}

function symbolsOf(scene: EditorScene, document: SopDocument): monaco.languages.DocumentSymbol[] {
  return sections.flatMap((section) => {
    const children = [...document.procedure[section]].flatMap(([name, entry]) => {
      const detail = 'kind' in entry ? entry.kind : '';
      return symbolAt(scene, document, [section, name], name, detail, kindOf(section)) ?? [];
    });
    const whole = symbolAt(scene, document, [section], section, '', monaco.languages.SymbolKind.Namespace);
    return whole ? [{ ...whole, children }] : [];
  });
}

function symbolAt(
  scene: EditorScene,
  document: SopDocument,
  path: readonly string[],
  name: string,
  detail: string,
  kind: monaco.languages.SymbolKind,
): monaco.languages.DocumentSymbol | undefined {
  const place = document.locate(path);
  if (!place?.key) return undefined;
  return {
    name,
    detail,
    kind,
    tags: [],
    range: rangeOfSpan(scene, place.entry),
    selectionRange: rangeOfSpan(scene, place.key),
  };
}

function kindOf(section: (typeof sections)[number]): monaco.languages.SymbolKind {
  const { SymbolKind } = monaco.languages;
  switch (section) {
    case 'steps':
      return SymbolKind.Event;
    case 'guardrails':
      return SymbolKind.Interface;
    case 'actions':
      return SymbolKind.Function;
    case 'parameters':
      return SymbolKind.Constant;
    case 'facts':
    case 'derived':
      return SymbolKind.Variable;
  }
}
