import type { ScalarStyle } from './tree.ts';

/**
 * Where each UTF-16 unit of a scalar's value stands in the scalar's own text, and where the value ends: `value.length
 * + 1` offsets from the scalar's beginning. Undefined where the two cannot be brought together.
 */
export function scalarOffsets(raw: string, style: ScalarStyle, value: string): readonly number[] | undefined {
  for (const decoded of readings(raw, style)) {
    if (decoded.value === value)
      return [...decoded.offsets, style === 'single' || style === 'double' ? raw.length - 1 : raw.length];
  }
  return undefined;
}

interface Decoded {
  value: string;
  readonly offsets: number[];
}

function* readings(raw: string, style: ScalarStyle): Generator<Decoded> {
  if (style === 'plain') yield flowLines(raw, 0, raw.length, plainUnit);
  else if (style === 'single') yield flowLines(raw, 1, raw.length - 1, singleUnit);
  else if (style === 'double') yield flowLines(raw, 1, raw.length - 1, doubleUnit);
  else yield* blockReadings(raw, style === 'folded');
}

/** What one source unit stands for, and how many units of the text it takes. */
interface Unit {
  readonly text: string;
  readonly length: number;
  /** An escape: not white space to be trimmed at a line's end. */
  readonly escaped?: boolean;
}

const plainUnit = (raw: string, at: number): Unit => ({ text: raw[at] ?? '', length: 1 });

const singleUnit = (raw: string, at: number): Unit =>
  raw.startsWith("''", at) ? { text: "'", length: 2 } : plainUnit(raw, at);

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};
const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function doubleUnit(raw: string, at: number): Unit {
  if (raw[at] !== '\\') return plainUnit(raw, at);
  const mark = raw[at + 1] ?? '';
  const known = escapes[mark];
  if (known !== undefined) return { text: known, length: 2, escaped: true };
  const digits = hexDigits[mark] ?? 0;
  const code = Number.parseInt(raw.slice(at + 2, at + 2 + digits), 16);
  const text = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return { text, length: 2 + digits, escaped: true };
}

/** Plain and quoted scalars: a single line break is a space, further ones are kept, white space around them is not. */
function flowLines(raw: string, from: number, to: number, unit: (raw: string, at: number) => Unit): Decoded {
  const decoded: Decoded = { value: '', offsets: [] };
  let solid = 0;
  let at = from;
  while (at < to) {
    const brk = /^(?:\\?)(?:\r?\n)/.exec(raw.slice(at, at + 3))?.[0];
    if (brk === undefined || (brk.startsWith('\\') && unit !== doubleUnit)) {
      const { text, length, escaped } = unit(raw, at);
      for (const part of text.split('')) push(decoded, part, at);
      if (escaped || (text !== ' ' && text !== '\t')) solid = decoded.offsets.length;
      at += length;
      continue;
    }
    const joined = brk.startsWith('\\');
    if (!joined) trimTo(decoded, solid);
    const [gap = ''] = /^(?:[ \t]*\r?\n)*[ \t]*/.exec(raw.slice(at + brk.length, to)) ?? [];
    const blank = gap.split('\n').length - 1;
    if (blank > 0) for (let line = 0; line < blank; line += 1) push(decoded, '\n', at);
    else if (!joined) push(decoded, ' ', at);
    solid = decoded.offsets.length;
    at += brk.length + gap.length;
  }
  return decoded;
}

function push(decoded: Decoded, text: string, at: number): void {
  decoded.value += text;
  decoded.offsets.push(at);
}

function trimTo(decoded: Decoded, length: number): void {
  decoded.value = decoded.value.slice(0, length);
  decoded.offsets.length = length;
}

interface BlockLine {
  readonly from: number;
  readonly text: string;
}

function* blockReadings(raw: string, folded: boolean): Generator<Decoded> {
  const [header = ''] = /^[^\n]*\n?/.exec(raw) ?? [];
  const indicators = /^[|>]([-+0-9]*)/.exec(header)?.[1] ?? '';
  const chomping = indicators.includes('-') ? 'strip' : indicators.includes('+') ? 'keep' : 'clip';
  const lines: BlockLine[] = [];
  let from = header.length;
  if (header.endsWith('\n')) {
    for (const line of raw.slice(from).split('\n')) {
      lines.push({ from, text: line.endsWith('\r') ? line.slice(0, -1) : line });
      from += line.length + 1;
    }
  }
  const first = lines.find((line) => line.text.trimStart() !== '');
  const widest = first ? first.text.length - first.text.replace(/^ +/, '').length : 0;
  // With an indentation indicator the text's own first line may be indented further than the scalar.
  const least = /\d/.test(indicators) ? 1 : widest;
  for (let indent = widest; indent >= least; indent -= 1) yield blockLines(lines, indent, chomping, folded);
}

function blockLines(
  lines: readonly BlockLine[],
  indent: number,
  chomping: 'strip' | 'keep' | 'clip',
  folded: boolean,
): Decoded {
  const decoded: Decoded = { value: '', offsets: [] };
  const cut = lines.map(({ from, text }) => ({
    from: from + Math.min(indent, text.length),
    text: text.slice(indent),
  }));
  const last = cut.findLastIndex((line) => line.text !== '');
  let breaks: number[] = [];
  let before: string | undefined;
  for (const { from, text } of cut.slice(0, last + 1)) {
    if (text !== '') {
      const fold = folded && before !== undefined && !/^[ \t]/.test(before) && !/^[ \t]/.test(text);
      if (fold && breaks.length === 1) push(decoded, ' ', breaks[0] ?? from);
      else for (const at of fold ? breaks.slice(1) : breaks) push(decoded, '\n', at);
      for (const [index, part] of text.split('').entries()) push(decoded, part, from + index);
      breaks = [];
      before = text;
    }
    breaks.push(from + text.length);
  }
  const end = cut[last];
  if (chomping === 'keep')
    for (const line of cut.slice(Math.max(last, 0))) push(decoded, '\n', line.from + line.text.length);
  else if (chomping === 'clip' && end) push(decoded, '\n', end.from + end.text.length);
  return decoded;
}

/** The end in the text of the value's unit before `to`: the next unit may stand on another line. */
export function unitEnd(raw: string, offsets: readonly number[] | undefined, to: number): number {
  const start = offsets?.[to - 1] ?? 0;
  const next = offsets?.[to] ?? raw.length;
  const brk = raw.slice(start, next).search(/[ \t]*\r?\n/);
  return brk > 0 ? start + brk : next;
}
