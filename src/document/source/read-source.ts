import type { Path, Span } from '../diagnostic.ts';
import { cutEntries, rootStart } from './chunks.ts';
import { findNode, locateIn, pathAtOffset } from './locate.ts';
import { parseYaml } from './parse-yaml.ts';
import type { ParseError } from './parse-yaml.ts';
import { scalarOffsets, unitEnd } from './scalar-offsets.ts';
import { joinEntries, mapOf, readSection } from './section.ts';
import type { Section } from './section.ts';
import type { Place, Source, SourceError } from './source.ts';
import type { Entry, Item, MapNode, Node } from './tree.ts';

/** Beyond this a text is not read at all: nobody wrote it. In UTF-16 units. */
const textLimit = 5_000_000;
/** More than this many errors say nothing new. */
const errorLimit = 200;

interface Reading {
  readonly root: Node | undefined;
  readonly errors: readonly ParseError[];
  readonly sections: readonly Section[];
  readonly aliased: boolean;
}

class YamlSource implements Source {
  readonly text: string;
  readonly eol: '\n' | '\r\n';
  readonly root: Node | undefined;
  readonly data: unknown;
  readonly errors: readonly SourceError[];
  readonly hasAliases: boolean;
  readonly sections: readonly Section[];

  constructor(text: string, reading: Reading) {
    this.text = text;
    this.eol = text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n';
    this.root = reading.root;
    this.data = reading.root?.data;
    this.sections = reading.sections;
    this.hasAliases = reading.aliased;
    this.errors = reading.errors
      .slice(0, errorLimit)
      .map((error) => this.#located(error))
      .sort((a, b) => a.span.from - b.span.from);
  }

  #located({ code, message, from, to }: ParseError): SourceError {
    const span = { from: Math.min(from, this.text.length), to: Math.min(to, this.text.length) };
    return { code, message, span, path: this.pathAt(span.from) };
  }

  locate(path: Path): Place | undefined {
    return locateIn(this.root, path);
  }

  pathAt(offset: number): Path {
    return pathAtOffset(this.root, offset);
  }

  spanWithin(path: Path, from: number, to: number): Span | undefined {
    const found = findNode(this.root, path);
    if (found?.node.kind !== 'scalar' || typeof found.node.data !== 'string') return undefined;
    const { node, base } = found;
    const raw = this.text.slice(base + node.from, base + node.to);
    const offsets = scalarOffsets(raw, node.style, found.node.data);
    const first = offsets?.[from];
    const end = offsets?.[to];
    if (first === undefined || end === undefined) return undefined;
    // The end of the last unit, not the start of the next: a line break may lie between.
    return {
      from: base + node.from + first,
      to: base + node.from + (to > from ? unitEnd(raw, offsets, to) : first),
    };
  }
}

/**
 * Reads any text; never throws. With the reading of an earlier version of the text it costs one look at the lines and
 * the parsing of what changed. The result is the same either way.
 *
 * The entries of the root, and the entries of those, are read each by itself: that is what makes rereading cheap, and
 * it keeps an error in one step from spoiling the next. Texts for which that is not sure to mean the same as reading
 * them in one go (anchors, directives, several documents, a root in braces) are read in one go.
 */
export function readSource(text: string, previous?: Source): Source {
  if (previous?.text === text) return previous;
  if (text.length > textLimit) return new YamlSource(text, tooLong(text.length));
  const sections = previous instanceof YamlSource ? previous.sections : [];
  const before = previous instanceof YamlSource ? previous.root : undefined;
  return new YamlSource(text, readInChunks(text, sections, before) ?? readWhole(text));
}

function tooLong(length: number): Reading {
  const message = `The text has ${length} characters; the longest that is read has ${textLimit}.`;
  const error = { code: 'too-long', message, from: 0, to: length, contained: false };
  return { root: undefined, errors: [error], sections: [], aliased: false };
}

function readInChunks(
  text: string,
  previous: readonly Section[],
  before: Node | undefined,
): Reading | undefined {
  // Either of these inside the text is no line's ending and no space, though it looks like one.
  if (text.includes('\ufeff', 1) || /\r(?!\n)/.test(text)) return undefined;
  const start = rootStart(text);
  const cuts = start === undefined ? undefined : cutEntries(text, start, text.length);
  if (!cuts) return undefined;
  const known = new Map(previous.map((section) => [section.entries[0]?.name, section]));
  const parts = cuts.map((cut) => {
    const name = headName(text, cut);
    return { leaf: readSection(text, cut, known.get(name)), shift: cut.from };
  });
  const sections = parts.map((part) => part.leaf);
  if (sections.some((section) => section.aliased)) return undefined;
  const { entries, errors } = joinEntries(parts);
  return { root: mapOf(entries, before), errors, sections, aliased: false };
}

const head = /[ ]*(["']?)([^"':\r\n]*)\1/y;

/** Only to find the reading of the same section's earlier text; a wrong guess costs time, nothing else. */
function headName(text: string, cut: Span): string | undefined {
  head.lastIndex = cut.from;
  return head.exec(text)?.[2]?.trimEnd();
}

function readWhole(text: string): Reading {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const { root, errors, aliased } = parseYaml(text.slice(mark));
  const moved = errors.map((error) =>
    Object.assign({}, error, { from: error.from + mark, to: error.to + mark }),
  );
  const placed = root && mark ? shifted(root, mark) : root;
  return { root: placed && withoutBroken(placed, moved), errors: moved, sections: [], aliased };
}

function shifted(root: Node, by: number): Node {
  const moved = { ...root, start: root.start + by, from: root.from + by, to: root.to + by };
  if (moved.kind === 'map') {
    return { ...moved, entries: moved.entries.map((entry) => shiftedPart(entry, by)) };
  }
  return moved.kind === 'list'
    ? { ...moved, items: moved.items.map((item) => shiftedPart(item, by)) }
    : moved;
}

function shiftedPart<T extends Entry | Item>(part: T, by: number): T {
  return { ...part, shift: part.shift + by };
}

/** What an error lies in cannot be trusted: the entry is left out, up to two levels below the root. */
function withoutBroken(root: Node, errors: readonly ParseError[]): Node {
  const bad = errors.filter((error) => !error.contained).map((error) => pathAtOffset(root, error.from));
  return bad.length === 0 || root.kind !== 'map' ? root : hide(root, bad, 0);
}

function hide(map: MapNode, bad: readonly Path[], depth: number): MapNode {
  const entries = map.entries.map((entry): Entry => {
    const inside = bad.filter((path) => path[depth] === entry.name);
    if (inside.length === 0) return entry;
    const deeper = depth === 0 && inside.every((path) => path.length > 1) && entry.value.kind === 'map';
    if (!deeper || entry.value.kind !== 'map') return { ...entry, hidden: entry.hidden ?? 'broken' };
    return { ...entry, value: hide(entry.value, inside, 1) };
  });
  const data = new Map(
    entries
      .filter((entry) => !entry.hidden && entry.value.data !== undefined)
      .map((entry) => [entry.name, entry.value.data]),
  );
  return { ...map, entries, data };
}
