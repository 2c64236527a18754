import type { Path } from '../diagnostic.ts';
import { refused } from '../operations/plan.ts';
import type { Refused } from '../operations/plan.ts';
import type { Source } from '../source/source.ts';
import { spotAt } from './spot.ts';

/** Why nothing can be changed at `path`: it stands in a part of the text that is broken, or repeated by an alias. */
export function refusalAt(
  source: Source,
  path: Path,
  when: 'before' | 'after' = 'before',
): Refused | undefined {
  if (source.root === undefined && source.errors.length > 0)
    return broken(source, source.errors[0]?.span.from ?? 0);
  for (let length = 1; length <= path.length; length += 1) {
    const spot = spotAt(source, path.slice(0, length));
    if (!spot) return undefined;
    if (spot.entry?.entry.hidden === 'broken')
      return broken(source, errorWithin(source, path.slice(0, length)) ?? spot.entry.from);
    if (spot.node.kind === 'alias' && (length < path.length || when === 'after')) {
      const name = source.text.slice(spot.from + 1, spot.to);
      return refused(
        'alias',
        `This part is written once, at &${name}, and repeated here; change it there, in the text.`,
      );
    }
  }
  return undefined;
}

function errorWithin(source: Source, path: Path): number | undefined {
  return source.errors.find((error) => path.every((segment, index) => error.path[index] === segment))?.span
    .from;
}

function broken(source: Source, offset: number): Refused {
  const line = source.text.slice(0, offset).split('\n').length;
  return refused(
    'broken-text',
    `The text around line ${line} cannot be read at present; mend it there first.`,
  );
}
