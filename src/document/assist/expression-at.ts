import type { ValueType } from '../../condition/type.ts';
import { booleanType } from '../checked-expression.ts';
import type { Path } from '../diagnostic.ts';
import type { SopDocument } from '../document.ts';
import { isMap } from '../normalise/fields.ts';
import { findNode } from '../source/locate.ts';
import { scalarOffsets } from '../source/scalar-offsets.ts';

/** A CEL expression around an offset of the text, and the offset inside it. */
export interface ExpressionAt {
  readonly source: string;
  readonly offset: number;
  readonly expected: ValueType | undefined;
  /** Brings offsets of `source` into the text. */
  place(at: number): number;
}

export type ScalarRole = 'expression' | 'text' | undefined;

/** What a scalar at `path` holds: CEL, or text in which `{{ }}` holds CEL. */
export function roleOf(path: Path): ScalarRole {
  const [section, , ...rest] = path;
  const [key, second, third] = rest;
  if (section === 'derived') return rest.length === 1 && key === 'is' ? 'expression' : undefined;
  if (section === 'guardrails') {
    if (rest.length === 1 && (key === 'confirm' || key === 'require')) return 'expression';
    return rest.length <= 2 && (key === 'disclose' || key === 'alwaysSay') ? 'text' : undefined;
  }
  if (section !== 'steps') return undefined;
  if (key === 'columns') return rest.length === 2 ? 'expression' : undefined;
  if ((key === 'branches' || key === 'triggers') && typeof second === 'number') {
    return third === 'when' && rest.length === 3 ? 'expression' : undefined;
  }
  if (key === 'with') return rest.length === 2 ? 'expression' : undefined;
  const isText = key === 'say' || key === 'ask' || key === 'instruct' || key === 'handoff';
  return isText && rest.length <= 2 ? 'text' : undefined;
}

/**
 * The expression at `path` under the offset. `from` is where the value begins as far as the lines tell, for text that
 * YAML cannot read at present.
 */
export function expressionAt(
  document: SopDocument,
  path: Path,
  offset: number,
  from: number,
): ExpressionAt | undefined {
  const role = roleOf(path);
  if (!role) return undefined;
  const scalar = textAt(document, path, offset, from);
  const expected = expectedAt(document, path);
  if (role === 'expression') {
    return { source: scalar.value, offset: scalar.index, expected, place: scalar.place };
  }
  const open = scalar.value.lastIndexOf('{{', scalar.index);
  if (open < 0 || open + 2 > scalar.index) return undefined;
  const between = scalar.value.slice(open + 2, scalar.index);
  if (between.includes('}}')) return undefined;
  const close = scalar.value.indexOf('}}', scalar.index);
  const end = close < 0 ? scalar.index : close;
  return {
    source: scalar.value.slice(open + 2, end),
    offset: between.length,
    expected: undefined,
    place: (at) => scalar.place(at + open + 2),
  };
}

/** A scalar's text, with the offset inside it. */
export interface TextAt {
  readonly value: string;
  readonly index: number;
  /** Brings offsets of `value` into the text. */
  place(at: number): number;
}

/** The scalar at `path`; where it cannot be read, what stands between `from` and the offset. */
export function textAt(document: SopDocument, path: Path, offset: number, from: number): TextAt {
  return scalarAt(document, path, offset) ?? rawScalar(document.text, from, offset);
}

function scalarAt(document: SopDocument, path: Path, offset: number): TextAt | undefined {
  const found = findNode(document.source.root, path);
  if (found?.node.kind !== 'scalar' || typeof found.node.data !== 'string') return undefined;
  const { node, base } = found;
  const start = base + node.from;
  if (offset < start || offset > base + node.to) return undefined;
  const value = node.data as string;
  const offsets = scalarOffsets(document.text.slice(start, base + node.to), node.style, value);
  if (!offsets) return undefined;
  const inside = offset - start;
  let index = offsets.findIndex((each) => each >= inside);
  if (index < 0) index = value.length;
  return { value, index, place: (at) => start + (offsets[at] ?? inside) };
}

/** The text as it stands, up to the cursor: half-typed values are rarely quoted over several lines. */
function rawScalar(text: string, from: number, offset: number): TextAt {
  const start = /["']/.test(text.charAt(from)) ? from + 1 : from;
  const value = text.slice(Math.min(start, offset), offset);
  return { value, index: value.length, place: (at) => Math.min(start, offset) + at };
}

function expectedAt(document: SopDocument, path: Path): ValueType | undefined {
  const [section, name, key, input] = path;
  const id = String(name);
  if (section === 'derived') return document.procedure.derived.get(id)?.type;
  if (key === 'columns') return undefined;
  if (key !== 'with') return booleanType;
  const step = document.procedure.steps.get(id);
  const call = step?.kind === 'action' ? step.call : undefined;
  return call === undefined
    ? undefined
    : document.procedure.actions.get(call)?.input.get(String(input))?.type;
}

/** The keys that stand in a map already. */
export function keysPresent(document: SopDocument, path: Path): ReadonlySet<string> {
  let data: unknown = document.source.data;
  for (const segment of path) {
    if (isMap(data)) data = data.get(String(segment));
    else if (Array.isArray(data) && typeof segment === 'number') data = data[segment];
    else return new Set();
  }
  return new Set(isMap(data) ? data.keys() : []);
}
