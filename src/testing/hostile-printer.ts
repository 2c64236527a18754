import { parse } from 'yaml';
import type { Plain, PlainMap } from './plain-procedure.ts';
import type { SeededRandom } from './seeded-random.ts';

export type ScalarForm = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'wrapped' | 'next-line';

/** How a text is written. Lists of choices are drawn from anew at every place. */
export interface HostileStyle {
  readonly name: string;
  readonly eol?: '\n' | '\r\n';
  readonly bom?: boolean;
  readonly head?: string;
  readonly foot?: string;
  readonly indents?: readonly number[];
  /** Columns from a key to its list's dashes; -1: as far as maps. */
  readonly dashes?: readonly number[];
  /** Blanks between dash and value. */
  readonly dashGaps?: readonly number[];
  /** From this depth on everything is in brackets. */
  readonly flowFrom?: readonly number[];
  readonly flowLines?: readonly ('one' | 'many' | 'tight')[];
  readonly trailingComma?: boolean;
  readonly keys?: readonly ('plain' | 'single' | 'double')[];
  readonly explicitKeys?: boolean;
  readonly scalars?: readonly ScalarForm[];
  readonly comments?: readonly ('none' | 'above' | 'behind' | 'inside')[];
  readonly blanks?: readonly string[];
  readonly gaps?: readonly string[];
  readonly spaceBeforeColon?: boolean;
  readonly trailingSpace?: readonly string[];
  readonly noFinalBreak?: boolean;
  readonly emptyAs?: readonly string[];
  readonly nullAs?: readonly string[];
  readonly tags?: boolean;
  readonly anchors?: boolean;
  readonly json?: 'compact' | 'pretty';
}

/** Prints plain data as YAML that says the same, written as a style has it. Shares no code with what it tests. */
export function printHostile(value: PlainMap, style: HostileStyle, random: SeededRandom): string {
  if (style.json) return (style.bom ? '\ufeff' : '') + json(value, style);
  const printer = new HostilePrinter(style, random);
  const body = printer.root(value).replaceAll('\n', style.eol ?? '\n');
  return `${style.bom ? '\ufeff' : ''}${body}`;
}

function json(value: PlainMap, style: HostileStyle): string {
  const text = JSON.stringify(value, null, style.json === 'pretty' ? 2 : undefined);
  return text.replaceAll('\n', style.eol ?? '\n') + (style.noFinalBreak ? '' : (style.eol ?? '\n'));
}

interface Ending {
  /** The text ends in a block scalar: what follows must not be taken for a part of it. */
  block: boolean;
  keep: boolean;
}

class HostilePrinter {
  readonly #style: HostileStyle;
  readonly #random: SeededRandom;
  #comment = 0;
  #ending: Ending = { block: false, keep: false };
  readonly #anchors = new Map<string, string>();

  constructor(style: HostileStyle, random: SeededRandom) {
    this.#style = style;
    this.#random = random;
  }

