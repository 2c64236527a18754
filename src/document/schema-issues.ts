import type * as z from 'zod';
import type { CodedFinding, Remedy } from './finding.ts';
import { isExtensionKey } from './names.ts';
import { didYouMean } from './nearest.ts';
import { isMap } from './normalise/fields.ts';
import { plainData } from './normalise/plain-data.ts';
import { alternativesAt, choicesOf, keysOf, schemaAt } from './schema/schema-walk.ts';

type Issue = z.core.$ZodIssue;

/**
 * What the schema says of one value of the text, in plain words; paths are relative to it. `subject` names it at
 * the beginning of a sentence: "The step".
 */
export function schemaIssues(
  schema: z.core.$ZodType,
  data: unknown,
  subject: string,
): readonly CodedFinding[] {
  const result = (schema as z.ZodType).safeParse(plainData(data));
  if (result.success) return [];
  const findings: CodedFinding[] = [];
  for (const issue of result.error.issues) report(issue, [], { schema, data, subject }, findings);
  return findings;
}

interface Reading {
  readonly schema: z.core.$ZodType;
  readonly data: unknown;
  readonly subject: string;
}

function report(
  issue: Issue,
  base: readonly (string | number)[],
  reading: Reading,
  into: CodedFinding[],
): void {
  const path = [
    ...base,
    ...issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment))),
  ];
  const value = valueAt(reading.data, path);
  const name = nameOf(path, reading.subject);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) if (!isExtensionKey(key)) into.push(unknownKey(key, path, name, reading));
      return;
    case 'invalid_union': {
      const inner = bestAlternative(issue, value);
      if (inner) inner.forEach((each) => report(each, path, reading, into));
      else if (!isSilent(value, issue))
        into.push(wrong(path, name, value, expectedOfUnion(issue, path, reading), reading));
      return;
    }
    case 'invalid_key':
      return;
    default:
      if (!isSilent(value, issue)) into.push(wrong(path, name, value, expectedOf(issue), reading));
  }
}

/** Empty sections are fine: a key that waits for a list or for a map may stand alone. */
function isSilent(value: unknown, issue: Issue): boolean {
  if (value !== null) return false;
  if (issue.code === 'invalid_type') return ['array', 'record', 'object', 'map'].includes(issue.expected);
  return false;
}

/** Keys of the map that the format does not have. */
export function unknownKeys(
  schema: z.core.$ZodObject,
  data: ReadonlyMap<string, unknown>,
  subject: string,
): readonly CodedFinding[] {
  const known = schema._zod.def.shape;
  return [...data.keys()]
    .filter((key) => !Object.hasOwn(known, key) && !isExtensionKey(key))
    .map((key) => unknownKey(key, [], subject, { schema, data, subject }));
}

function unknownKey(
  key: string,
  path: readonly (string | number)[],
  name: string,
  reading: Reading,
): CodedFinding {
  const schema = schemaAt(reading.schema, path, reading.data);
  const known = schema && keysOf(schema);
  const present = valueAt(reading.data, path);
  const free = [...(known?.keys() ?? [])].filter((each) => !isMap(present) || !present.has(each));
  const { hint, remedies } = didYouMean(key, free);
  return {
    code: 'unknown-key',
    severity: 'error',
    message: `${name} has no key \`${key}\`.${hint || ' Remove it, or begin it with `x-` to keep it as a note.'}`,
    path: [...path, key],
    at: 'key',
    remedies,
  };
}

function wrong(
  path: readonly (string | number)[],
  name: string,
  value: unknown,
  expected: Expected,
  reading: Reading,
): CodedFinding {
  if (value === undefined) {
    const key = path.at(-1);
    return {
      code: 'missing-key',
      severity: 'error',
      message: `${nameOf(path.slice(0, -1), reading.subject)} needs the key \`${String(key)}\`.`,
      path: path.slice(0, -1),
      at: 'key',
    };
  }
  if (value === null) {
    return {
      code: 'empty-value',
      severity: 'error',
      message: `${name} is empty. Write ${expected.words}, or remove the key.`,
      path,
      at: 'key',
    };
  }
  if (expected.choices && typeof value === 'string') {
    const { hint, remedies } = didYouMean(value, expected.choices);
    return {
      code: 'wrong-value',
      severity: 'error',
      message: `${name} can be ${listed(expected.choices)}, not \`${value}\`.${hint}`,
      path,
      remedies,
    };
  }
  if (expected.bound) {
    // A branch or trigger that was just added: said in the words of its form too.
    const message =
      value === '' && path.at(-1) === 'when'
        ? 'There is no condition yet. Write it under `when`.'
        : `${name} ${expected.words}.`;
    return { code: 'wrong-value', severity: 'error', message, path };
  }
  const quotable = expected.text && (typeof value === 'number' || typeof value === 'boolean');
  const remedies: Remedy[] = quotable ? [{ kind: 'quote', title: 'Put it in quotes' }] : [];
  return {
    code: 'wrong-type',
    severity: 'error',
    message: `${name} must be ${expected.words}, not ${kindOf(value)}.${quotable ? ' Put it in quotes.' : ''}`,
    path,
    remedies,
  };
}

