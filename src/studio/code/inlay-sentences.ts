import { valuedSentenceOf } from '../../document/condition-sentence.ts';
import { booleanType } from '../../document/checked-expression.ts';
import type { Path } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import { environmentOf } from '../../document/environment.ts';
import { expressionsOfGuardrail, expressionsOfStep } from '../../document/expressions.ts';
import type { PlacedExpression } from '../../document/placed-expression.ts';
import type { Step } from '../../document/model.ts';
import { codeSettings, useCodeSettings } from './code-settings.ts';
import { documentOffset, nextReading, type EditorScene } from './editor-scene.ts';
import { monaco } from './monaco.ts';

const longest = 90;
/** Space that is no part of the text. */
const gap = '\u2003';

/** What each condition in view says in plain words, behind its line. */
export function showSentences(scene: EditorScene): () => void {
  const { editor } = scene;
  const turn = (): void =>
    editor.updateOptions({ inlayHints: { enabled: codeSettings().sentences ? 'on' : 'off' } });
  turn();
  const unsubscribe = useCodeSettings.subscribe(turn);
  const provider = monaco.languages.registerInlayHintsProvider('yaml', {
    provideInlayHints: async (model, range, token) => {
      if (model !== scene.model) return undefined;
      const document = await nextReading(scene, token);
      if (!document || model.isDisposed()) return undefined;
      return { hints: hintsIn(scene, document, range), dispose: () => undefined };
    },
  });
  return () => {
    unsubscribe();
    provider.dispose();
  };
}

function hintsIn(
  scene: EditorScene,
  document: SopDocument,
  range: monaco.Range,
): monaco.languages.InlayHint[] {
  const { model, binding } = scene;
  const { procedure } = document;
  const environment = environmentOf(procedure);
  const hints: monaco.languages.InlayHint[] = [];
  for (const { path, source, expected } of conditionsIn(scene, document, range)) {
    const place = document.locate(path);
    const sentence = valuedSentenceOf(source, environment, procedure.parameters, expected);
    if (!place || sentence === source) continue;
    const { lineNumber } = model.getPositionAt(binding.current().toEditor(place.value.to));
    const isLong = sentence.length > longest;
    hints.push({
      label: `${gap}${isLong ? `${sentence.slice(0, longest)}…` : sentence}`,
      ...(isLong && { tooltip: sentence }),
      position: { lineNumber, column: model.getLineMaxColumn(lineNumber) },
    });
  }
  return hints;
}

/** The conditions of the entries that reach into some lines; not those of the whole text. */
function* conditionsIn(
  scene: EditorScene,
  document: SopDocument,
  range: monaco.Range,
): Generator<PlacedExpression> {
  const seen = new Set<string>();
  const { steps, guardrails, derived } = document.procedure;
  for (let line = range.startLineNumber; line <= range.endLineNumber; line += 1) {
    const column = scene.model.getLineMaxColumn(line);
    const [section, name] = document.source.pathAt(documentOffset(scene, { lineNumber: line, column }));
    const key = `${section}/${name}`;
    if (typeof name !== 'string' || seen.has(key)) continue;
    seen.add(key);
    const step = section === 'steps' ? steps.get(name) : undefined;
    const guardrail = section === 'guardrails' ? guardrails.get(name) : undefined;
    if (step) {
      yield* conditions(expressionsOfStep(step), ['steps', name]);
      yield* rowsOf(step, ['steps', name]);
    }
    if (guardrail) yield* conditions(expressionsOfGuardrail(guardrail), ['guardrails', name]);
    else if (section === 'derived') {
      const entry = derived.get(name);
      if (entry?.is)
        yield {
          path: ['derived', name, 'is'],
          source: entry.is,
          offset: 0,
          inTemplate: false,
          expected: entry.type,
        };
    }
  }
}

/** The rows of a table, each as the one condition that its cells make. */
function* rowsOf(step: Step, base: Path): Generator<PlacedExpression> {
  if (step.kind !== 'decision') return;
  for (const [index, { cells, when }] of step.branches.entries()) {
    if (!cells) continue;
    const path = [...base, 'branches', index, 'when'];
    yield { path, source: when, offset: 0, inTemplate: false, expected: booleanType };
  }
}

function* conditions(expressions: readonly PlacedExpression[], base: Path): Generator<PlacedExpression> {
  for (const expression of expressions) {
    if (!expression.inTemplate) yield { ...expression, path: [...base, ...expression.path] };
  }
}
