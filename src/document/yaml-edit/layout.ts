import type { Source } from '../source/source.ts';
import type { Node } from '../source/tree.ts';
import { beginsLine, columnOf } from './lines.ts';
import type { Layout } from './print-value.ts';
import { entriesOf, isFlow, itemsOf, spotAt } from './spot.ts';
import type { Spot } from './spot.ts';

/** The column of a block collection's keys or dashes. */
export function columnOfParts(text: string, spot: Spot): number {
  const first = entriesOf(spot)[0] ?? itemsOf(spot)[0];
  return first ? columnOf(text, first.from) : 0;
}

/** How new text in the collection at `spot` is to be laid out: as its neighbours are. */
export function layoutAt(source: Source, spot: Spot | undefined): Layout {
  const inFlow = spot !== undefined && (spot.inFlow || isFlow(spot.node));
  const near = spot && neighbours(spot);
  const unit = (near && stepOf(source.text, near, 'map')) ?? firstStep(source, 'map') ?? 2;
  const dashes = (near && stepOf(source.text, near, 'list')) ?? firstStep(source, 'list') ?? unit;
  return { unit, dashes, inFlow };
}

/** The block maps from the spot outwards. */
function neighbours(spot: Spot): readonly Spot[] {
  const found: Spot[] = [];
  for (let at: Spot | undefined = spot; at; at = at.parent)
    if (at.node.kind === 'map' && !at.node.flow) found.push(at);
  return found;
}

const looked = 40;

function stepOf(text: string, maps: readonly Spot[], kind: 'map' | 'list'): number | undefined {
  for (const map of maps) {
    if (map.node.kind !== 'map') continue;
    const column = columnOfParts(text, map);
    const base = map.from - map.node.from;
    for (const entry of map.node.entries.slice(0, looked)) {
      const step = stepInto(text, entry.value, base + entry.shift, kind);
      if (step !== undefined && entry.hidden === undefined) return step - column;
    }
  }
  return undefined;
}

function stepInto(text: string, node: Node, base: number, kind: 'map' | 'list'): number | undefined {
  if (node.kind !== kind || isFlow(node)) return undefined;
  const at = base + node.from;
  return beginsLine(text, at) ? columnOf(text, at) : undefined;
}

/** The first nested collection of the text sets the pace for those that have no neighbour. */
function firstStep(source: Source, kind: 'map' | 'list'): number | undefined {
  const root = spotAt(source, []);
  if (root?.node.kind !== 'map') return undefined;
  const direct = stepOf(source.text, [root], kind);
  if (direct !== undefined) return direct;
  for (const entry of root.node.entries) {
    const inner = spotAt(source, [entry.name]);
    const maps = inner?.node.kind === 'map' ? [inner, ...innerMaps(source, entry.name, inner.node)] : [];
    const step = stepOf(
      source.text,
      maps.filter((map) => !isFlow(map.node)),
      kind,
    );
    if (step !== undefined) return step;
  }
  return undefined;
}

function innerMaps(source: Source, name: string, node: Node): readonly Spot[] {
  if (node.kind !== 'map') return [];
  return node.entries.slice(0, looked).flatMap((entry) => spotAt(source, [name, entry.name]) ?? []);
}