interface Expected {
  readonly words: string;
  readonly text?: boolean;
  /** The words are a whole predicate: "must be at least 0". */
  readonly bound?: boolean;
  readonly choices?: readonly string[];
}

function expectedOf(issue: Issue): Expected {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords.get(issue.expected) ?? { words: 'of another kind' };
    case 'invalid_value':
      return { words: listed(issue.values.map(String)), choices: issue.values.map(String) };
    case 'too_small':
      if (issue.origin === 'array') return { words: 'needs at least one item', bound: true };
      if (issue.origin === 'string') return { words: 'must not be empty', bound: true };
      return { words: `must be at least ${String(issue.minimum)}`, bound: true };
    case 'too_big':
      return { words: `must be at most ${String(issue.maximum)}`, bound: true };
    default:
      return { words: 'written differently' };
  }
}

function expectedOfUnion(issue: Issue, path: readonly (string | number)[], reading: Reading): Expected {
  if (issue.code !== 'invalid_union') return expectedOf(issue);
  if (issue.discriminator !== undefined) {
    const owner = reading.schema;
    const choices = [...choicesOfDiscriminator(owner, path, reading.data)];
    return { words: listed(choices), choices };
  }
  const alternatives = issue.errors.flatMap((errors) => errors.slice(0, 1)).map(expectedOf);
  const choices = alternatives.flatMap((each) => each.choices ?? []);
  const words = [
    ...new Set(
      alternatives.map((each) => (each.choices && each.choices.length > 2 ? 'one word' : each.words)),
    ),
  ];
  return {
    words: words.join(' or '),
    text: alternatives.some((each) => each.text),
    ...(choices.length > 0 ? { choices } : {}),
  };
}

function choicesOfDiscriminator(
  schema: z.core.$ZodType,
  path: readonly (string | number)[],
  data: unknown,
): ReadonlySet<string> {
  const key = String(path.at(-1));
  const found = new Set<string>();
  const parent = path.slice(0, -1);
  const collect = (each: z.core.$ZodType): void => {
    const told = keysOf(each)?.get(key);
    if (told) for (const choice of choicesOf(told).keys()) found.add(choice);
  };
  alternativesAt(schema, parent, data).forEach(collect);
  return found;
}

/**
 * Of several readings of a value the one that fits its shape best: none of its complaints is about the value as a
 * whole, and it has the fewest.
 */
function bestAlternative(
  issue: Issue & { readonly code: 'invalid_union' },
  value: unknown,
): readonly Issue[] | undefined {
  if (value === undefined || value === null || issue.discriminator !== undefined) return undefined;
  const fields = isMap(value) && !value.has('type');
  const inside = issue.errors.filter((errors) =>
    errors.every(
      (each) =>
        !(fields && isMissingType(each)) &&
        (each.path.length > 0 || each.code === 'unrecognized_keys' || each.code === 'too_small'),
    ),
  );
  return inside.toSorted((a, b) => a.length - b.length)[0];
}

/** A map without `type` is the short form of an object, not a long form that lacks its `type`. */
function isMissingType(issue: Issue): boolean {
  return issue.code === 'invalid_union' && issue.discriminator === 'type' && issue.path.length === 1;
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const segment of path) {
    if (isMap(value)) value = value.get(String(segment));
    else if (Array.isArray(value) && typeof segment === 'number') value = value[segment];
    else return undefined;
  }
  return value;
}

function nameOf(path: readonly (string | number)[], subject: string): string {
  const last = path.at(-1);
  if (last === undefined) return subject;
  if (typeof last === 'string') return `\`${last}\``;
  const list = path.at(-2);
  return `Item ${last + 1}${list === undefined ? '' : ` of \`${String(list)}\``}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (typeof value === 'number') return Number.isInteger(value) ? `the number ${value}` : 'a number';
  return typeof value === 'boolean' ? `the word ${String(value)}` : 'text';
}

function listed(choices: readonly string[]): string {
  const quoted = choices.map((choice) => `\`${choice}\``);
  return quoted.length < 2
    ? (quoted[0] ?? 'nothing')
    : `${quoted.slice(0, -1).join(', ')} or ${String(quoted.at(-1))}`;
}

const typeWords = new Map<string, Expected>([
  ['string', { words: 'text', text: true }],
  ['number', { words: 'a number' }],
  ['int', { words: 'a whole number' }],
  ['boolean', { words: '`true` or `false`' }],
  ['array', { words: 'a list' }],
  ['object', { words: 'a map of keys' }],
  ['record', { words: 'a map of keys' }],
]);
