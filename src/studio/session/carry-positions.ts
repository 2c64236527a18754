import { isMap, parseDocument as parseYaml, isScalar } from 'yaml';
import type { SopDocument } from '../../document/document.ts';
import type { TextEdit } from '../../document/text-edit.ts';

export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** An element whose id was emptied, on its way to another one: what it was, and where its new id will begin. */
export interface Vacancy {
  readonly key: string;
  readonly at: number;
}

/**
 * What typing does to ids, `document` being the reading of the text that the edit was planned on, if there is one: an edit that stays within one id's own characters renames it. Half-way, when the id is
 * empty, the element waits as a vacancy for the next edit.
 */
export function renamedByTyping(
  document: SopDocument | undefined,
  edits: readonly TextEdit[],
  vacancy: Vacancy | undefined,
): { readonly renamed: readonly Renaming[]; readonly vacancy: Vacancy | undefined } {
  const none = { renamed: [], vacancy: undefined };
  const [edit] = edits;
  if (edit === undefined || edits.length > 1 || /[\r\n]/.test(edit.insert)) return none;

  if (vacancy !== undefined && edit.from === vacancy.at && edit.to === vacancy.at) {
    const id = readKey(edit.insert);
    return id === undefined
      ? none
      : { renamed: [{ from: vacancy.key, to: withId(vacancy.key, id) }], vacancy: undefined };
  }

  if (document === undefined) return none;
  const key = document.elementAt(edit.from) ?? document.elementAt(edit.to);
  if (key === undefined) return none;
  const span = document.locate([sectionOf(key), idOf(key)])?.key;
  if (span === undefined || edit.from < span.from || edit.to > span.to) return none;
  const source =
    document.text.slice(span.from, edit.from) + edit.insert + document.text.slice(edit.to, span.to);
  if (source.trim() === '') return { renamed: [], vacancy: { key, at: span.from } };
  const id = readKey(source);
  if (id === undefined || id === idOf(key)) return none;
  return { renamed: [{ from: key, to: withId(key, id) }], vacancy: undefined };
}

/** Cheap: whether the edit stands where a key may be, so that a fresh reading is worth its time. */
export function mayTouchId(text: string, edits: readonly TextEdit[]): boolean {
  const [edit] = edits;
  if (edit === undefined || edits.length > 1) return false;
  const lineStart = text.lastIndexOf('\n', edit.from - 1) + 1;
  return /^[ \t]*["']?[^:#{}[\]]*$/.test(text.slice(lineStart, edit.from));
}

/** The key that YAML reads in `source`, which is what stands before the colon. */
function readKey(source: string): string | undefined {
  const parsed = parseYaml(`${source}: 0`);
  if (parsed.errors.length > 0 || !isMap(parsed.contents)) return undefined;
  const key: unknown = parsed.contents.items[0]?.key;
  return isScalar(key) && key.source !== undefined && key.source !== '' ? key.source : undefined;
}

function sectionOf(key: string): string {
  return key.startsWith('step:') ? 'steps' : 'guardrails';
}

function idOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

function withId(key: string, id: string): string {
  return key.slice(0, key.indexOf(':') + 1) + id;
}
