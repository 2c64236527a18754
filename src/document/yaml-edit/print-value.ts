import { isList, isMap } from './data.ts';
import { blockScalar, isPlain, printScalar } from './print-scalar.ts';
import type { ScalarStyle } from '../source/tree.ts';

/** How the text around a new value is laid out. */
export interface Layout {
  /** Columns that a nested block map stands further right. */
  readonly unit: number;
  /** Columns that a block list's dashes stand further right than the key above; 0 where lists are not indented. */
  readonly dashes: number;
  readonly inFlow: boolean;
  /** Texts of several lines in quotes instead of block scalars. */
  readonly quoted?: boolean;
}

/** A value as it follows `key:` or `-`: what stands on that line, and whole lines below it. */
export interface Printed {
  readonly inline: string;
  readonly lines: readonly string[];
}

/** `blocks`: the values inside stand as blocks too. */
export type Shape = 'block' | 'blocks' | 'flow' | 'fitting';

/** The longest collection that is written on one line where nothing asks for either form. */
const lineWidth = 90;

export function printValue(
  value: unknown,
  column: number,
  layout: Layout,
  shape: Shape = 'fitting',
): Printed {
  if (layout.inFlow) return { inline: printFlow(value), lines: [] };
  if (isMap(value) || isList(value)) {
    const size = isMap(value) ? value.size : value.length;
    if (size === 0 || shape === 'flow' || (shape === 'fitting' && isFitting(value))) {
      return { inline: printFlow(value), lines: [] };
    }
    const dashColumn = column + layout.dashes;
    const inner = shape === 'blocks' ? 'block' : 'fitting';
    const lines = isMap(value)
      ? [...value].flatMap(([key, item]) => printEntry(key, item, column + layout.unit, layout, inner))
      : value.flatMap((item) => printItem(item, dashColumn, 2, layout));
    return { inline: '', lines };
  }
  // A block scalar that keeps its last line breaks would swallow blank lines below it.
  const asBlock =
    typeof value === 'string' && value.includes('\n') && !value.endsWith('\n\n') && !layout.quoted;
  const block = asBlock ? blockScalar(value, 'literal') : undefined;
  if (!block) return { inline: printScalar(value, undefined, false), lines: [] };
  return { inline: block.header, lines: padded(block.lines, column + layout.unit) };
}

export function printEntry(
  key: string,
  value: unknown,
  column: number,
  layout: Layout,
  shape?: Shape,
): readonly string[] {
  const { inline, lines } = printValue(value, column, layout, shape);
  return [`${' '.repeat(column)}${printKey(key, undefined, false)}:${inline && ` ${inline}`}`, ...lines];
}

/** `width`: the columns from the dash to the value. */
export function printItem(
  value: unknown,
  column: number,
  width: number,
  layout: Layout,
  shape: Shape = 'fitting',
): readonly string[] {
  const dash = `${' '.repeat(column)}-${' '.repeat(width - 1)}`;
  const block = shape === 'block' || (shape === 'fitting' && !isFitting(value));
  if (isMap(value) && value.size > 0 && block) {
    const lines = [...value].flatMap(([key, item]) => printEntry(key, item, column + width, layout));
    return lines.map((line, index) => (index === 0 ? dash + line.trimStart() : line));
  }
  if (isList(value) && value.length > 0 && block) {
    const lines = value.flatMap((item) => printItem(item, column + width, 2, layout));
    return lines.map((line, index) => (index === 0 ? dash + line.trimStart() : line));
  }
  const { inline, lines } = printValue(value, column, layout, 'flow');
  return [dash + inline, ...lines];
}

export function printKey(key: string, style: ScalarStyle | undefined, inFlow: boolean): string {
  if (style === 'single' || style === 'double') return printScalar(key, style, inFlow);
  return isPlain(key, inFlow) ? key : printScalar(key, 'double', inFlow);
}

export function printFlow(value: unknown): string {
  if (isMap(value)) {
    const entries = [...value].map(([key, item]) => `${printKey(key, undefined, true)}: ${printFlow(item)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (isList(value)) return `[${value.map(printFlow).join(', ')}]`;
  return printScalar(value, undefined, true);
}

function isFitting(value: unknown): boolean {
  if (!isMap(value) && !isList(value)) return true;
  const parts = isMap(value) ? [...value.values()] : value;
  const deep = parts.some((part) => (isMap(part) || (isList(part) && isMap(value))) && !isShallow(part));
  const listOfMaps = isList(value) && parts.some(isMap);
  const paragraphs = parts.some((part) => typeof part === 'string' && part.includes('\n'));
  return !deep && !listOfMaps && !paragraphs && printFlow(value).length <= lineWidth;
}

function isShallow(value: unknown): boolean {
  const parts = isMap(value) ? [...value.values()] : isList(value) ? value : [];
  return parts.every((part) => !isMap(part) && !isList(part));
}

export function padded(lines: readonly string[], column: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line));
}
