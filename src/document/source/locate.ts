import type { Path } from '../diagnostic.ts';
import type { Place } from './source.ts';
import { entryNamed } from './tree.ts';
import type { Entry, Item, Node } from './tree.ts';

/** A node with the base that its offsets count from, and the entry or item that holds it. */
export interface Located {
  readonly node: Node;
  readonly base: number;
  readonly entry: Entry | undefined;
  readonly item: Item | undefined;
}

export function findNode(root: Node | undefined, path: Path): Located | undefined {
  let found: Located | undefined = root && { node: root, base: 0, entry: undefined, item: undefined };
  for (const segment of path) {
    if (!found) return undefined;
    found = childOf(found, segment);
  }
  return found;
}

export function childOf({ node, base }: Located, segment: string | number): Located | undefined {
  if (node.kind === 'map' && typeof segment === 'string') {
    const entry = entryNamed(node, segment);
    return entry && { node: entry.value, base: base + entry.shift, entry, item: undefined };
  }
  if (node.kind === 'list' && typeof segment === 'number') {
    const item = node.items[segment];
    return item && { node: item.value, base: base + item.shift, entry: undefined, item };
  }
  return undefined;
}

export function locateIn(root: Node | undefined, path: Path): Place | undefined {
  const found = findNode(root, path);
  if (!found) return undefined;
  const { node, base, entry, item } = found;
  const holder = entry ?? item ?? node;
  return {
    key: entry && { from: base + entry.key.from, to: base + entry.key.to },
    value: { from: base + node.from, to: base + node.to },
    entry: { from: base + holder.from, to: base + holder.to },
    kind: node.kind,
  };
}

export function pathAtOffset(root: Node | undefined, offset: number): Path {
  const path: (string | number)[] = [];
  let node = root;
  let base = 0;
  while (node) {
    const parts: readonly (Entry | Item)[] =
      node.kind === 'map' ? node.entries : node.kind === 'list' ? node.items : [];
    const index = lastStartingAt(parts, offset - base);
    const part = parts[index];
    if (!part || offset > base + part.shift + part.to) return path;
    path.push('name' in part ? part.name : index);
    base += part.shift;
    node = part.value;
  }
  return path;
}

/** Index of the last part that begins at or before the offset; parts stand in the text's order. */
function lastStartingAt(parts: readonly (Entry | Item)[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part && part.shift + part.from <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
