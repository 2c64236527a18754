import type { Path } from '../../document/diagnostic.ts';
import type { Procedure } from '../../document/model.ts';
import { planned, refused, type Plan } from '../../document/operations/plan.ts';
import { readSource } from '../../document/source/read-source.ts';
import type { Source } from '../../document/source/source.ts';
import { applyEdits } from '../../document/text-edit.ts';
import { Draft } from '../../document/yaml-edit/draft.ts';
import { sameData } from '../../document/yaml-edit/data.ts';
import { lineEnd, lineNext, lineStart } from '../../document/yaml-edit/lines.ts';
import { parseContacts, type ParsedContacts } from '../../engine/contacts/parse-contacts.ts';
import { difference } from './shown-text.ts';

/** A procedure's contacts: their YAML text, and where in it each stands. */
export interface ContactsText {
  readonly text: string;
  readonly source: Source;
  readonly parsed: ParsedContacts;
  /** Where the list of contacts stands: the root, or under `contacts`. Undefined where the text is no list. */
  readonly list: Path | undefined;
  readonly entries: readonly ContactEntry[];
}

export interface ContactEntry {
  /** As the engine names it: the id, else its number. */
  readonly id: string;
  readonly path: Path;
  readonly data: ReadonlyMap<string, unknown>;
}

export function readContactsText(text: string, previous?: ContactsText): ContactsText {
  if (previous?.text === text) return previous;
  const source = readSource(text, previous?.source);
  const { data } = source;
  const list = listPath(data, source);
  const items: readonly unknown[] =
    list === undefined
      ? [data]
      : list.length === 0
        ? asList(data)
        : asList((data as ReadonlyMap<string, unknown>).get('contacts'));
  const entries = items.flatMap((item, index): readonly ContactEntry[] => {
    if (!(item instanceof Map)) return [];
    const given: unknown = item.get('id');
    const id =
      (typeof given === 'string' && given !== '') || typeof given === 'number'
        ? String(given)
        : String(index + 1);
    return [
      { id, path: list === undefined ? [] : [...list, index], data: item as ReadonlyMap<string, unknown> },
    ];
  });
  return { text, source, parsed: parseContacts(text, 'yaml'), list, entries };
}

function listPath(data: unknown, source: Source): Path | undefined {
  if (data instanceof Map && Array.isArray(data.get('contacts'))) return ['contacts'];
  if (Array.isArray(data)) return [];
  return (data === undefined || data === null) && source.errors.length === 0 ? [] : undefined;
}

function asList(data: unknown): readonly unknown[] {
  return Array.isArray(data) ? data : [];
}

export function findContact(file: ContactsText, id: string): ContactEntry | undefined {
  return file.entries.find((entry) => entry.id === id);
}

export function planSet(file: ContactsText, path: Path, value: unknown): Plan {
  const draft = new Draft(file.source);
  draft.set(path, value);
  return draft.plan();
}

/** Takes a value out, and the maps that fall empty with it: no `facts: {}` is left behind. */
export function planRemove(file: ContactsText, path: Path): Plan {
  const draft = new Draft(file.source);
  draft.remove(path);
  for (let length = path.length - 1; length > 0; length -= 1) {
    const parent = path.slice(0, length);
    const rest = draft.valueAt(parent);
    if (!(rest instanceof Map) || rest.size > 0) break;
    draft.remove(parent);
  }
  return draft.plan();
}

export function planMoveItem(file: ContactsText, path: Path, from: number, to: number): Plan {
  const draft = new Draft(file.source);
  draft.moveItem(path, from, to);
  return draft.plan();
}

/** A contact to begin with: the first of what the procedure covers, and one empty turn. */
export function newContact(
  file: ContactsText,
  procedure: Procedure,
): Readonly<Record<string, unknown>> & { readonly id: string } {
  const { intents, channels, locales } = procedure.scope;
  return {
    id: freeId(file, 'new-contact'),
    intent: intents[0],
    channel: channels[0],
    locale: locales[0],
    turns: [{ say: 'Hello' }],
  };
}