  #pick<T>(choices: readonly T[] | undefined, usual: T): T {
    return choices && choices.length > 0 ? this.#random.pick(choices) : usual;
  }

  #note(): string {
    this.#comment += 1;
    return `# c${this.#comment} é: "x" [y`;
  }

  root(value: PlainMap): string {
    const { head = '', foot = '', noFinalBreak } = this.#style;
    const flow = this.#pick(this.#style.flowFrom, 99) <= 0;
    const body = flow ? this.#flow(value, 0, 'one') : this.#mapLines(value, 0, 0).replace(/^\n/, '');
    // A text that keeps its trailing breaks would lose one of them.
    const end = noFinalBreak && foot === '' && !this.#ending.keep ? '' : '\n';
    return `${head}${body}${end}${foot}`;
  }

  /** What stands behind a colon or dash at `column`, the blank or line break before it included. */
  #value(value: Plain, column: number, depth: number, dash: boolean): string {
    this.#ending = { block: false, keep: false };
    const gap = this.#pick(this.#style.gaps, ' ');
    if (value === null) return this.#behind(this.#blanked(gap, this.#pick(this.#style.nullAs, 'null')));
    if (typeof value !== 'object') return this.#scalar(value, column, gap);
    const size = Object.keys(value).length;
    if (size === 0) return this.#behind(gap + this.#empty(Array.isArray(value)));
    const anchor = this.#style.anchors && this.#random.chance(0.1) ? `${gap}&m${(this.#comment += 1)}` : '';
    if (depth >= this.#pick(this.#style.flowFrom, 99)) {
      return this.#behind(
        `${anchor}${gap}${this.#flow(value, column, this.#pick(this.#style.flowLines, 'one'))}`,
      );
    }
    const head = anchor + (anchor === '' && dash && !Array.isArray(value) ? '' : this.#behind(''));
    if (Array.isArray(value)) return head + this.#listLines(value, column, depth, dash);
    if (dash && anchor === '') return this.#compact(value, column, depth);
    return head + this.#mapLines(value, column + this.#indent(), depth);
  }

  #empty(isList: boolean): string {
    const form = this.#pick(this.#style.emptyAs, '{}');
    return isList ? form.replace('{', '[').replace('}', ']') : form;
  }

  #blanked(gap: string, text: string): string {
    return text === '' ? '' : gap + text;
  }

  #indent(): number {
    return this.#pick(this.#style.indents, 2);
  }

  /** A map behind its dash: the first entry on the dash's line. */
  #compact(value: PlainMap, column: number, depth: number): string {
    const gap = this.#pick(this.#style.dashGaps, 1);
    const lines = this.#mapLines(value, column + 1 + gap, depth, true);
    return ' '.repeat(gap) + lines.trimStart();
  }

  #mapLines(value: PlainMap, column: number, depth: number, compact = false): string {
    const pad = ' '.repeat(column);
    let text = '';
    for (const [index, [key, item]] of Object.entries(value).entries()) {
      if (!(compact && index === 0)) text += this.#between(pad, depth);
      text += `\n${pad}${this.#entry(key, item, column, depth)}`;
    }
    if (this.#style.comments?.includes('inside') && !this.#ending.block && this.#random.chance(0.3)) {
      text += `\n${pad}  ${this.#note()}`;
    }
    return text;
  }

  #entry(key: string, item: Plain, column: number, depth: number): string {
    const name = this.#key(key, false);
    const colon = this.#style.spaceBeforeColon ? ' :' : ':';
    if (this.#style.explicitKeys && this.#random.chance(0.5)) {
      return `? ${name}\n${' '.repeat(column)}:${this.#value(item, column, depth + 1, false)}`;
    }
    return `${name}${colon}${this.#value(item, column, depth + 1, false)}`;
  }

  #listLines(value: readonly Plain[], column: number, depth: number, dash: boolean): string {
    const dashes = this.#pick(this.#style.dashes, -1);
    const at = column + (dashes === -1 || (dash && dashes === 0) ? this.#indent() : dashes);
    const pad = ' '.repeat(at);
    let text = '';
    for (const item of value)
      text += `${this.#between(pad, depth)}\n${pad}-${this.#value(item, at, depth + 1, true)}`;
    return text;
  }

  /** Comments and blank lines above an entry; each begins with a line break. */
  #between(pad: string, depth: number): string {
    let text = '';
    const blank = this.#pick(this.#style.blanks, '');
    if (blank !== '' && !this.#ending.block && depth < 3 && this.#random.chance(0.5)) text += blank;
    if (this.#style.comments?.includes('above') && this.#random.chance(0.5)) {
      text += `\n${this.#random.chance(0.2) ? '' : pad}${this.#note()}`;
    }
    return text;
  }

  #behind(text: string): string {
    if (this.#style.comments?.includes('behind') && this.#random.chance(0.6))
      return `${text} ${this.#note()}`;
    return text + this.#pick(this.#style.trailingSpace, '');
  }

  #key(key: string, inFlow: boolean): string {
    const form = this.#pick(this.#style.keys, 'plain');
    if (form === 'single' && !/[\n\t]/.test(key)) return single(key);
    return form === 'plain' && isPlain(key, inFlow) ? key : JSON.stringify(key);
  }

  #scalar(value: string | number | boolean, column: number, gap: string): string {
    if (typeof value !== 'string') return this.#behind(gap + String(value));
    if (this.#style.anchors) {
      const known = this.#anchors.get(value);
      if (known !== undefined && this.#random.chance(0.5)) return this.#behind(`${gap}*${known}`);
    }
    const form = this.#pick(this.#style.scalars, 'plain');
    const block = this.#blockScalar(value, column, form);
    if (block !== undefined) return gap + block;
    const flat = this.#flat(value, form, false);
    let before = this.#style.tags && this.#random.chance(0.3) ? `${gap}!!str` : '';
    if (this.#style.anchors && this.#random.chance(0.15)) {
      const name = `s${(this.#comment += 1)}`;
      this.#anchors.set(value, name);
      before += `${gap}&${name}`;
    }
    if (form === 'wrapped' && flat.startsWith('"') && / \w+ \w/.test(flat) && !/\\/.test(flat)) {
      const at = flat.indexOf(' ', 2);
      return this.#behind(
        `${before}${gap}${flat.slice(0, at)}\n${' '.repeat(column + 3)}${flat.slice(at + 1)}`,
      );
    }
    if (form === 'next-line') return this.#behind(`${before}\n${' '.repeat(column + 2)}${flat}`);
    return this.#behind(`${before}${gap}${flat}`);
  }

  #flat(value: string, form: ScalarForm, inFlow: boolean): string {
    if (form === 'single' && /^[^\p{Cc}\u2028\ufeff]*$/u.test(value)) return single(value);
    return form !== 'double' && form !== 'wrapped' && isPlain(value, inFlow) ? value : double(value);
  }

  #blockScalar(value: string, column: number, form: ScalarForm): string | undefined {
    if (form !== 'literal' && form !== 'folded') return undefined;
    const lines = value.split('\n');
    if (
      !/^[^\s]/.test(value) ||
      lines.some((line) => /^\s+$/.test(line)) ||
      /[^\P{Cc}\n\t]|[\u2028\ufeff]/u.test(value)
    )
      return undefined;
    const trailing = /\n*$/.exec(value)?.[0].length ?? 0;
    const body = value.slice(0, value.length - trailing);
    const pad = ' '.repeat(column + this.#indent());
    const sign = trailing === 0 ? '-' : trailing === 1 ? '' : '+';
    const folds = form === 'folded' && !/\n[ \t]/.test(body);
    const content = folds ? body.replaceAll(/\n+/g, (breaks) => `${breaks}\n`) : body;
    const wrapped = folds ? content.replaceAll(/(\w{3,} \w{3,} \w{3,}) (?=\w)/g, '$1\n') : content;
    this.#ending = { block: true, keep: trailing > 1 };
    const printed = wrapped.split('\n').map((line) => (line === '' ? '' : pad + line));
    const header = this.#behind(`${folds ? '>' : '|'}${sign}`);
    return [header, ...printed, ...Array.from({ length: Math.max(0, trailing - 1) }, () => '')].join('\n');
  }

  #flow(value: Plain, column: number, lines: 'one' | 'many' | 'tight'): string {
    if (value === null) return 'null';
    if (typeof value !== 'object')
      return typeof value === 'string'
        ? this.#flat(value, this.#pick(this.#style.scalars, 'plain'), true)
        : String(value);
    const isList = Array.isArray(value);
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    const inner = column + this.#indent() + 1;
    const parts = isList
      ? value.map((item) => this.#flow(item, inner, lines))
      : Object.entries(value).map(
          ([key, item]) => `${this.#key(key, true)}: ${this.#flow(item, inner, lines)}`,
        );
    if (parts.length === 0) return open + close;
    const last = this.#style.trailingComma ? ',' : '';
    if (lines === 'tight') return `${open}${parts.join(',')}${last}${close}`;
    if (lines === 'one')
      return isList
        ? `${open}${parts.join(', ')}${last}${close}`
        : `${open} ${parts.join(', ')}${last} ${close}`;
    const pad = ' '.repeat(inner);
    const body = parts.map(
      (part, index) => `${pad}${part}${index < parts.length - 1 ? ',' : last}${this.#flowComment()}`,
    );
    return `${open}\n${body.join('\n')}\n${' '.repeat(column + 1)}${close}`;
  }

  #flowComment(): string {
    return this.#style.comments?.includes('behind') && this.#random.chance(0.5) ? ` ${this.#note()}` : '';
  }
}

