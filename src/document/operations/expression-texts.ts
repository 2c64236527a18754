import { parseTemplate } from '../../condition/template.ts';
import type { Path } from '../diagnostic.ts';
import { isList, isMap } from '../yaml-edit/data.ts';
import { sectionOf } from './editable.ts';

/** An expression in the text: a whole scalar, or what stands between `{{` and `}}`. */
export interface ExpressionText {
  readonly path: Path;
  readonly source: string;
  /** Where it begins in the scalar's value. */
  readonly offset: number;
}

const templateKeys = ['say', 'ask', 'instruct', 'handoff', 'disclose', 'alwaysSay'];

/** All of them, also in steps whose other parts cannot be understood. */
export function* expressionTexts(data: unknown): Generator<ExpressionText> {
  for (const [name, derived] of sectionOf(data, 'derived'))
    yield* conditions(derived, ['derived', name], ['is']);
  for (const [id, step] of sectionOf(data, 'steps')) {
    const path = ['steps', id];
    if (!isMap(step)) continue;
    for (const list of ['branches', 'triggers']) {
      const items = step.get(list);
      if (!isList(items)) continue;
      for (const [index, item] of items.entries()) yield* conditions(item, [...path, list, index], ['when']);
    }
    const inputs = step.get('with');
    if (isMap(inputs)) yield* conditions(inputs, [...path, 'with'], [...inputs.keys()]);
    yield* templates(step, path);
  }
  for (const [id, guardrail] of sectionOf(data, 'guardrails')) {
    yield* conditions(guardrail, ['guardrails', id], ['confirm', 'require']);
    yield* templates(guardrail, ['guardrails', id]);
  }
}

function* conditions(holder: unknown, path: Path, keys: readonly string[]): Generator<ExpressionText> {
  if (!isMap(holder)) return;
  for (const key of keys) {
    const source = holder.get(key);
    if (typeof source === 'string') yield { path: [...path, key], source, offset: 0 };
  }
}

function* templates(holder: unknown, path: Path): Generator<ExpressionText> {
  if (!isMap(holder)) return;
  for (const key of templateKeys) {
    const wording = holder.get(key);
    if (typeof wording === 'string') yield* template(wording, [...path, key]);
    if (!isMap(wording)) continue;
    for (const [locale, text] of wording) {
      if (typeof text === 'string') yield* template(text, [...path, key, locale]);
    }
  }
}

function* template(text: string, path: Path): Generator<ExpressionText> {
  if (!text.includes('{{')) return;
  for (const part of parseTemplate(text).parts) {
    if ('source' in part) yield { path, source: part.source, offset: part.from };
  }
}
