import { isScalar, parseDocument as parseYaml, visit } from 'yaml';
import { readSource } from '../source/read-source.ts';
import type { TextEdit } from '../text-edit.ts';
import { applyEdits } from '../text-edit.ts';
import { sameData } from '../yaml-edit/data.ts';
import type { Editable } from './editable.ts';
import { planned, refused } from './plan.ts';
import type { Plan } from './plan.ts';

/**
 * Even white space, when someone asks for it and never otherwise: indentation, blank lines, the spaces of braces and
 * colons. Every other character stays, comments included, and so do the lines of texts that were written on several.
 * What it comes to was read again and says the same.
 */
export function planFormat(document: Editable): Plan {
  const { source } = document;
  const { text, eol } = source;
  if (source.errors.length > 0) {
    return refused('broken-text', 'The text cannot be read at present; it is laid out once it can.');
  }
  const unable = refused('not-expressible', 'This text is written in a way that cannot be laid out anew.');
  const start = text.startsWith(byteOrderMark) ? 1 : 0;
  const layout = layOut(text.slice(start));
  const edits = layout && spacingEdits(text.slice(start), layout.text, layout.scalars, eol, start);
  if (!edits) return unable;
  const next = readSource(applyEdits(text, edits));
  const isSame = next.errors.length === 0 && sameData(source.data, next.data);
  return isSame ? planned(edits) : unable;
}

const byteOrderMark = '\uFEFF';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text as the YAML library would print it, but for its scalars, which stay letter by letter. */
function layOut(text: string): { readonly text: string; readonly scalars: readonly Span[] } | undefined {
  const yaml = parseYaml(text);
  if (yaml.errors.length > 0) return undefined;
  const scalars: Span[] = [];
  const mark = unusedWord(text);
  const standIn = (node: unknown): void => {
    if (!isScalar(node) || !node.range || node.range[1] === node.range[0]) return;
    node.value = `${mark}${scalars.length}${mark}`;
    // A comment behind a block's head is a part of its span.
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') node.comment = null;
    node.type = 'PLAIN';
    const [from, to] = node.range;
    // A block's last line breaks count to the space behind it, unless it keeps them.
    const keepsBreaks = /^[|>]\d?\+/.test(text.slice(from, from + 3));
    scalars.push({ from, to: keepsBreaks ? to : from + text.slice(from, to).trimEnd().length });
  };
  visit(yaml, {
    Pair: (_key, { key }) => standIn(key),
    Scalar: (key, node) => (key === 'key' ? undefined : standIn(node)),
  });
  const printed = yaml.toString({ lineWidth: 0 }).replaceAll('\r', '');
  const restored = printed.replaceAll(new RegExp(`${mark}(\\d+)${mark}`, 'g'), (_whole, index: string) => {
    const { from, to } = scalars[Number(index)] ?? { from: 0, to: 0 };
    return text.slice(from, to);
  });
  return { text: restored, scalars: scalars.toSorted((one, other) => one.from - other.from) };
}

function unusedWord(text: string): string {
  let word = 'q';
  while (text.includes(word)) word += 'q';
  return word;
}

/** White space before a character, and where it stands. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly space: string;
  /** The character behind it; empty at the end. */
  readonly next: string;
}

/** Edits of the white space of `text` to that of `laidOut`; undefined where they differ in more than white space. */
function spacingEdits(
  text: string,
  laidOut: string,
  scalars: readonly Span[],
  eol: '\n' | '\r\n',
  start: number,
): readonly TextEdit[] | undefined {
  const gaps = gapsOf(text);
  const wanted = gapsOf(laidOut);
  if (gaps.length !== wanted.length) return undefined;
  const edits: TextEdit[] = [];
  let oldIndent = 0;
  let newIndent = 0;
  let inComment = false;
  let scalar = 0;
  for (const [index, gap] of gaps.entries()) {
    const target = wanted[index];
    if (!target || target.next !== gap.next) return undefined;
    while ((scalars[scalar]?.to ?? Infinity) <= gap.from) scalar += 1;
    const around = scalars[scalar];
    const breaks = gap.space.includes('\n');
    if (breaks) inComment = false;
    const isInside = around !== undefined && around.from < gap.to && gap.to < around.to;
    const next = isInside
      ? insideScalar(gap, newIndent - oldIndent)
      : inComment || keepsSpace(text, gap, target)
        ? gap.space
        : around !== undefined && around.from < gap.from && gap.from < around.to
          ? withIndent(gap.space, indentOf(target.space))
          : target.space.replaceAll('\n', eol);
    if (next !== gap.space) edits.push({ from: start + gap.from, to: start + gap.to, insert: next });
    if (breaks && !isInside) {
      oldIndent = indentOf(gap.space);
      newIndent = indentOf(next);
    }
    if (!isInside && gap.next === '#' && (gap.space !== '' || gap.from === 0)) inComment = true;
  }
  return edits;
}

function gapsOf(text: string): readonly Gap[] {
  const gaps: Gap[] = [];
  const solid = /[^ \t\r\n]/g;
  let from = 0;
  for (let found = solid.exec(text); found; found = solid.exec(text)) {
    gaps.push({ from, to: found.index, space: text.slice(from, found.index), next: found[0] });
    from = found.index + 1;
  }
  gaps.push({ from, to: text.length, space: text.slice(from), next: '' });
  return gaps;
}

/** How wide a list's brackets are, and where a comment behind a value begins, is the author's. */
function keepsSpace(text: string, gap: Gap, target: Gap): boolean {
  if (gap.space.includes('\n')) return false;
  if (gap.next === '#') return true;
  return !target.space.includes('\n') && (gap.next === ']' || text[gap.from - 1] === '[');
}

/** The lines of a text move along with the line that it begins on. */
function insideScalar({ space }: Gap, by: number): string {
  return space.includes('\n') ? withIndent(space, indentOf(space) + by) : space;
}

function withIndent(space: string, indent: number): string {
  return space.slice(0, space.lastIndexOf('\n') + 1) + ' '.repeat(Math.max(0, indent));
}

function indentOf(space: string): number {
  return space.length - space.lastIndexOf('\n') - 1;
}