function single(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function double(text: string): string {
  return JSON.stringify(text)
    .replaceAll('\u2028', String.raw`\L`)
    .replaceAll('\ufeff', String.raw`\uFEFF`)
    .replaceAll('\u007f', String.raw`\x7F`);
}

const quietly = { logLevel: 'error' } as const;
const plain = new Map<string, boolean>();

/** Asked from the library, so that nobody's idea of it is taken for granted. */
function isPlain(text: string, inFlow: boolean): boolean {
  const key = `${inFlow}${text}`;
  let known = plain.get(key);
  if (known === undefined) {
    known =
      /^\S(?:.*\S)?$/.test(text) && !/[\p{Cc}\u2028\ufeff]|^---|^\.\.\./u.test(text) && reads(text, inFlow);
    plain.set(key, known);
  }
  return known;
}

function reads(text: string, inFlow: boolean): boolean {
  try {
    const asKey = parse(inFlow ? `{${text}: 1}` : `${text}: 1`, quietly) as unknown;
    const asValue = parse(inFlow ? `[${text}]` : `- ${text}`, quietly) as unknown;
    const keys = typeof asKey === 'object' && asKey !== null ? Object.keys(asKey) : [];
    return (
      keys.length === 1 &&
      keys[0] === text &&
      Array.isArray(asValue) &&
      asValue.length === 1 &&
      asValue[0] === text
    );
  } catch {
    return false;
  }
}
