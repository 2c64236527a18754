import { readSource } from '../../document/source/read-source.ts';
import type { Source } from '../../document/source/source.ts';
import { collectTexts } from './collect-texts.ts';
import type { Searchable } from './searchable.ts';

let last: { readonly source: Source; readonly texts: readonly Searchable[] } | undefined;

/** What the sample contacts say: their ids, facts, turns, results and expectations. */
export function contactTexts(text: string): readonly Searchable[] {
  if (last?.source.text === text) return last.texts;
  const source = readSource(text, last?.source);
  const texts = listOf(source.data).flatMap((contact, index) => textsOf(contact, index));
  last = { source, texts };
  return texts;
}

function listOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  const contacts: unknown = data instanceof Map ? data.get('contacts') : undefined;
  if (Array.isArray(contacts)) return contacts;
  return data instanceof Map ? [data] : [];
}

function textsOf(contact: unknown, index: number): readonly Searchable[] {
  if (!(contact instanceof Map)) return [];
  const given: unknown = contact.get('id');
  const id = typeof given === 'string' || typeof given === 'number' ? String(given) : String(index + 1);
  return collectTexts(contact, [], false).map(({ path, part, text }) => ({
    at: { in: 'contact', contact: id, path },
    part,
    text,
  }));
}
