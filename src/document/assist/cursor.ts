import { lineStartAt } from '../line-index.ts';
import type { Path } from '../diagnostic.ts';

/**
 * Where a cursor stands, read from the lines around it alone: while someone types, the text at the cursor is rarely
 * whole.
 */
export interface Cursor {
  /** The map or list that holds what is being written. */
  readonly container: Path;
  /** Undefined where a key or a list item is being written, and cannot be told apart yet. */
  readonly key: string | undefined;
  /** Where the key, item or value begins. */
  readonly from: number;
  /** Inside `{ }` or `[ ]`: lines do not count there. */
  readonly inFlow: boolean;
  /** Inside a block scalar (`|`, `>`) that belongs to `key`. */
  readonly inBlock: boolean;
}

interface Token {
  readonly kind: 'dash' | 'key';
  readonly name: string;
  readonly column: number;
  /** Where what follows it begins, in the line. */
  readonly end: number;
}

export function cursorAt(text: string, offset: number): Cursor | undefined {
  const lineStart = lineStartAt(text, offset);
  const before = text.slice(lineStart, offset);
  if (isInComment(before)) return undefined;
  return flowCursor(text, offset) ?? blockCursor(text, offset, lineStart, before);
}

function blockCursor(text: string, offset: number, lineStart: number, before: string): Cursor {
  const tokens = tokensOf(before);
  const last = tokens.at(-1);
  const contentStart = before.length - before.trimStart().length;
  const wordStart = last ? skipBlanks(before, last.end) : contentStart;
  const above = ancestorsAbove(text, lineStart, tokens[0]?.column ?? contentStart);
  if (!last) {
    const block = above.at(-1);
    if (block?.opensBlock && typeof block.segment === 'string') {
      const container = above.slice(0, -1).map(({ segment }) => segment);
      return { container, key: block.segment, from: offset, inFlow: false, inBlock: true };
    }
  }
  const path = [...above.map(({ segment }) => segment), ...pathOfTokens(tokens, above.at(-1))];
  const base = { from: lineStart + wordStart, inFlow: false, inBlock: false };
  if (last?.kind === 'key') return { container: path.slice(0, -1), key: last.name, ...base };
  return { container: path, key: undefined, ...base };
}

/** The tokens of the line itself: a dash continues the list that stands above, if there is one. */
function pathOfTokens(tokens: readonly Token[], above: Ancestor | undefined): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'key') path.push(token.name);
    else path.push(index === 0 ? (above?.items ?? 0) : 0);
  }
  return path;
}

interface Ancestor {
  readonly segment: string | number;
  /** How many items of a list below it were passed on the way up. */
  readonly items: number;
  readonly opensBlock: boolean;
}

/** From the root to the entry that holds a line whose first character stands in `column`. */
function ancestorsAbove(text: string, lineStart: number, column: number): readonly Ancestor[] {
  const found: Ancestor[] = [];
  let limit = column;
  let dash: { readonly column: number; index: number } | undefined;
  // Dashes that stand where the line itself stands may be its own list's.
  let siblings = 0;
  let end = lineStart - 1;
  while (end >= 0 && (limit > 0 || dash || siblings >= 0)) {
    const start = lineStartAt(text, end);
    const line = text.slice(start, end).replace(/\r$/, '');
    end = start - 1;
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    for (const token of tokensOf(line).toReversed()) {
      if (dash) {
        if (token.column > dash.column) continue;
        if (token.kind === 'dash' && token.column === dash.column) {
          dash.index++;
          continue;
        }
        found.unshift({ segment: dash.index, items: 0, opensBlock: false });
        dash = undefined;
        limit = token.column + 1;
      } else if (token.kind === 'dash' && token.column === column && limit === column) {
        siblings++;
        continue;
      } else if (token.kind === 'key' && token.column === column && limit === column && siblings > 0) {
        // A list whose dashes stand right under its key.
      } else if (token.column >= limit) {
        continue;
      }
      if (token.kind === 'dash') {
        dash = { column: token.column, index: 0 };
        continue;
      }
      found.unshift({
        segment: token.name,
        items: siblings,
        opensBlock: /^\s*[|>][-+\d]*\s*(#.*)?$/.test(line.slice(token.end)),
      });
      siblings = 0;
      limit = token.column;
    }
    if (limit === 0 && !dash) break;
  }
  return found;
}

/** The dashes and the key that a line begins with. */
function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipBlanks(line, 0);
  while (/^-(\s|$)/.test(line.slice(at))) {
    const end = at + 1;
    tokens.push({ kind: 'dash', name: '', column: at, end });
    at = skipBlanks(line, end);
  }
  const key = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#{}[\],&*!|>'"%@`][^:#]*?))\s*:(?=\s|$)/.exec(
    line.slice(at),
  );
  if (key) {
    const name = key[1] ?? key[2] ?? key[3] ?? '';
    tokens.push({ kind: 'key', name, column: at, end: at + key[0].length });
  }
  return tokens;
}

