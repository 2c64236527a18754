import type { ScalarStyle } from '../source/tree.ts';

/** What another reader, or an older YAML, takes for something else than text. */
const otherType =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.inf|\.nan)|\.nan|[-+]?[0-9][0-9_,:]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|[-+]?\.[0-9_]+(?:e[-+]?[0-9]+)?|0[xob][0-9a-f_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|=|<<)$/i;
/** With the flag `u` a surrogate matches only where it stands alone. */
/** With the flag `u` a surrogate matches only where it stands alone. */
const unprintable = /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

export function isPlain(text: string, inFlow: boolean): boolean {
  if (text === '' || otherType.test(text) || unprintable.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`\s]|\s$|^\.\.\.|[\t\n]|: |:$| #/.test(text)) return false;
  return !inFlow || !/[,[\]{}]|:(?=[,[\]{}])/.test(text);
}

/** A scalar on one line. Non-text is written as YAML's core schema reads it. */
export function printScalar(value: unknown, style: ScalarStyle | undefined, inFlow: boolean): string {
  if (typeof value !== 'string') return printOther(value);
  if (style === 'double' || unprintable.test(value) || /[\t\n]/.test(value)) return doubleQuoted(value);
  if (style === 'single') return singleQuoted(value);
  if (isPlain(value, inFlow)) return value;
  return /["\\]/.test(value) && !value.includes("'") ? singleQuoted(value) : doubleQuoted(value);
}

function printOther(value: unknown): string {
  if (typeof value !== 'number') return value === null ? 'null' : String(value);
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  const escaped = JSON.stringify(text);
  return escaped.replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The lines of a block scalar behind its header, and the header's chomping sign. */
export interface BlockScalar {
  readonly header: string;
  readonly lines: readonly string[];
}

/** Undefined for texts that a block scalar cannot hold as they are. */
export function blockScalar(text: string, style: 'literal' | 'folded'): BlockScalar | undefined {
  if (
    unprintable.test(text) ||
    /^[ \t\n]|^\n*$/.test(text) ||
    text.split('\n').some((line) => /^\s+$/.test(line))
  ) {
    return undefined;
  }
  const body = text.replace(/\n+$/, '');
  const trailing = text.length - body.length;
  const chomping = trailing === 0 ? '-' : trailing === 1 ? '' : '+';
  const extra = Array.from({ length: Math.max(0, trailing - 1) }, () => '');
  const foldable = style === 'folded' && !/^[ \t]/m.test(body);
  const lines = foldable ? body.split('\n').flatMap(unfolded) : body.split('\n');
  return { header: `${foldable ? '>' : '|'}${chomping}`, lines: [...lines, ...extra] };
}

/** In a folded scalar n line breaks are written as n + 1. */
function unfolded(line: string, index: number): readonly string[] {
  return index > 0 && line !== '' ? ['', line] : [line];
}
