import { analyseExpression } from './check.ts';
import { macroForms } from './checking/check-macros.ts';
import type { Declaration, Environment } from './environment.ts';
import { childrenOf, type Expression } from './expression.ts';
import { functionSpecs } from './functions.ts';
import { typePhrase } from './type-rules.ts';
import type { ValueType } from './type.ts';

export interface Completion {
  readonly label: string;
  /** What replaces `[from, to)` of the source. */
  readonly insert: string;
  readonly kind: 'fact' | 'derived' | 'parameter' | 'context' | 'function' | 'enum' | 'field' | 'step';
  readonly detail: string;
  readonly from: number;
  readonly to: number;
}

/** What may stand at `offset`, best first; works on texts that do not parse yet. */
export function completeExpression(
  source: string,
  offset: number,
  environment: Environment,
): readonly Completion[] {
  const before = source.slice(0, offset);
  const quoted = openText(before);
  if (quoted !== undefined) return completeText(source, offset, quoted, environment);
  const written = /[A-Za-z_][\w.]*$|$/.exec(before)?.[0] ?? '';
  const start = offset - written.length;
  const rest = /^\w*/.exec(source.slice(offset))?.[0] ?? '';
  const range = { from: start, to: offset + rest.length };
  const afterDot = source.charAt(start - 1) === '.' || written.includes('.');
  const subject = afterDot ? subjectOf(source, offset, environment) : undefined;
  const names = namesOf(environment, written).map((declaration) => nameCompletion(declaration, range));
  if (subject !== undefined) return [...names, ...partsOf(subject, offset, rest.length)];
  const locals = localsOf(before).filter((name) => name.startsWith(written));
  return [
    ...valuesOf(source.slice(0, start), written, environment, range),
    ...locals.map((name): Completion => ({
      label: name,
      insert: name,
      kind: 'field',
      detail: 'the item',
      ...range,
    })),
    ...names,
    ...functionsOf('function', written, undefined, range),
  ];
}

type Range = Pick<Completion, 'from' | 'to'>;

/** Names that begin as written come first, then those with a later part that does. */
function namesOf(environment: Environment, written: string): readonly Declaration[] {
  const wanted = written.toLowerCase();
  const rank = ({ name }: Declaration): number => {
    const lower = name.toLowerCase();
    return lower.startsWith(wanted) ? 0 : lower.includes(`.${wanted}`) ? 1 : lower.includes(wanted) ? 2 : 3;
  };
  return environment.declarations
    .filter((one) => rank(one) < 3)
    .sort((one, other) => rank(one) - rank(other));
}

function nameCompletion({ name, role, type }: Declaration, range: Range): Completion {
  return { label: name, insert: name, kind: role, detail: detailOf(type), ...range };
}

function detailOf(type: ValueType): string {
  if (type.kind === 'string' && type.enum !== undefined) return `one of ${type.enum.join(', ')}`;
  return type.kind === 'number' && type.unit !== undefined ? `a number in ${type.unit}` : typePhrase(type);
}

/** The type of what stands before the last dot, and what is written of the part so far. */
interface Subject {
  readonly type: ValueType;
  readonly partial: string;
}

function subjectOf(source: string, offset: number, environment: Environment): Subject | undefined {
  const before = source.slice(0, offset);
  const partial = /\w*$/.exec(before)?.[0] ?? '';
  const dot = offset - partial.length - 1;
  if (source.charAt(dot) !== '.') return undefined;
  const type = typeBefore(source.slice(0, dot), environment);
  return type === undefined ? undefined : { type, partial };
}

/**
 * The text up to the dot is made whole: brackets closed, an operand for an operator without one. Then it checks like
 * any expression, macros' variables included, and the node that ends at the dot has the type.
 */
function typeBefore(text: string, environment: Environment): ValueType | undefined {
  const closers = closersOf(text);
  for (const tail of [closers, `, true${closers}`]) {
    const { expression } = analyseExpression(`${text}${tail}`, environment);
    const node = expression === undefined ? undefined : endingAt(expression, text.length, text);
    if (node !== undefined && node.kind !== 'invalid') return node.type;
  }
  return undefined;
}

