import { isRecord } from './read-contact.ts';

/** The address of a value in a foreign row: `data.orders[0]["zip code"]`. An empty path is the whole row. */
export type RowPath = readonly (string | number)[];

/** Undefined when the text is no path. */
export function parseRowPath(text: string): RowPath | undefined {
  const segment = /(?:^|\.)([^.[\]"'\s]+)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]/y;
  const path: (string | number)[] = [];
  let at = 0;
  while (at < text.length) {
    segment.lastIndex = at;
    const match = segment.exec(text);
    if (match === null) return undefined;
    const [, name, index, quoted] = match;
    if (name !== undefined) path.push(name);
    else if (index !== undefined) path.push(Number(index));
    else if (quoted !== undefined) {
      const key = unquote(quoted);
      if (key === undefined) return undefined;
      path.push(key);
    }
    at = segment.lastIndex;
  }
  return path;
}

function unquote(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where there is nothing. Reads own keys only. */
export function valueAt(root: unknown, path: RowPath): unknown {
  let value = root;
  for (const segment of path) {
    if (Array.isArray(value)) value = typeof segment === 'number' ? value[segment] : undefined;
    else if (isRecord(value) && Object.hasOwn(value, String(segment))) value = value[String(segment)];
    else return undefined;
  }
  return value;
}

/** Stands for every element of a list or map in the paths that `isUnder` and `without` compare. */
export const everyElement = '*';

/** Whether `path` leads to `root` or to something in it. */
export function isUnder(path: RowPath, root: RowPath): boolean {
  if (path.length < root.length) return false;
  return root.every((segment, index) => {
    const [one, other] = [String(path[index]), String(segment)];
    return one === other || one === everyElement || other === everyElement;
  });
}

/** A copy of `data` that lacks what stands at `path`. */
export function without(data: unknown, path: RowPath): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  if (Array.isArray(data)) {
    return data.map((item: unknown, index) =>
      first === everyElement || String(first) === String(index) ? without(item, rest) : item,
    );
  }
  if (!isRecord(data)) return data;
  const copy: Record<string, unknown> = { ...data };
  for (const key of Object.keys(copy)) {
    if (first !== everyElement && key !== String(first)) continue;
    if (rest.length === 0) delete copy[key];
    else copy[key] = without(copy[key], rest);
  }
  return copy;
}
