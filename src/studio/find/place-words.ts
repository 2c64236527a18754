import type { Path } from '../../document/diagnostic.ts';
import { humanised } from '../../document/humanised.ts';
import type { Searchable } from './searchable.ts';

const fields: Readonly<Record<string, string>> = {
  ask: 'asks',
  say: 'says',
  instruct: 'guidance',
  when: 'condition',
  next: 'leads to',
  otherwise: 'otherwise',
  onError: 'on error',
  giveUp: 'gives up to',
  call: 'calls',
  is: 'worked out as',
  disclose: 'disclosure',
  alwaysSay: 'always says',
  neverSay: 'never says',
  appliesTo: 'applies to',
  handoff: 'note to the person',
};

const holders: Readonly<Record<string, string>> = {
  branches: 'branch',
  triggers: 'trigger',
  columns: 'column',
  turns: 'turn',
};

/** Where within its element or contact a text stands: "branch 2, condition", "says, de". */
export function placeWords({ at, part }: Searchable): string {
  if (!('path' in at)) return '';
  const inside = at.in === 'contact' ? at.path : insideOf(at.path);
  const words = [...wordsOf(inside)];
  if (part === 'sentence') words.push('in words');
  if (part === 'name' && words.length === 0) words.push('id');
  return words.join(', ');
}

/** Without the section and the name of the entry. */
function insideOf(path: Path): Path {
  return path.length > 1 && path[0] !== 'scope' && path[0] !== 'review' ? path.slice(2) : path;
}

function* wordsOf(path: Path): Generator<string> {
  for (let at = 0; at < path.length; at += 1) {
    const segment = path[at];
    const next = path[at + 1];
    const holder = typeof segment === 'string' ? holders[segment] : undefined;
    if (holder !== undefined && typeof next === 'number') {
      yield `${holder} ${next + 1}`;
      at += 1;
    } else if (typeof segment === 'string') yield fields[segment] ?? lower(humanised(segment));
  }
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
