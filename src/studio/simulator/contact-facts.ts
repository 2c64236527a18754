import type { Path } from '../../document/diagnostic.ts';

/**
 * Where a contact's facts, written nested or dotted or both, hold a declared name: `{ order: { status: … } }` and
 * `{ order.status: … }` are the same fact. `data` is plain data with `Map`s for maps, as a `Source` reads it.
 */
export function findFact(
  data: unknown,
  name: string,
): { readonly path: Path; readonly value: unknown } | undefined {
  if (!(data instanceof Map)) return undefined;
  if (data.has(name)) return { path: [name], value: data.get(name) as unknown };
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const head = name.slice(0, dot);
    const inner = findFact(data.get(head), name.slice(dot + 1));
    if (inner) return { path: [head, ...inner.path], value: inner.value };
  }
  return undefined;
}

/** Where to write a fact: where it stands, else beside its relatives, else under its dotted name. */
export function factPath(data: unknown, name: string): Path {
  const found = findFact(data, name);
  if (found) return found.path;
  if (data instanceof Map) {
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const head = name.slice(0, dot);
      const inner: unknown = data.get(head);
      if (inner instanceof Map) return [head, ...factPath(inner, name.slice(dot + 1))];
    }
  }
  return [name];
}

/** A source's data as JSON. Keys that JSON records treat specially stay ordinary keys. */
export function toPlain(data: unknown): unknown {
  if (data instanceof Map) {
    const record: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const [key, value] of data) record[String(key)] = toPlain(value);
    return record;
  }
  return Array.isArray(data) ? data.map(toPlain) : data;
}