function closersOf(text: string): string {
  const closing: string[] = [];
  for (const [piece] of text.matchAll(/"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[()[\]{}]/g)) {
    if (piece === '(') closing.push(')');
    else if (piece === '[') closing.push(']');
    else if (piece === '{') closing.push('}');
    else if (closing.at(-1) === piece) closing.pop();
  }
  return closing.reverse().join('');
}

/** The largest node that ends there, past closing brackets that belong to no node. */
function endingAt(expression: Expression, offset: number, text: string): Expression | undefined {
  const gap = expression.to < offset ? text.slice(expression.to, offset) : '';
  if (expression.to <= offset && /^[)\s]*$/.test(gap) && isPostfix(expression)) return expression;
  for (const child of childrenOf(expression).toReversed()) {
    if (child.from < offset) {
      const found = endingAt(child, offset, text);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What a dot can follow directly; an operator binds less tightly than a dot. */
function isPostfix({ kind }: Expression): boolean {
  return ['name', 'local', 'field', 'index', 'list', 'map', 'call', 'macro', 'literal'].includes(kind);
}

function partsOf({ type, partial }: Subject, offset: number, rest: number): readonly Completion[] {
  const range = { from: offset - partial.length, to: offset + rest };
  const fields = type.kind === 'object' ? [...type.fields] : [];
  return [
    ...fields
      .filter(([name]) => name.toLowerCase().startsWith(partial.toLowerCase()))
      .map(([name, field]): Completion => ({
        label: name,
        insert: fieldText(name),
        kind: 'field',
        detail: detailOf(field),
        ...range,
      })),
    ...macrosOf(type, partial, range),
    ...functionsOf('method', partial, type, range),
  ];
}

function fieldText(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``;
}

const MACRO_DETAILS: ReadonlyMap<string, string> = new Map([
  ['all', 'whether every item fulfils a condition'],
  ['exists', 'whether some item fulfils a condition'],
  ['exists_one', 'whether exactly one item fulfils a condition'],
  ['filter', 'the items that fulfil a condition'],
  ['map', 'a list made of each item'],
  ['find', 'the first item that fulfils a condition'],
  ['count', 'how many items fulfil a condition'],
]);

function macrosOf(type: ValueType, partial: string, range: Range): readonly Completion[] {
  if (type.kind !== 'list' && type.kind !== 'map' && type.kind !== 'dynamic') return [];
  return [...MACRO_DETAILS]
    .filter(([name]) => name.startsWith(partial) && macroForms.has(name))
    .map(([name, detail]): Completion => ({
      label: `${name}(i, …)`,
      insert: `${name}(i, `,
      kind: 'function',
      detail,
      ...range,
    }));
}

function functionsOf(
  form: 'function' | 'method',
  written: string,
  subject: ValueType | undefined,
  range: Range,
): readonly Completion[] {
  const specs = [...functionSpecs.values()].filter((spec) => {
    if (!spec.name.startsWith(written) || (spec.form !== form && spec.form !== 'either')) return false;
    if (subject === undefined || subject.kind === 'dynamic') return true;
    return spec.signatures.some(
      ({ params }) => params[0]?.kind === subject.kind || params[0]?.kind === 'dynamic',
    );
  });
  const special =
    form === 'function'
      ? ([
          ['has', 'whether a name is known'],
          ['visits', 'how often a step was entered'],
        ] as const)
      : [];
  return [
    ...special
      .filter(([name]) => name.startsWith(written))
      .map(([name, detail]): Completion => ({
        label: name,
        insert: name === 'visits' ? 'visits("' : `${name}(`,
        kind: 'function',
        detail,
        ...range,
      })),
    ...specs.map((spec): Completion => {
      const bare = form === 'method' && spec.signatures.every(({ params }) => params.length === 1);
      return {
        label: spec.name,
        insert: `${spec.name}(${bare ? ')' : ''}`,
        kind: 'function',
        detail: spec.summary,
        ...range,
      };
    }),
  ];
}

/** Variables of macros that are open before the offset. */
function localsOf(before: string): readonly string[] {
  const names = new Set<string>();
  const macros = [...macroForms.keys()].join('|');
  for (const [, first = '', second] of before.matchAll(
    new RegExp(`\\.(?:${macros})\\(\\s*([A-Za-z_]\\w*)\\s*,(?:\\s*([A-Za-z_]\\w*)\\s*,)?`, 'g'),
  )) {
    names.add(first);
    if (second !== undefined) names.add(second);
  }
  return [...names].reverse();
}

interface OpenText {
  readonly quote: string;
  /** Of the quote. */
  readonly from: number;
}

/** The text literal that is still open at the end. */
function openText(before: string): OpenText | undefined {
  const match = /^(?:[^"'\\]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')*(["'])(?:(?!\1)[^\\\n]|\\.)*$/s.exec(
    before,
  );
  const quote = match?.[1];
  if (quote === undefined) return undefined;
  const closed = /^(?:[^"'\\]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')*/s.exec(before)?.[0].length ?? 0;
  return { quote, from: closed };
}

function completeText(
  source: string,
  offset: number,
  { quote, from }: OpenText,
  environment: Environment,
): readonly Completion[] {
  const before = source.slice(0, from);
  const written = source.slice(from + 1, offset).toLowerCase();
  const rest = new RegExp(`^[^${quote}\\n]*${quote}`).exec(source.slice(offset))?.[0] ?? '';
  const range = { from, to: offset + rest.length };
  const steps = /\bvisits\(\s*$/.test(before);
  const choices = steps ? [...environment.stepIds] : enumBefore(before, environment);
  const fitting = choices.filter((choice) => choice.toLowerCase().includes(written));
  return fitting.map((label) => {
    const insert = `${quote}${label.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
    return {
      label,
      insert,
      kind: steps ? 'step' : 'enum',
      detail: steps ? 'a step' : 'an allowed value',
      ...range,
    };
  });
}

/** The allowed texts of what is compared. */
function enumBefore(before: string, environment: Environment): readonly string[] {
  const type = comparedBefore(before, environment);
  return type?.kind === 'string' ? (type.enum ?? []) : [];
}

/** The type of what is compared: `x == `, `x in [`, `x in ["a", `. */
function comparedBefore(before: string, environment: Environment): ValueType | undefined {
  const operator = /(==|!=|\bin\s*\[[^\]]*)\s*$/.exec(before);
  return operator === null ? undefined : typeBefore(before.slice(0, operator.index).trimEnd(), environment);
}

/** The values that what is compared can have, where they are few. */
function valuesOf(
  before: string,
  written: string,
  environment: Environment,
  range: Range,
): readonly Completion[] {
  const type = comparedBefore(before, environment);
  const values =
    type?.kind === 'boolean'
      ? ['true', 'false']
      : type?.kind === 'string'
        ? (type.enum ?? []).map((value) => JSON.stringify(value))
        : [];
  return values
    .filter((value) => value.replace('"', '').toLowerCase().startsWith(written.toLowerCase()))
    .map((insert) => ({
      label: type?.kind === 'string' ? String(JSON.parse(insert)) : insert,
      insert,
      kind: 'enum',
      detail: 'an allowed value',
      ...range,
    }));
}
