import type { Assumed } from './choose.ts';

/** Texts made for a variable from what is asked of its beginning, its end and its parts. */
export function textsFor(variable: number, assumed: readonly Assumed[]): readonly string[] {
  let start = '';
  let end = '';
  const parts: string[] = [];
  for (const { atom, wanted } of assumed) {
    const { expression } = atom;
    if (!wanted || expression.kind !== 'call') continue;
    const [subject, argument] = expression.args;
    if (subject?.kind !== 'name' || subject.slot !== variable) continue;
    if (argument?.kind !== 'literal' || typeof argument.value !== 'string') continue;
    if (expression.name === 'startsWith' && argument.value.length > start.length) start = argument.value;
    if (expression.name === 'endsWith' && argument.value.length > end.length) end = argument.value;
    if (expression.name === 'contains') parts.push(argument.value);
    if (expression.name === 'matches') parts.push(...plainMatches(argument.value));
  }
  if (start === '' && end === '' && parts.length === 0) return [];
  const middle = parts.filter((part) => !start.includes(part) && !end.includes(part)).join('');
  return [`${start}${middle}${end}`, `${start}${middle}1${end}`, ...parts];
}

/** A text for the simplest patterns: letters, classes and repetitions. */
function plainMatches(pattern: string): readonly string[] {
  const text = pattern
    .replace(/^\^|\$$/g, '')
    .replace(/\\d|\[0-9\]/g, '1')
    .replace(/\\w|\[[A-Za-z][^\]]*\]/g, 'a')
    .replace(/(.)\{(\d{1,2})(?:,\d*)?\}/g, (_, character: string, times: string) =>
      character.repeat(Number(times)),
    )
    .replace(/\\(.)/g, '$1');
  const once = text.replace(/(.)[+]/g, '$1').replace(/.[*?]/g, '');
  return [once];
}
