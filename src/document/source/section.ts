import { cutSection } from './chunks.ts';
import type { Chunk } from './chunks.ts';
import { parseYaml } from './parse-yaml.ts';
import type { ParseError } from './parse-yaml.ts';
import type { Entry, MapNode, Node } from './tree.ts';

/** What a chunk of lines was read to be: one entry, as a rule. Offsets count from the chunk's beginning. */
export interface Leaf {
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly errors: readonly ParseError[];
  readonly aliased: boolean;
}

/** An entry of the root, with the chunks of its own entries where it is a block map. */
export interface Section extends Leaf {
  readonly leaves: readonly Leaf[];
}

const plainKey = /^[ ]*(?:([^\s"'#:][^:#\r\n]*?)|"([^"\\\r\n]*)"|'([^'\r\n]*)')[ \t]*(:?)(?=[ \t\r\n]|$)/;

/** Cuts loose from the text it was cut from, which would otherwise be kept in memory by every chunk. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

export function readLeaf(cut: string): Leaf {
  const text = ownCopy(cut);
  const { root, errors, aliased } = parseYaml(text);
  const sound = errors.every((error) => error.contained);
  if (sound && root?.kind === 'map' && !root.flow && root.start === root.from) {
    return { text, entries: root.entries, errors, aliased };
  }
  const end = text.trimEnd().length;
  // What is not closed is missed at the chunk's end, where the next entry begins already.
  const told = (errors.length > 0 ? errors : [notAnEntry(text)]).map((error) =>
    Object.assign({}, error, { from: Math.min(error.from, end), to: Math.min(error.to, end) }),
  );
  const entry = brokenEntry(text);
  return { text, entries: entry ? [entry] : [], errors: told, aliased: false };
}

function notAnEntry(text: string): ParseError {
  const line = text.trimStart();
  const from = text.length - line.length;
  const to = from + (line.split(/\r?\n/, 1)[0] ?? '').trimEnd().length;
  const message =
    'This line should read “key: value”; a colon and a space are missing, or it is not indented enough.';
  return { code: 'not-an-entry', message, from, to, contained: false };
}

/** The key of an unreadable chunk, where its first line still shows one: the element is known, its content is not. */
function brokenEntry(text: string): Entry | undefined {
  const match = plainKey.exec(text);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || name === undefined) return undefined;
  const from = match[0].length - match[0].trimStart().length;
  const end = match[0].trimEnd().length;
  const colon = match[4] === ':' ? end : undefined;
  const keyTo = colon === undefined ? end : text.slice(0, end - 1).trimEnd().length;
  const to = Math.max(end, text.trimEnd().length);
  const style = match[1] !== undefined ? 'plain' : match[2] !== undefined ? 'double' : 'single';
  const value = {
    kind: 'missing',
    start: to,
    from: to,
    to,
    anchor: undefined,
    data: undefined,
    weight: 1,
  } as const;
  return { shift: 0, name, key: { from, to: keyTo, style }, from, to, colon, value, hidden: 'broken' };
}

/** Reads a root entry's chunk, taking over from `previous` whatever did not change. */
export function readSection(text: string, chunk: Chunk, previous: Section | undefined): Section {
  const own = text.slice(chunk.from, chunk.to);
  if (previous?.text === own) return previous;
  const cuts = cutSection(text, chunk);
  const first = cuts?.[0];
  if (!cuts || !first) return { ...readLeaf(own), leaves: [] };
  const head = readLeaf(text.slice(chunk.from, first.from));
  const entry = head.entries[0];
  if (!entry || head.entries.length > 1 || head.errors.length > 0) return { ...readLeaf(own), leaves: [] };
  const leaves = readLeaves(text, cuts, previous?.leaves ?? []);
  const children = joinEntries(
    leaves.map((leaf, index) => ({ leaf, shift: (cuts[index]?.from ?? 0) - chunk.from })),
  );
  const value = mapOf(children.entries, previous?.entries[0]?.value);
  return {
    text: ownCopy(own),
    entries: [{ ...entry, to: value.to, value }],
    errors: children.errors,
    aliased: leaves.some((leaf) => leaf.aliased),
    leaves,
  };
}

/** Most edits leave a run of chunks at the beginning and one at the end as they were. */
function readLeaves(text: string, cuts: readonly Chunk[], previous: readonly Leaf[]): readonly Leaf[] {
  const same = (cut: Chunk | undefined, leaf: Leaf | undefined): boolean =>
    cut !== undefined &&
    leaf !== undefined &&
    leaf.text.length === cut.to - cut.from &&
    text.startsWith(leaf.text, cut.from);
  let head = 0;
  while (same(cuts[head], previous[head])) head += 1;
  let tail = 0;
  const most = Math.min(cuts.length, previous.length) - head;
  while (tail < most && same(cuts.at(-1 - tail), previous.at(-1 - tail))) tail += 1;
  const changed = cuts.slice(head, cuts.length - tail);
  const known = new Map(previous.slice(head, previous.length - tail).map((leaf) => [leaf.text, leaf]));
  const read = changed.map((cut) => {
    const own = text.slice(cut.from, cut.to);
    return known.get(own) ?? readLeaf(own);
  });
  return [...previous.slice(0, head), ...read, ...previous.slice(previous.length - tail)];
}

/** Puts chunks one after the other: later keys that an earlier chunk has are duplicates. */
export function joinEntries(parts: readonly { readonly leaf: Leaf; readonly shift: number }[]): {
  entries: readonly Entry[];
  errors: readonly ParseError[];
} {
  const names = new Set<string>();
  const entries: Entry[] = [];
  const errors: ParseError[] = [];
  for (const { leaf, shift } of parts) {
    for (const error of leaf.errors) {
      errors.push({ ...error, from: error.from + shift, to: error.to + shift });
    }
    for (const entry of leaf.entries) {
      const again = names.has(entry.name);
      names.add(entry.name);
      const { from, to } = entry.key;
      if (again && entry.hidden !== 'duplicate') {
        const message = `“${entry.name.slice(0, 60)}” stands here for the second time; keep one of the two.`;
        errors.push({ code: 'duplicate-key', message, from: from + shift, to: to + shift, contained: true });
      }
      const hidden = again ? 'duplicate' : entry.hidden;
      entries.push(
        shift === entry.shift && hidden === entry.hidden
          ? entry
          : { ...entry, shift: shift + entry.shift, hidden },
      );
    }
  }
  return { entries, errors };
}

/** The block map of these entries; keeps the identity of the previous data when none of its values changed. */
export function mapOf(entries: readonly Entry[], previous: Node | undefined): MapNode {
  const data = new Map<string, unknown>();
  let weight = 1;
  for (const entry of entries) {
    weight += entry.value.weight;
    if (!entry.hidden && entry.value.data !== undefined) data.set(entry.name, entry.value.data);
  }
  const first = entries[0];
  const last = entries.at(-1);
  const from = first ? first.from + first.shift : 0;
  const to = last ? last.to + last.shift : from;
  const known = previous?.kind === 'map' && sameEntries(previous.data as ReadonlyMap<string, unknown>, data);
  const base = { kind: 'map', start: from, from, to, anchor: undefined, flow: false, bare: false } as const;
  return { ...base, entries, data: known ? previous.data : data, weight };
}

function sameEntries(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): boolean {
  if (before.size !== after.size) return false;
  const others = after.entries();
  for (const [name, value] of before) {
    const [otherName, otherValue] = others.next().value ?? [];
    if (name !== otherName || value !== otherValue) return false;
  }
  return true;
}
