import { Composer, Parser, isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { CST, Document, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Entry, Item, ListNode, MapNode, Node, ScalarStyle } from './tree.ts';

/** What one stretch of YAML says. Offsets count from its beginning. */
export interface Parsed {
  readonly root: Node | undefined;
  readonly errors: readonly ParseError[];
  readonly aliased: boolean;
}

export interface ParseError {
  readonly code: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** True when only the named key or value is unusable; false when the text around it cannot be trusted. */
  readonly contained: boolean;
}

const depthLimit = 64;
/** Aliases may stand for at most this many values, so that whoever walks the data comes to an end. */
const aliasLimit = 20_000;
const composing = {
  version: '1.2',
  schema: 'core',
  keepSourceTokens: true,
  prettyErrors: false,
  uniqueKeys: false,
  stringKeys: false,
  resolveKnownTags: false,
  logLevel: 'silent',
} as const;
const containedCodes = new Set(['BAD_ALIAS', 'TAG_RESOLVE_FAILED', 'KEY_OVER_1024_CHARS', 'MULTIPLE_DOCS']);

/** Reads any string; what cannot be read is told in `errors`. */
export function parseYaml(text: string): Parsed {
  try {
    return parse(text);
  } catch (error) {
    // The only way the parser fails on a text is to run out of stack or to meet a case it does not know.
    const message = error instanceof RangeError ? tooDeep : `This text cannot be read: ${String(error)}`;
    return { root: undefined, errors: [problem('too-deep', message, 0, text.length)], aliased: false };
  }
}

const tooDeep = `Values are nested more than ${depthLimit} deep; flatten them.`;

function parse(text: string): Parsed {
  const tokens = [...new Parser().parse(text)];
  const deep = tokens.map(tooDeepAt).find((offset) => offset !== undefined);
  if (deep !== undefined) {
    return { root: undefined, errors: [problem('too-deep', tooDeep, deep, deep + 1)], aliased: false };
  }
  const documents = [...new Composer<ParsedNode>(composing).compose(tokens, true, text.length)];
  const [first, second] = documents;
  if (!first) return { root: undefined, errors: [], aliased: false };
  const conversion = new Conversion();
  const properties = tokens.find((token) => token.type === 'document')?.start ?? [];
  const root = first.contents ? conversion.node(first.contents, properties, 0) : undefined;
  const errors = documentErrors(first, conversion.errors);
  if (second) {
    const at = second.range[0];
    const message =
      'A second document begins here; a procedure is one document. Remove this line or what follows it.';
    errors.push({
      ...problem('multiple-documents', message, at, Math.min(at + 3, text.length)),
      contained: true,
    });
  }
  const missing = root?.kind === 'missing' && root.start === root.to;
  return { root: missing ? undefined : root, errors, aliased: conversion.aliased };
}

function documentErrors(document: Document.Parsed<ParsedNode>, own: readonly ParseError[]): ParseError[] {
  const found = document.errors.map((error) => ({
    code: codeOf(error),
    message: `${error.message}.`,
    from: error.pos[0],
    to: Math.max(error.pos[1], error.pos[0]),
    contained: containedCodes.has(error.code),
  }));
  // An unquoted condition that begins with `!` is what this is about.
  const tags = document.warnings
    .filter((warning) => warning.code === 'TAG_RESOLVE_FAILED')
    .map(({ pos: [from, to] }) => ({
      code: 'unknown-tag',
      message: 'YAML takes a word that begins with “!” for a tag and not for text; put the value in quotes.',
      from,
      to,
      contained: true,
    }));
  return [...found, ...tags, ...own];
}

/** The parser's code; what was opened and not closed has one of its own. */
function codeOf({ code, message }: { readonly code: string; readonly message: string }): string {
  if (message.startsWith('Flow map in block collection')) return 'brace-not-closed';
  if (message.startsWith('Flow sequence in block collection')) return 'bracket-not-closed';
  if (/^Missing closing .quote/.test(message)) return 'quote-not-closed';
  return code.toLowerCase().replaceAll('_', '-');
}

function problem(code: string, message: string, from: number, to: number): ParseError {
  return { code, message, from, to: Math.max(from, to), contained: false };
}

/** Iterative, since it is asked before anything recursive runs. */
function tooDeepAt(token: CST.Token): number | undefined {
  const queue: [CST.Token, number][] = [[token, 0]];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [current, depth] = next;
    if (depth > depthLimit) return current.offset;
    if (current.type === 'document' && current.value) queue.push([current.value, depth]);
    if ('items' in current) {
      for (const item of current.items) {
        if (item.key) queue.push([item.key, depth + 1]);
        if (item.value) queue.push([item.value, depth + 1]);
      }
    }
  }
  return undefined;
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

class Conversion {
  readonly errors: ParseError[] = [];
  readonly #anchors = new Map<string, Node>();
  #aliasWeight = 0;
  aliased = false;

  node(parsed: ParsedNode, properties: readonly CST.SourceToken[], fallback: number): Node {
    const property = properties.find((token) => token.type === 'anchor' || token.type === 'tag');
    const from = parsed.range?.[0] ?? fallback;
    const anchor = 'anchor' in parsed ? parsed.anchor : undefined;
    if (anchor !== undefined) this.aliased = true;
    const base = { start: property?.offset ?? from, anchor };
    const node = this.#convert(parsed, from, base);
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    return node;
  }

  #convert(parsed: ParsedNode, from: number, base: { start: number; anchor: string | undefined }): Node {
    if (isAlias(parsed)) return this.#alias(parsed.source, from, base.start, parsed.range[1]);
    if (isMap(parsed)) return this.#map(parsed, from, base);
    if (isSeq(parsed)) return this.#list(parsed, from, base);
    return scalar(parsed, from, base);
  }

  #alias(name: string, from: number, start: number, to: number): Node {
    this.aliased = true;
    const target = this.#anchors.get(name);
    const node = { kind: 'alias', start, from, to, anchor: undefined } as const;
    // An alias that stands inside its own anchor finds no target either, since anchors count when they are complete.
    if (!target) {
      const message = `Nothing before this is called &${short(name)}; an alias can only repeat what was written earlier.`;
      this.errors.push({ ...problem('bad-alias', message, from, to), contained: true });
      return { ...node, data: undefined, weight: 1 };
    }
    this.#aliasWeight += target.weight;
    if (this.#aliasWeight > aliasLimit) {
      const message = `Written out, the aliases of this text stand for more than ${aliasLimit} values.`;
      this.errors.push({ ...problem('too-many-aliases', message, from, to), contained: true });
      return { ...node, data: undefined, weight: 1 };
    }
    return { ...node, data: target.data, weight: target.weight };
  }

  #map(parsed: YAMLMap.Parsed, at: number, base: { start: number; anchor: string | undefined }): Node {
    const flow = parsed.flow === true || parsed.srcToken === undefined;
    const bare = parsed.srcToken === undefined;
    const data = new Map<string, unknown>();
    const entries: Entry[] = [];
    let weight = 1;
    for (const pair of parsed.items) {
      const entry = this.#entry(pair as Pair<ParsedNode, ParsedNode | null>, data, at);
      if (!entry) continue;
      weight += entry.value.weight;
      entries.push(entry);
    }
    const span = collectionSpan(flow && !bare, parsed.range, entries, at);
    const start = base.start === at ? span.from : base.start;
    return { kind: 'map', ...base, start, ...span, flow, bare, entries, data, weight } satisfies MapNode;
  }

  #entry(
    pair: Pair<ParsedNode, ParsedNode | null>,
    data: Map<string, unknown>,
    at: number,
  ): Entry | undefined {
    const source = pair.srcToken;
    const mark = source?.start.find((token) => token.type === 'explicit-key-ind');
    const sep = source?.sep ?? [];
    const colonAt = sep.findIndex((token) => token.type === 'map-value-ind');
    const colonToken = sep[colonAt];
    const colon = colonToken && colonToken.offset + 1;
    const keyNode = this.node(pair.key, source?.start ?? [], at);
    const key = isScalar(pair.key) ? pair.key : undefined;
    const { name, error } = keyName(key, keyNode);
    const behind = colon ?? keyNode.to;
    const value: Node = pair.value ? this.node(pair.value, sep.slice(colonAt + 1), behind) : missing(behind);
    if (error !== undefined) {
      const to = Math.max(keyNode.to, keyNode.from + (name === undefined ? 1 : 0));
      this.errors.push({ ...problem('key-not-text', error, keyNode.from, to), contained: true });
    }
    if (name === undefined || !key) return undefined;
    const hidden = data.has(name) ? 'duplicate' : undefined;
    if (hidden) {
      const message = `“${short(name)}” stands here for the second time; keep one of the two.`;
      this.errors.push({ ...problem('duplicate-key', message, keyNode.from, keyNode.to), contained: true });
    } else if (value.data !== undefined) {
      data.set(name, value.data);
    }
    const placed = value.kind === 'missing' && value.start === value.to ? missing(behind) : value;
    const style = styles[key.type ?? 'PLAIN'] ?? 'plain';
    return {
      shift: 0,
      name,
      key: { from: keyNode.from, to: keyNode.to, style },
      from: mark?.offset ?? keyNode.start,
      to: Math.max(placed.to, behind),
      colon,
      value: placed,
      hidden,
    };
  }

  #list(parsed: YAMLSeq.Parsed, at: number, base: { start: number; anchor: string | undefined }): Node {
    const source = parsed.srcToken as CST.BlockSequence | CST.FlowCollection | undefined;
    const flow = source?.type === 'flow-collection';
    const data: unknown[] = [];
    const items: Item[] = [];
    let weight = 1;
    for (const [index, item] of parsed.items.entries()) {
      const tokens = source?.items[index]?.start ?? [];
      const dash = tokens.find((token) => token.type === 'seq-item-ind');
      let value = this.node(item as ParsedNode, tokens, at);
      if (dash && value.kind === 'missing' && value.start === value.to) value = missing(dash.offset + 1);
      weight += value.weight;
      items.push({ shift: 0, from: dash?.offset ?? value.start, to: value.to, value });
      // Its place is kept, so that the indices of the other items hold.
      data.push(value.data === undefined ? null : value.data);
    }
    const span = collectionSpan(flow, parsed.range, items, at);
    const start = base.start === at ? span.from : base.start;
    return { kind: 'list', ...base, start, ...span, flow, items, data, weight } satisfies ListNode;
  }
}

