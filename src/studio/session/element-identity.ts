const identities = new Map<string, number>();
let count = 0;

/** The same for an element before and after it is renamed: as a form's key, renaming does not take the focus. */
export function elementIdentity(elementKey: string): number {
  const known = identities.get(elementKey);
  if (known !== undefined) return known;
  count += 1;
  identities.set(elementKey, count);
  return count;
}

export function carryIdentity(from: string, to: string): void {
  identities.set(to, elementIdentity(from));
  identities.delete(from);
}
