import { sentenceOf } from '../../document/condition-sentence.ts';
import type { SopDocument } from '../../document/document.ts';
import { environmentOf } from '../../document/environment.ts';
import { expressionsOf } from '../../document/expressions.ts';
import { collectTexts } from './collect-texts.ts';
import type { FoundText } from './collect-texts.ts';
import type { Searchable } from './searchable.ts';

const sections = new Set(['facts', 'derived', 'parameters', 'actions', 'steps', 'guardrails']);

const known = new WeakMap<SopDocument, readonly Searchable[]>();
/** By the data of an entry, which stays the same object while its text does, and the path that it stood at. */
const ofEntries = new WeakMap<object, { readonly at: string; readonly texts: readonly Searchable[] }>();

/** Everything that the text says, in its order, each condition followed by its sentence. */
export function procedureTexts(document: SopDocument): readonly Searchable[] {
  let texts = known.get(document);
  if (!texts) known.set(document, (texts = collect(document)));
  return texts;
}

function collect(document: SopDocument): readonly Searchable[] {
  const { data } = document.source;
  if (!(data instanceof Map)) return [];
  const texts: Searchable[] = [];
  const sentences = sentencesOf(document);
  const add = (each: Searchable): void => {
    texts.push(each);
    const sentence = each.at.in === 'procedure' ? sentences.get(each.at.path.join('/')) : undefined;
    if (sentence !== undefined && each.part === 'value') texts.push(sentence);
  };
  for (const [section, value] of data as ReadonlyMap<string, unknown>) {
    if (section === 'sop') continue;
    if (!sections.has(section) || !(value instanceof Map)) {
      for (const each of collectTexts(value, [section], false)) add(searchable(each));
      continue;
    }
    for (const [name, entry] of value as ReadonlyMap<string, unknown>) {
      add(searchable({ path: [section, name], part: 'name', text: name }));
      for (const each of textsOfEntry(section, name, entry)) add(each);
    }
  }
  return texts;
}

function textsOfEntry(section: string, name: string, entry: unknown): readonly Searchable[] {
  const read = (): readonly Searchable[] => collectTexts(entry, [section, name], false).map(searchable);
  if (typeof entry !== 'object' || entry === null) return read();
  const at = `${section}/${name}`;
  const before = ofEntries.get(entry);
  if (before?.at === at) return before.texts;
  const texts = read();
  ofEntries.set(entry, { at, texts });
  return texts;
}

function searchable({ path, part, text }: FoundText): Searchable {
  return { at: { in: 'procedure', path }, part, text };
}

/** By the path of the condition. */
function sentencesOf({ procedure }: SopDocument): ReadonlyMap<string, Searchable> {
  const environment = environmentOf(procedure);
  const sentences = new Map<string, Searchable>();
  for (const { path, source, inTemplate } of expressionsOf(procedure)) {
    if (inTemplate || path[2] === 'with') continue;
    const text = sentenceOf(source, environment);
    if (text !== source)
      sentences.set(path.join('/'), { at: { in: 'procedure', path }, part: 'sentence', text });
  }
  return sentences;
}
