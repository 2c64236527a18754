import type { Source } from '../source/source.ts';
import type { TextEdit } from '../text-edit.ts';
import { isList, isMap } from './data.ts';
import { columnOfParts, layoutAt } from './layout.ts';
import { columnOf, insertAt, lineEnd, lineStart, removeLines, replace, sameLine } from './lines.ts';
import { blockScalar, printScalar } from './print-scalar.ts';
import { padded, printFlow, printItem, printValue } from './print-value.ts';
import type { Layout, Printed, Shape } from './print-value.ts';
import { isFlow } from './spot.ts';
import type { Spot } from './spot.ts';

/** Ways to bring a change about, the best first. Whoever asks tries each until one says what was meant. */
export type Candidates = Generator<readonly TextEdit[]>;

/** Puts a value in the place of the one at `spot`, keeping quotes and block style where the new value allows. */
export function* replaceValue(source: Source, spot: Spot, value: unknown, wanted?: Shape): Candidates {
  for (const printed of printings(source, spot, value, wanted)) {
    yield place(source, spot, printed, spot.from);
    // A tag says how the old value was to be read.
    if (spot.start < spot.from && spot.node.anchor === undefined)
      yield place(source, spot, printed, spot.start);
  }
}

function* printings(
  source: Source,
  spot: Spot,
  value: unknown,
  asked: Shape | undefined,
): Generator<Printed> {
  const { node } = spot;
  const layout: Layout = { ...layoutAt(source, spot.parent), inFlow: spot.inFlow };
  const column = holderColumn(source.text, spot);
  if (isMap(value) || isList(value)) {
    const shape: Shape = spot.inFlow || isFlow(node) ? 'flow' : 'block';
    const wanted = asked ?? (node.kind === 'map' || node.kind === 'list' ? shape : 'fitting');
    const itemLines = spot.item && !spot.inFlow ? printItem(value, column, 2, layout, wanted) : undefined;
    if (itemLines) yield { inline: (itemLines[0] ?? '').slice(column + 2), lines: itemLines.slice(1) };
    else yield printValue(value, column, layout, wanted);
    yield { inline: printFlow(value), lines: [] };
    return;
  }
  const old = node.kind === 'scalar' ? node.style : undefined;
  if (typeof value === 'string' && !spot.inFlow) {
    const asBlock = old === 'folded' || old === 'literal' || (value.includes('\n') && old !== 'double');
    const block = asBlock ? blockScalar(value, old === 'folded' ? 'folded' : 'literal') : undefined;
    if (block)
      yield { inline: block.header, lines: padded(block.lines, contentColumn(source, spot, column, layout)) };
  }
  yield { inline: printScalar(value, old, spot.inFlow), lines: [] };
  if (typeof value === 'string') yield { inline: printScalar(value, 'double', spot.inFlow), lines: [] };
}

/** The column that nested lines are indented against. */
function holderColumn(text: string, spot: Spot): number {
  if (spot.parent) return columnOfParts(text, spot.parent);
  return 0;
}

function contentColumn({ text }: Source, spot: Spot, column: number, layout: Layout): number {
  const { node } = spot;
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) {
    const first = /\n( +)(?=[^ \r\n])/.exec(text.slice(spot.from, spot.to))?.[1]?.length;
    if (first !== undefined && first > column) return first;
  }
  return column + Math.max(1, layout.unit);
}

/** Behind the colon or the dash. */
function headOf(spot: Spot): number {
  if (spot.entry) return spot.entry.colon ?? spot.entry.keyTo;
  return spot.item ? spot.item.from + 1 : spot.start;
}

/** Replaces `[from, spot.to)`, where `from` stands before or behind the value's tag. */
function place(source: Source, spot: Spot, printed: Printed, from: number): readonly TextEdit[] {
  const { text } = source;
  if (spot.node.kind === 'missing') return fill(source, spot, printed);
  if (spot.inFlow) return [replace(from, spot.to, printed.inline)];
  const { node } = spot;
  const head = headOf(spot);
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) {
    return replaceBlockScalar(source, spot, printed, from);
  }
  const below = printed.lines.join(source.eol);
  if (!spot.parent || sameLine(text, head, from)) {
    const start = printed.inline === '' ? from - spacesBefore(text, from) : from;
    const edits = [replace(start, spot.to, printed.inline)];
    return below === '' ? edits : [...edits, insertAt(lineEnd(text, spot.to), source.eol + below)];
  }
  if (printed.inline === '') {
    const start = lineStart(text, from);
    return [replace(start, spot.to, below)];
  }
  if (node.kind === 'scalar' && below === '') return [replace(from, spot.to, printed.inline)];
  const lines = lineStart(text, from);
  const gone = below === '' ? removeLines(text, lines, spot.to) : replace(lines, spot.to, below);
  return [insertAt(head, ` ${printed.inline}`), gone];
}

function spacesBefore(text: string, at: number): number {
  let from = at;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from -= 1;
  return at - from;
}

function fill({ text, eol }: Source, spot: Spot, printed: Printed): readonly TextEdit[] {
  const below = printed.lines.length === 0 ? '' : eol + printed.lines.join(eol);
  if (spot.entry && spot.entry.colon === undefined) {
    if (spot.inFlow) return [insertAt(spot.entry.keyTo, `: ${printed.inline}`)];
    const column = ' '.repeat(columnOf(text, spot.entry.from));
    return [insertAt(lineEnd(text, spot.entry.keyTo), `${eol}${column}:${spaced(printed.inline)}${below}`)];
  }
  const edits = [insertAt(spot.to, spaced(printed.inline))];
  return below === '' ? edits : [...edits, insertAt(lineEnd(text, spot.to), below)];
}

function spaced(inline: string): string {
  return inline === '' ? '' : ` ${inline}`;
}

/** Keeps the comment behind a block scalar's header. */
function replaceBlockScalar(
  { text, eol }: Source,
  spot: Spot,
  printed: Printed,
  from: number,
): readonly TextEdit[] {
  const headerEnd = spot.from + (/^[|>][-+0-9]*/.exec(text.slice(spot.from, spot.to))?.[0].length ?? 1);
  const contentFrom = Math.min(lineEnd(text, spot.from), spot.to);
  const below = printed.lines.length === 0 ? '' : eol + printed.lines.join(eol);
  const start = printed.inline === '' ? from - spacesBefore(text, from) : from;
  return [replace(start, headerEnd, printed.inline), replace(contentFrom, spot.to, below)];
}
