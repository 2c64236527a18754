import type { Source } from '../source/source.ts';
import type { TextEdit } from '../text-edit.ts';
import { exchange, insertInBlock, moveInBlock, removeFromBlock } from './block-edits.ts';
import { isFlow, entriesOf, itemsOf } from './spot.ts';
import type { Spot } from './spot.ts';
import { insertInFlow, removeFromFlow } from './flow-edits.ts';
import type { Part } from './flow-edits.ts';
import { columnOfParts, layoutAt } from './layout.ts';
import { columnOf, replace, sameLine } from './lines.ts';
import { printEntry, printFlow, printItem, printKey } from './print-value.ts';
import type { Shape } from './print-value.ts';
import { replaceValue } from './value-edits.ts';
import type { Candidates } from './value-edits.ts';

/** Adds an entry behind the one called `after`, or behind the last. */
export function* insertEntry(
  source: Source,
  spot: Spot,
  name: string,
  value: unknown,
  after: string | undefined,
  shape: Shape | undefined,
): Candidates {
  const entries = entriesOf(spot);
  const known =
    after === undefined ? -1 : entries.findIndex(({ entry }) => entry.name === after && !entry.hidden);
  const index = known === -1 ? entries.length : known + 1;
  const multiline = (shape === 'block' || shape === 'blocks') && !spot.inFlow;
  if (entries.length === 0 && multiline) yield* replaceValue(source, spot, new Map([[name, value]]), shape);
  if (isFlow(spot.node)) {
    if (spot.node.kind === 'map' && spot.node.bare) return;
    const text = `${printKey(name, neighbourStyle(spot), true)}: ${printFlow(value)}`;
    yield insertInFlow(source, spot, entries, index, text);
    return;
  }
  const column = columnOfParts(source.text, spot);
  const layout = layoutAt(source, spot);
  for (const quoted of [false, true]) {
    const lines = printEntry(name, value, column, { ...layout, quoted }, shape);
    yield insertInBlock(source, entries, index, [(lines[0] ?? '').slice(column), ...lines.slice(1)]);
  }
}

/** JSON written as YAML quotes every key. */
function neighbourStyle(spot: Spot): 'double' | 'single' | undefined {
  const styles = new Set(entriesOf(spot).map(({ entry }) => entry.key.style));
  const [only] = styles;
  return styles.size === 1 && (only === 'double' || only === 'single') ? only : undefined;
}

/** Adds entries behind the last one, each as the lines that it has elsewhere. */
export function insertWritten(
  source: Source,
  spot: Spot,
  written: readonly (readonly string[])[],
): readonly TextEdit[] {
  const entries = entriesOf(spot);
  if (entries.length === 0 || isFlow(spot.node)) return [];
  const margin = ' '.repeat(columnOfParts(source.text, spot));
  const lines = written.flat().map((line) => (line === '' ? line : margin + line));
  return insertInBlock(source, entries, entries.length, [
    (lines[0] ?? '').slice(margin.length),
    ...lines.slice(1),
  ]);
}

export function* removeEntry(source: Source, spot: Spot, name: string): Candidates {
  const entries = entriesOf(spot);
  const index = entries.findIndex(({ entry }) => entry.name === name && !entry.hidden);
  yield* removePart(source, spot, entries, index, new Map());
}

export function* renameEntry(spot: Spot, name: string, next: string): Candidates {
  const found = entriesOf(spot).find(({ entry }) => entry.name === name && !entry.hidden);
  if (!found) return;
  const inFlow = spot.inFlow || isFlow(spot.node);
  for (const style of [found.entry.key.style, 'double'] as const) {
    yield [replace(found.keyFrom, found.keyTo, printKey(next, style, inFlow))];
  }
}

/** Puts a copy of an entry behind it, the text taken over as it stands. */
export function* copyEntry(
  source: Source,
  spot: Spot,
  name: string,
  copy: string,
  value: unknown,
): Candidates {
  const entries = entriesOf(spot);
  const index = entries.findIndex(({ entry }) => entry.name === name && !entry.hidden);
  const found = entries[index];
  if (!found) return;
  const { text } = source;
  const flow = isFlow(spot.node);
  const key = printKey(copy, found.entry.key.style, flow || spot.inFlow);
  const own = text.slice(found.from, found.keyFrom) + key + text.slice(found.keyTo, found.to);
  if (flow) yield insertInFlow(source, spot, entries, index + 1, own);
  else yield insertInBlock(source, entries, index + 1, [own]);
  yield* insertEntry(
    source,
    spot,
    copy,
    value,
    name,
    found.entry.value.kind === 'map' && !flow ? 'block' : undefined,
  );
}

export function* insertItem(source: Source, spot: Spot, index: number, value: unknown): Candidates {
  const items = itemsOf(spot);
  if (items.length === 0) {
    yield* replaceValue(source, spot, [value]);
    return;
  }
  if (isFlow(spot.node)) {
    yield insertInFlow(source, spot, items, index, printFlow(value));
    return;
  }
  const { text } = source;
  const column = columnOfParts(text, spot);
  const values = spot.node.kind === 'list' ? spot.node.items.map((item) => item.value) : [];
  const model = values[Math.max(0, index - 1)];
  const shape =
    model && (model.kind === 'map' || model.kind === 'list') ? (model.flow ? 'flow' : 'block') : 'fitting';
  for (const quoted of [false, true]) {
    const layout = { ...layoutAt(source, spot), quoted };
    const lines = printItem(value, column, dashWidth(text, spot), layout, shape);
    yield insertInBlock(source, items, index, [(lines[0] ?? '').slice(column), ...lines.slice(1)]);
  }
}

/** Columns from dash to value, as in the first item that has both on one line. */
function dashWidth(text: string, spot: Spot): number {
  if (spot.node.kind !== 'list') return 2;
  const base = spot.from - spot.node.from;
  for (const item of spot.node.items) {
    const from = base + item.shift + item.from;
    const value = base + item.shift + item.value.start;
    if (item.value.kind !== 'missing' && sameLine(text, from, value))
      return columnOf(text, value) - columnOf(text, from);
  }
  return 2;
}

export function* removeItem(source: Source, spot: Spot, index: number): Candidates {
  yield* removePart(source, spot, itemsOf(spot), index, []);
}

function* removePart(
  source: Source,
  spot: Spot,
  parts: readonly Part[],
  index: number,
  empty: unknown,
): Candidates {
  if (index < 0) return;
  if (isFlow(spot.node)) {
    if (spot.node.kind !== 'map' || !spot.node.bare) yield removeFromFlow(source, spot, parts, index);
  } else if (parts.length > 1) {
    yield* removeFromBlock(source, parts, index);
  } else {
    yield* replaceValue(source, spot, empty);
  }
}

export function* moveItem(source: Source, spot: Spot, from: number, to: number): Candidates {
  const items = itemsOf(spot);
  if (isFlow(spot.node)) yield exchange(source.text, items, from, to);
  else yield* moveInBlock(source, items, from, to);
}
