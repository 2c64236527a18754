/** A stretch of lines that can be read by itself. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

const entryLine =
  /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`][^:#\r\n]*|[?:-][^\s:#][^:#\r\n]*|"[^"\\\r\n]*"|'[^'\r\n]*')[ \t]*:(?=[ \t\r\n]|$)|^\?(?=[ \t\r\n]|$)/;
const sectionHead = /^[ ]*(?:[A-Za-z_][\w.-]*|"[\w .-]+"|'[\w .-]+')[ \t]*:[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$)/;
const marker = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/;
const bareMarker = /^---[ \t]*(?:#[^\r\n]*)?\r?(?:\n|$)/;

interface Line {
  readonly from: number;
  readonly next: number;
  /** Offset of the first character that is not a space. */
  readonly content: number;
}

function lineAt(text: string, from: number, end: number): Line {
  const newline = text.indexOf('\n', from);
  const next = newline === -1 || newline >= end ? end : newline + 1;
  let content = from;
  while (content < next && text.charCodeAt(content) === 32) content += 1;
  return { from, next, content };
}

function isEmpty(text: string, line: Line): boolean {
  for (let at = line.content; at < line.next; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 35) return at === line.content || isBlank(text.charCodeAt(at - 1));
    if (!isBlank(code) && code !== 10 && code !== 13) return false;
  }
  return true;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/**
 * Cuts the entries of a block map that fills `[from, to)`. Undefined where a cut is not sure to fall between two
 * entries: anything but a plain block map, lines that stand further left than its first key, document markers.
 */
export function cutEntries(text: string, from: number, to: number): readonly Chunk[] | undefined {
  let at = from;
  let line = lineAt(text, at, to);
  while (line.from < to && isEmpty(text, line)) line = lineAt(text, (at = line.next), to);
  if (at >= to) return undefined;
  const indent = line.content - line.from;
  if (!entryLine.test(text.slice(line.content, line.next))) return undefined;
  const starts: number[] = [];
  for (; line.from < to; line = lineAt(text, line.next, to)) {
    const column = line.content - line.from;
    if (column > indent) continue;
    if (isEmpty(text, line)) continue;
    if (column < indent || isMarker(text, line)) return undefined;
    if (startsEntry(text, line.content)) starts.push(line.from);
  }
  return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to }));
}

function isMarker(text: string, line: Line): boolean {
  const code = text.charCodeAt(line.from);
  return (code === 45 || code === 46) && marker.test(text.slice(line.from, line.from + 4));
}

/** False for what goes on with the entry above: an item of a list that is not indented, a closing bracket, a `: value`. */
function startsEntry(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if ('}],\t'.includes(character)) return false;
  if (character !== '-' && character !== ':') return true;
  return !/[\s]/.test(text[at + 1] ?? '\n');
}

/**
 * Where the root's entries begin: behind a byte order mark, comments and one bare `---`. Undefined where directives
 * or something on the marker's own line ask for the whole text to be read at once.
 */
export function rootStart(text: string): number | undefined {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let marked = false;
  for (
    let line = lineAt(text, at, text.length);
    line.from < text.length;
    line = lineAt(text, at, text.length)
  ) {
    if (!isEmpty(text, line)) {
      if (marked || !marker.test(text.slice(at, at + 4))) return text[at] === '%' ? undefined : at;
      if (!bareMarker.test(text.slice(at, line.next))) return undefined;
      marked = true;
    }
    at = line.next;
  }
  return at;
}

/**
 * For an entry that is a key alone on its line and a block map below it: the chunks of that map. The first chunk
 * begins where the entry's head ends.
 */
export function cutSection(text: string, section: Chunk): readonly Chunk[] | undefined {
  const line = lineAt(text, section.from, section.to);
  if (!sectionHead.test(text.slice(line.from, line.next))) return undefined;
  const chunks = cutEntries(text, line.next, section.to);
  const first = chunks?.[0];
  if (!chunks || !first) return undefined;
  const indent = lineAt(text, first.from, section.to);
  return indent.content - indent.from > line.content - line.from ? chunks : undefined;
}
