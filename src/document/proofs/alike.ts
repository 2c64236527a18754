/**
 * A name without what people overlook: case and marks. `order.id` and `orderId` are alike; `address1` and `address2`
 * are not.
 */
export function bareName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Declarations that were copied: in words they say the very same of themselves. */
export function describedAlike(
  one: { readonly description: string | undefined },
  other: { readonly description: string | undefined },
): boolean {
  const { description } = one;
  return description !== undefined && description.trim() !== '' && description === other.description;
}

export interface Repeated {
  readonly name: string;
  /** The entry before it that says the same. */
  readonly first: string;
}

/** Entries that repeat an earlier one. Only those that share a key are compared. */
export function* repeatedEntries<Entry>(
  entries: ReadonlyMap<string, Entry>,
  keysOf: (name: string, entry: Entry) => readonly (string | undefined)[],
  isSame: (one: Entry, other: Entry, names: readonly [string, string]) => boolean,
): Generator<Repeated> {
  const buckets = new Map<string, (readonly [string, Entry])[]>();
  for (const [name, entry] of entries) {
    const keys = keysOf(name, entry).filter((key) => key !== undefined);
    const first = keys
      .flatMap((key) => buckets.get(key) ?? [])
      .find(([earlier, other]) => isSame(other, entry, [earlier, name]));
    if (first) yield { name, first: first[0] };
    for (const key of new Set(keys)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push([name, entry]);
      else buckets.set(key, [[name, entry]]);
    }
  }
}