interface FlowLevel {
  readonly kind: 'map' | 'list';
  key: string | undefined;
  index: number;
  from: number;
}

/** How far up a flow collection that the cursor stands in may begin. */
const flowLines = 30;

function flowCursor(text: string, offset: number): Cursor | undefined {
  let end = offset;
  for (let count = 0; count < flowLines && end >= 0; count++) {
    const start = lineStartAt(text, end);
    const line = text.slice(start, end);
    const tokens = tokensOf(line);
    const valueStart = skipBlanks(line, tokens.at(-1)?.end ?? 0);
    if (/[{[]/.test(line.charAt(valueStart))) {
      const levels = scanFlow(text, start + valueStart, offset);
      if (levels.length > 0) {
        const above = ancestorsAbove(text, start, tokens[0]?.column ?? valueStart);
        const outer = [...above.map(({ segment }) => segment), ...pathOfTokens(tokens, above.at(-1))];
        return cursorInFlow(outer, levels);
      }
      return undefined;
    }
    if (count > 0 && tokens.length > 0 && !/[{[]/.test(line)) return undefined;
    end = start - 1;
  }
  return undefined;
}

function cursorInFlow(outer: Path, levels: readonly FlowLevel[]): Cursor {
  const inner = levels.slice(0, -1).map((level) => (level.kind === 'map' ? (level.key ?? '') : level.index));
  const last = levels.at(-1);
  const container = [...outer, ...inner];
  const rest = { from: last?.from ?? 0, inFlow: true, inBlock: false };
  if (last?.kind === 'list') return { container: [...container, last.index], key: undefined, ...rest };
  return { container, key: last?.key, ...rest };
}

/** The collections that are open at `to`. */
function scanFlow(text: string, from: number, to: number): readonly FlowLevel[] {
  const levels: FlowLevel[] = [];
  let at = from;
  while (at < to) {
    const character = text.charAt(at);
    const level = levels.at(-1);
    if (character === '{' || character === '[') {
      levels.push({
        kind: character === '{' ? 'map' : 'list',
        key: undefined,
        index: 0,
        from: skipBlanks(text, at + 1, to),
      });
    } else if (character === '}' || character === ']') {
      levels.pop();
      if (levels.length === 0) return [];
    } else if ((character === '"' || character === "'") && level?.from === at) {
      const close = closingQuote(text, at, to);
      if (close === undefined) return levels;
      at = close;
    } else if (character === ',' && level) {
      level.key = undefined;
      level.index++;
      level.from = skipBlanks(text, at + 1, to);
    } else if (
      character === ':' &&
      level?.kind === 'map' &&
      level.key === undefined &&
      /[\s,}]|^$/.test(text.charAt(at + 1))
    ) {
      level.key = unquoted(text.slice(level.from, at).trim());
      level.from = skipBlanks(text, at + 1, to);
    }
    at++;
  }
  return levels;
}

function closingQuote(text: string, open: number, to: number): number | undefined {
  const quote = text.charAt(open);
  for (let at = open + 1; at < to; at++) {
    if (quote === '"' && text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === quote) {
      if (quote === "'" && text.charAt(at + 1) === "'") at++;
      else return at;
    }
  }
  return undefined;
}

function unquoted(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}

function skipBlanks(text: string, from: number, to = text.length): number {
  let at = from;
  while (at < to && /\s/.test(text.charAt(at))) at++;
  return at;
}

function isInComment(before: string): boolean {
  if (before.trimStart().startsWith('#')) return true;
  const hash = before.search(/\s#/);
  if (hash < 0) return false;
  // A quote before it may hold it.
  return !/["']/.test(before.slice(0, hash));
}
