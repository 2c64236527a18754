import type { Path } from '../diagnostic.ts';
import { childOf } from '../source/locate.ts';
import type { Located } from '../source/locate.ts';
import type { Source } from '../source/source.ts';
import type { Entry, Item, Node } from '../source/tree.ts';

/** A node of the tree with the offsets of the text, and what it stands in. */
export interface Spot {
  readonly node: Node;
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly parent: Spot | undefined;
  /** Set for a map's value. */
  readonly entry: EntrySpot | undefined;
  /** Set for a list's item. */
  readonly item: ItemSpot | undefined;
  /** True inside brackets or braces, where indentation means nothing and a line break ends nothing. */
  readonly inFlow: boolean;
}

export interface EntrySpot {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  readonly keyFrom: number;
  readonly keyTo: number;
  readonly colon: number | undefined;
}

export interface ItemSpot {
  readonly from: number;
  readonly to: number;
}

export function spotAt(source: Source, path: Path): Spot | undefined {
  let located: Located | undefined = source.root && {
    node: source.root,
    base: 0,
    entry: undefined,
    item: undefined,
  };
  let spot = located && spotOf(located, undefined);
  for (const segment of path) {
    located = located && childOf(located, segment);
    spot = located && spotOf(located, spot);
  }
  return spot;
}

function spotOf({ node, base, entry, item }: Located, parent: Spot | undefined): Spot {
  return {
    node,
    start: base + node.start,
    from: base + node.from,
    to: base + node.to,
    parent,
    entry: entry && entrySpot(entry, base),
    item: item && itemSpot(item, base),
    inFlow: parent !== undefined && (parent.inFlow || isFlow(parent.node)),
  };
}

export function isFlow(node: Node): boolean {
  return (node.kind === 'map' || node.kind === 'list') && node.flow;
}

function entrySpot(entry: Entry, base: number): EntrySpot {
  return {
    entry,
    from: base + entry.from,
    to: base + entry.to,
    keyFrom: base + entry.key.from,
    keyTo: base + entry.key.to,
    colon: entry.colon === undefined ? undefined : base + entry.colon,
  };
}

function itemSpot(item: Item, base: number): ItemSpot {
  return { from: base + item.from, to: base + item.to };
}

/** All entries, those that do not count included: edits must step around them. */
export function entriesOf(spot: Spot): readonly EntrySpot[] {
  if (spot.node.kind !== 'map') return [];
  const base = spot.from - spot.node.from;
  return spot.node.entries.map((entry) => entrySpot(entry, base + entry.shift));
}

export function itemsOf(spot: Spot): readonly ItemSpot[] {
  if (spot.node.kind !== 'list') return [];
  const base = spot.from - spot.node.from;
  return spot.node.items.map((item) => itemSpot(item, base + item.shift));
}
