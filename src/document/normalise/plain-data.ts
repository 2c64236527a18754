import { isMap } from './fields.ts';

/** Maps of the text as JSON-like objects. They have no prototype, so that any key is a key like any other. */
export function plainData(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(plainData);
  if (!isMap(data)) return data;
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of data) object[key] = plainData(value);
  return object;
}