function keyName(key: Scalar.Parsed | undefined, node: Node): { name?: string; error?: string } {
  if (!key) return { error: 'A key must be text, not a list, a map or an alias.' };
  if (typeof key.value === 'string') return { name: key.value };
  if (node.kind === 'missing') return { error: 'A key is missing before this colon.' };
  const name = key.source ?? '';
  return {
    name,
    error: `YAML reads the key ${short(name)} as a ${kindOf(key.value)}; write "${short(name)}".`,
  };
}

function short(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'boolean' ? 'yes-or-no value' : 'number';
}

function missing(at: number): Node {
  return { kind: 'missing', start: at, from: at, to: at, anchor: undefined, data: null, weight: 1 };
}

function scalar(
  parsed: Scalar.Parsed,
  at: number,
  base: { start: number; anchor: string | undefined },
): Node {
  const [from, end] = parsed.range ?? [at, at];
  const style = styles[parsed.type ?? 'PLAIN'] ?? 'plain';
  if (style === 'plain' && from === end) {
    return { kind: 'missing', ...base, from: end, to: end, data: parsed.value, weight: 1 };
  }
  let to = end;
  if (style === 'literal' || style === 'folded') to -= lineEndLength(parsed, end);
  return { kind: 'scalar', ...base, from, to, style, data: parsed.value, weight: 1 };
}

/** A block scalar's token ends behind its last line's ending. */
function lineEndLength(parsed: Scalar.Parsed, end: number): number {
  const token = parsed.srcToken;
  if (token?.type !== 'block-scalar' || end === parsed.range[0]) return 0;
  if (token.source.endsWith('\r\n')) return 2;
  return token.source.endsWith('\n') ? 1 : 0;
}

function collectionSpan(
  enclosed: boolean,
  range: readonly number[] | null | undefined,
  parts: readonly { readonly from: number; readonly to: number }[],
  at: number,
): { from: number; to: number } {
  const from = range?.[0] ?? at;
  if (enclosed) return { from, to: range?.[1] ?? from };
  const first = parts[0];
  const last = parts.at(-1);
  return { from: first?.from ?? from, to: last?.to ?? from };
}
