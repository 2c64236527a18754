import type { OutlineItem } from './outline-item.ts';

/** Knows where an item stood when it was last there. */
export class ItemFinder {
  #before: readonly OutlineItem[] = [];

  atHand(wanted: string, items: readonly OutlineItem[]): OutlineItem | undefined {
    const item = itemAtHand(wanted, this.#before, items);
    if (item?.key === wanted) this.#before = items;
    return item;
  }
}

/**
 * The item at hand: the wanted one, or what stands in its place where it is gone. `before` are the items among which
 * it was last seen: the next of its siblings that is still there, else the one before it, else what it stood under.
 */
export function itemAtHand(
  wanted: string,
  before: readonly OutlineItem[],
  items: readonly OutlineItem[],
): OutlineItem | undefined {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const found = byKey.get(wanted);
  if (found !== undefined) return found;
  const at = before.findIndex(({ key }) => key === wanted);
  const lost = before[at];
  if (lost === undefined) return items.find(({ key }) => key === 'steps') ?? items[0];
  const siblings = (list: readonly OutlineItem[]): OutlineItem | undefined => {
    const near = list.find(({ key, parent }) => parent === lost.parent && byKey.has(key));
    return near && byKey.get(near.key);
  };
  return (
    siblings(before.slice(at + 1)) ??
    siblings(before.slice(0, at).reverse()) ??
    (lost.parent === undefined ? undefined : itemAtHand(lost.parent, before, items)) ??
    items[0]
  );
}