/** The wanted id, or it with a number where it is taken. */
export function freeId(file: ContactsText, wanted: string): string {
  const stem = wanted.replace(/-\d+$/, '');
  const taken = new Set(file.entries.map(({ id }) => id));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

export function planAddContact(file: ContactsText, contact: Readonly<Record<string, unknown>>): Plan {
  const { source, text, list } = file;
  if (list === undefined || source.errors.length > 0) return notAList(file);
  const scratch = new Draft(readSource(`- x${source.eol}`));
  scratch.set([0], contact);
  const printed = scratch.source.text.trimEnd();
  if (list.length === 0 && file.entries.length === 0) {
    const empty = source.locate([])?.value;
    if (empty && empty.to > empty.from) return planned([{ ...empty, insert: printed }]);
    const gap = text === '' || text.endsWith('\n') ? '' : source.eol;
    return planned([{ from: text.length, to: text.length, insert: gap + printed + source.eol }]);
  }
  const spaced = appendedSpaced(file, printed);
  if (spaced) return spaced;
  const draft = new Draft(source);
  const data = draft.valueAt(list);
  if (Array.isArray(data) && data.length === 0) draft.set(list, [contact]);
  else draft.insertItem(list, asList(data).length, contact);
  return draft.plan();
}

/** Behind a blank line, where the contacts before are set apart so and the list is the whole text. */
function appendedSpaced({ text, source, list, entries }: ContactsText, printed: string): Plan | undefined {
  if (list?.length !== 0 || !/\n\r?\n(?:#.*\r?\n)*- /.test(text)) return undefined;
  const gap = text.endsWith('\n') ? '' : source.eol;
  const edit = { from: text.length, to: text.length, insert: gap + source.eol + printed + source.eol };
  const next = readSource(applyEdits(text, [edit]), source);
  const added = asList(next.data).length === asList(source.data).length + 1 && next.errors.length === 0;
  return added && entries.every(({ path, data }) => sameData(asList(next.data)[Number(path[0])], data))
    ? planned([edit])
    : undefined;
}

export function planDeleteContact(file: ContactsText, id: string): Plan {
  const entry = findContact(file, id);
  if (!entry) return refused('not-found', `There is no contact ${id} any more.`);
  if (entry.path.length === 0) return notAList(file);
  const draft = new Draft(file.source);
  draft.remove(entry.path);
  return draft.plan();
}

/** The copy stands behind the original, letter for letter but for its id. */
export function planDuplicateContact(
  file: ContactsText,
  id: string,
): { readonly id: string; readonly plan: Plan } {
  const copy = freeId(file, id.replace(/-\d+$/, '') + '-2');
  const entry = findContact(file, id);
  const at = entry?.path.at(-1);
  if (!entry || typeof at !== 'number') return { id: copy, plan: notAList(file) };
  const expected = new Map(entry.data).set('id', copy);
  const verbatim = verbatimCopy(file, entry, at);
  if (verbatim) {
    const draft = new Draft(verbatim);
    const path = [...entry.path.slice(0, -1), at + 1];
    draft.set([...path, 'id'], copy);
    if (!draft.refusal && sameData(draft.valueAt(path), expected)) {
      return { id: copy, plan: planned([difference(file.text, draft.source.text)]) };
    }
  }
  const draft = new Draft(file.source);
  draft.insertItem(entry.path.slice(0, -1), at + 1, expected);
  return { id: copy, plan: draft.plan() };
}

/** The text with an item's own lines written twice; undefined where the item does not stand on lines of its own. */
function verbatimCopy({ text, source }: ContactsText, entry: ContactEntry, at: number): Source | undefined {
  const place = source.locate(entry.path);
  if (!place) return undefined;
  const from = lineStart(text, place.entry.from);
  const to = lineEnd(text, place.entry.to);
  if (!/^\s*-\s/.test(text.slice(from, to))) return undefined;
  const next = lineNext(text, to);
  const spaced = /\n\r?\n$/.test(text.slice(0, from)) || /^\r?\n/.test(text.slice(next));
  const lines = (spaced ? source.eol : '') + text.slice(from, to) + source.eol;
  const before = text.slice(0, next);
  const copied = readSource(`${before}${before.endsWith('\n') ? '' : source.eol}${lines}${text.slice(next)}`);
  const list = new Draft(source).valueAt(entry.path.slice(0, -1));
  const doubled = new Draft(copied).valueAt(entry.path.slice(0, -1));
  const expected = asList(list).toSpliced(at + 1, 0, entry.data);
  return copied.errors.length === 0 && sameData(doubled, expected) ? copied : undefined;
}

function notAList({ source }: ContactsText): Plan {
  return source.errors.length > 0
    ? refused('broken-text', 'The contacts’ text cannot be read at present; mend it there first.')
    : refused('not-possible', 'The text holds one contact, not a list; make it a list in the text first.');
}
