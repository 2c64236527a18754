import type { Node } from '../document/source/tree.ts';

/** Every place of a tree with the offsets of the text, for comparing trees that were put together differently. */
export function flatPlaces(root: Node | undefined): readonly unknown[] {
  const places: unknown[] = [];
  if (root) collect(root, 0, places);
  return places;
}

function collect(node: Node, base: number, places: unknown[]): void {
  const style =
    node.kind === 'scalar' ? node.style : node.kind === 'map' || node.kind === 'list' ? node.flow : undefined;
  places.push([node.kind, style, base + node.start, base + node.from, base + node.to, node.anchor]);
  if (node.kind === 'map') {
    for (const { shift, name, key, from, to, colon, hidden, value } of node.entries) {
      const at = base + shift;
      const head = [name, at + from, at + to, at + key.from, at + key.to, key.style];
      places.push([...head, colon === undefined ? undefined : at + colon, hidden]);
      collect(value, at, places);
    }
  }
  if (node.kind === 'list') {
    for (const { shift, from, to, value } of node.items) {
      places.push([base + shift + from, base + shift + to]);
      collect(value, base + shift, places);
    }
  }
}
