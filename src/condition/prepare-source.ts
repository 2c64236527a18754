/**
 * The parser does not know three things of CEL: fields quoted with backticks, names that begin with a dot, and
 * numbers that begin with a dot. Each is replaced by an identifier *of the same length*, so that offsets stay true,
 * and found again by its place.
 */
export interface PreparedSource {
  readonly text: string;
  /** Real names of backtick fields, by offset. */
  readonly fields: ReadonlyMap<number, string>;
  /** Offsets of names that began with a dot: they never mean a macro's variable. */
  readonly absolute: ReadonlySet<number>;
  /** Values of numbers such as `.5`, by offset. */
  readonly numbers: ReadonlyMap<number, number>;
  /** Each round bracket's offset with that of its partner. */
  readonly brackets: ReadonlyMap<number, number>;
}

const STRING =
  /"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^\\"\n]|\\[^])*"?|'(?:[^\\'\n]|\\[^])*'?/y;
const COMMENT = /\/\/[^\n]*/y;
const QUOTED_FIELD = /`[A-Za-z0-9_.\-/ ]+`/y;
const NUMBER = /\.\d+(?:[eE][+-]?\d+)?/y;

export function prepareSource(source: string): PreparedSource {
  const fields = new Map<number, string>();
  const absolute = new Set<number>();
  const numbers = new Map<number, number>();
  const brackets = new Map<number, number>();
  const open: number[] = [];
  let text = '';
  let previous = '';
  let at = 0;
  while (at < source.length) {
    const piece = matchAt(STRING, source, at) ?? matchAt(COMMENT, source, at);
    if (piece !== undefined) {
      text += piece;
      at += piece.length;
      if (!piece.startsWith('/')) previous = '"';
      continue;
    }
    const character = source.charAt(at);
    if (character === '(') open.push(at);
    const partner = character === ')' ? open.pop() : undefined;
    if (partner !== undefined) brackets.set(partner, at).set(at, partner);
    const quoted = character === '`' ? matchAt(QUOTED_FIELD, source, at) : undefined;
    const leading = character === '.' && !/[\w)\]}"`]/.test(previous);
    const number = leading ? matchAt(NUMBER, source, at) : undefined;
    if (quoted !== undefined) {
      fields.set(at, quoted.slice(1, -1));
      text += 'q'.repeat(quoted.length);
      at += quoted.length;
    } else if (number !== undefined) {
      numbers.set(at, Number(number));
      text += 'n'.repeat(number.length);
      at += number.length;
    } else if (leading && /[A-Za-z_]/.test(source.charAt(at + 1))) {
      absolute.add(at + 1);
      text += ' ';
      at += 1;
    } else {
      text += character;
      at += 1;
    }
    if (!/\s/.test(character)) previous = character;
  }
  return { text, fields, absolute, numbers, brackets };
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}
