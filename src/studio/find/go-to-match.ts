import type { SopDocument } from '../../document/document.ts';
import { viewNow } from '../session/view-state.ts';
import type { Match } from './find-matches.ts';
import { elementKeyOf } from './searchable.ts';

/** Shows a match in every panel that can: selects its element, reveals its words in the text, opens its contact. */
export function goToMatch(match: Match, document: SopDocument): void {
  const { select, show, setMode, setContact } = viewNow();
  const { at } = match;
  if (at.in === 'contact') {
    setMode('simulate');
    setContact(at.contact);
    return;
  }
  if (at.in !== 'procedure') return;
  const key = elementKeyOf(at);
  select(key === undefined ? [] : [key], 'find');
  const span = spanOf(match, document);
  show(span ? { span } : { path: at.path }, 'find');
}

function spanOf({ at, part, ranges }: Match, document: SopDocument) {
  if (at.in !== 'procedure') return undefined;
  const [from, to] = ranges[0] ?? [0, 0];
  const place = document.locate(at.path);
  if (part === 'name') return place?.key;
  if (part === 'sentence') return place?.value;
  return document.source.spanWithin(at.path, from, to) ?? place?.value;
}
