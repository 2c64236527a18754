import type { Path } from '../../document/diagnostic.ts';

/** A scalar or an author's key below some place. */
export interface FoundText {
  readonly path: Path;
  readonly part: 'name' | 'value';
  readonly text: string;
}

/** Words of the format: who looks for "message" does not look for every message. */
const formatWords = new Set(['kind', 'type', 'effect', 'severity', 'hits', 'priority', 'category', 'sop']);
/** Whose keys the author chooses. */
const namedBelow = new Set(['input', 'with', 'returns', 'outcomes', 'items', 'fields']);

/** Every text in some data. `base` is where the data stands; the paths begin there. */
export function collectTexts(data: unknown, base: Path, namesKeys: boolean): readonly FoundText[] {
  const found: FoundText[] = [];
  const visit = (value: unknown, path: Path, isNamed: boolean): void => {
    if (value instanceof Map) {
      for (const [key, child] of value as ReadonlyMap<string, unknown>) {
        if (isNamed) found.push({ path: [...path, key], part: 'name', text: key });
        else if (formatWords.has(key)) continue;
        visit(child, [...path, key], !isNamed && namedBelow.has(key));
      }
    } else if (Array.isArray(value)) {
      for (const [index, child] of value.entries()) visit(child, [...path, index], false);
    } else if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
      found.push({ path, part: 'value', text: String(value) });
    }
  };
  visit(data, base, namesKeys);
  return found;
}
