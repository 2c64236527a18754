/** Deep equality of models: plain objects, lists, maps (with their order) and scalars. */
export function sameStructure(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) && a.length === b.length && a.every((item, index) => sameStructure(item, b[index]))
    );
  }
  if (a instanceof Map) return b instanceof Map && sameStructure([...a], [...b]);
  if (Array.isArray(b) || b instanceof Map) return false;
  const keys = Object.keys(a);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameStructure(left[key], right[key]))
  );
}
