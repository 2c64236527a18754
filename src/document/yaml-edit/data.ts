import type { Path } from '../diagnostic.ts';

/** The intended effect of edits on the data of a source. Values are never changed in place. */

export type DataMap = ReadonlyMap<string, unknown>;

/** JSON-like input as the data of a source has it: records become maps, undefined fields go. */
export function dataOf(value: unknown): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [String(key), dataOf(item)]));
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : dataOf(item)));
  if (typeof value === 'object' && value !== null) {
    return new Map(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, dataOf(item)]),
    );
  }
  return value === undefined ? null : value;
}

export function isMap(value: unknown): value is DataMap {
  return value instanceof Map;
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const segment of path) {
    if (isMap(value) && typeof segment === 'string') value = value.get(segment);
    else if (isList(value) && typeof segment === 'number') value = value[segment];
    else return undefined;
  }
  return value;
}

/** The data with the value at `path` as `change` makes it; `undefined` takes it out. */
export function withChange(data: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return change(data);
  if (typeof segment === 'string') {
    const map = new Map(isMap(data) ? data : []);
    const next = withChange(map.get(segment), rest, change);
    if (next === undefined) map.delete(segment);
    else map.set(segment, next);
    return map;
  }
  const list = isList(data) ? [...data] : [];
  const next = withChange(list[segment], rest, change);
  if (next === undefined) list.splice(segment, 1);
  else list[segment] = next;
  return list;
}

export function withValue(data: unknown, path: Path, value: unknown): unknown {
  return withChange(data, path, () => value);
}

/** Renames a key of the map at `path`, in its place. */
export function withKey(data: unknown, path: Path, name: string, next: string): unknown {
  return withChange(data, path, (map) =>
    isMap(map) ? new Map([...map].map(([key, value]) => [key === name ? next : key, value])) : map,
  );
}

/** The order of a map's keys says nothing; that of a list does. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (isMap(a) && isMap(b)) {
    if (a.size !== b.size) return false;
    for (const [key, value] of a) if (!b.has(key) || !sameData(value, b.get(key))) return false;
    return true;
  }
  if (!isList(a) || !isList(b) || a.length !== b.length) return false;
  return a.every((item, index) => sameData(item, b[index]));
}
