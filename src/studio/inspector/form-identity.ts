const identities = new Map<string, number>();
let count = 0;

/** A form's key: the same for an element before and after it is renamed, so that renaming does not take the focus. */
export function formIdentity(elementKey: string): number {
  const known = identities.get(elementKey);
  if (known !== undefined) return known;
  count += 1;
  identities.set(elementKey, count);
  return count;
}

export function carryFormIdentity(from: string, to: string): void {
  identities.set(to, formIdentity(from));
  identities.delete(from);
}
