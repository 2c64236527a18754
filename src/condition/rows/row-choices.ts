import type { Environment } from '../environment.ts';
import type { ValueType } from '../type.ts';
import {
  NOTHING,
  type CompareRow,
  type ListRow,
  type RowOperator,
  type Rows,
  type RowValue,
} from './rows.ts';

/** Something that a row may be about. */
export interface Subject {
  /** CEL. */
  readonly source: string;
  readonly type: ValueType;
  readonly unit: string | undefined;
  readonly from: 'fact' | 'derived' | 'parameter' | 'context' | 'item';
}

/** Every name that conditions may read, with the fields of objects; inside a list row the item's fields come first. */
export function subjectsOf(
  environment: Environment,
  item?: { readonly variable: string; readonly type: ValueType },
): readonly Subject[] {
  const subjects: Subject[] = [];
  const add = (source: string, type: ValueType, from: Subject['from']): void => {
    subjects.push({ source, type, from, unit: type.kind === 'number' ? type.unit : undefined });
    if (type.kind !== 'object') return;
    for (const [field, of] of type.fields) {
      add(/^[A-Za-z_]\w*$/.test(field) ? `${source}.${field}` : `${source}.\`${field}\``, of, from);
    }
  };
  if (item !== undefined) add(item.variable, item.type, 'item');
  for (const { name, type, role } of environment.declarations) add(name, type, role);
  return subjects;
}

const KNOWN: readonly RowOperator[] = ['known', 'unknown'];

/** In the order in which a form offers them; the first is the usual one. */
export function operatorsFor(type: ValueType): readonly RowOperator[] {
  switch (type.kind) {
    case 'boolean':
      return ['true', 'false', ...KNOWN];
    case 'number':
    case 'timestamp':
    case 'duration':
      return ['>', '>=', '<', '<=', '==', '!=', ...KNOWN];
    case 'string':
      return type.enum === undefined
        ? ['==', '!=', 'in', 'not in', ...TEXT_TESTS, ...KNOWN]
        : ['==', '!=', 'in', 'not in', ...KNOWN];
    case 'list':
      return type.items.kind === 'object' || type.items.kind === 'list'
        ? KNOWN
        : ['includes', 'not includes', ...KNOWN];
    case 'map':
      return ['includes', 'not includes', ...KNOWN];
    case 'object':
      return KNOWN;
    default:
      return ['==', '!=', ...KNOWN];
  }
}

const TEXT_TESTS: readonly RowOperator[] = [
  'contains',
  'not contains',
  'startsWith',
  'not startsWith',
  'endsWith',
  'not endsWith',
  'matches',
  'not matches',
];

const WORDS: Readonly<Record<RowOperator, string>> = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
  in: 'is one of',
  'not in': 'is none of',
  includes: 'includes',
  'not includes': 'does not include',
  startsWith: 'begins with',
  'not startsWith': 'does not begin with',
  endsWith: 'ends with',
  'not endsWith': 'does not end with',
  contains: 'contains',
  'not contains': 'does not contain',
  matches: 'fits the pattern',
  'not matches': 'does not fit the pattern',
  true: 'is yes',
  false: 'is no',
  known: 'is known',
  unknown: 'is not known',
};

const TIME_WORDS: Partial<Readonly<Record<RowOperator, string>>> = {
  '<': 'is before',
  '<=': 'is not after',
  '>': 'is after',
  '>=': 'is not before',
};

const DURATION_WORDS: Partial<Readonly<Record<RowOperator, string>>> = {
  '<': 'is shorter than',
  '>': 'is longer than',
};

/** `is more than`, `is before`. */
export function operatorInWords(operator: RowOperator, type: ValueType): string {
  if (type.kind === 'timestamp') return TIME_WORDS[operator] ?? WORDS[operator];
  if (type.kind === 'duration') return DURATION_WORDS[operator] ?? WORDS[operator];
  return WORDS[operator];
}

/** What a value is entered with. A name of a fitting type may always stand in its place. */
export type ValueEditor =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'number';
      readonly unit: string | undefined;
      readonly minimum: number | undefined;
      readonly maximum: number | undefined;
    }
  | { readonly kind: 'text' | 'pattern' | 'timestamp' | 'duration' | 'source' }
  | { readonly kind: 'list'; readonly of: ValueEditor };

export function editorFor({ type, operator }: Pick<CompareRow, 'type' | 'operator'>): ValueEditor {
  switch (operator) {
    case 'true':
    case 'false':
    case 'known':
    case 'unknown':
      return { kind: 'nothing' };
    case 'in':
    case 'not in':
      return { kind: 'list', of: editorOfType(type) };
    case 'includes':
    case 'not includes':
      if (type.kind === 'list') return editorOfType(type.items);
      return { kind: type.kind === 'map' ? 'text' : 'source' };
    case 'matches':
    case 'not matches':
      return { kind: 'pattern' };
    case 'startsWith':
    case 'not startsWith':
    case 'endsWith':
    case 'not endsWith':
    case 'contains':
    case 'not contains':
      return { kind: 'text' };
    default:
      return editorOfType(type);
  }
}

function editorOfType(type: ValueType): ValueEditor {
  switch (type.kind) {
    case 'string':
      return type.enum === undefined ? { kind: 'text' } : { kind: 'choice', values: type.enum };
    case 'number': {
      const { unit, minimum, maximum } = type;
      return { kind: 'number', unit, minimum, maximum };
    }
    case 'boolean':
    case 'timestamp':
    case 'duration':
      return { kind: type.kind };
    default:
      return { kind: 'source' };
  }
}

/** A value to begin with, such that the condition can be read at once. */
export function defaultValueFor(row: Pick<CompareRow, 'type' | 'operator'>): RowValue {
  return defaultOf(editorFor(row));
}

function defaultOf(editor: ValueEditor): RowValue {
  switch (editor.kind) {
    case 'nothing':
      return NOTHING;
    case 'choice':
      return { kind: 'literal', value: editor.values[0] ?? '' };
    case 'boolean':
      return { kind: 'literal', value: true };
    case 'number':
      return {
        kind: 'literal',
        value: Math.min(Math.max(0, editor.minimum ?? -Infinity), editor.maximum ?? Infinity),
      };
    case 'text':
    case 'pattern':
      return { kind: 'literal', value: '' };
    case 'timestamp':
      return { kind: 'timestamp', text: '2026-01-01T00:00:00Z' };
    case 'duration':
      return { kind: 'duration', text: '1d' };
    case 'list':
      return { kind: 'list', items: [defaultOf(editor.of)] };
    default:
      return { kind: 'source', source: 'null' };
  }
}

/** A row about a subject, ready to be filled in. Lists get the operator that asks for an item. */
export function newRow({ source, type }: Pick<Subject, 'source' | 'type'>): CompareRow {
  const operator = operatorsFor(type)[0] ?? '==';
  return { kind: 'compare', subject: source, type, operator, value: defaultValueFor({ type, operator }) };
}

/** What is asked of the items of a list; undefined for what is no list. */
export function newListRow({ source, type }: Pick<Subject, 'source' | 'type'>): ListRow | undefined {
  if (type.kind !== 'list') return undefined;
  const variable = 'item';
  const { items } = type;
  const field = items.kind === 'object' ? [...items.fields][0] : undefined;
  const row =
    field === undefined
      ? newRow({ source: variable, type: items })
      : newRow({ source: `${variable}.${field[0]}`, type: field[1] });
  const of: Rows = { kind: 'group', join: 'and', rows: [row] };
  return { kind: 'list', quantifier: 'any', list: source, type: items, variable, of };
}

/** The same row with another operator; the value is kept where it still fits. */
export function withOperator(row: CompareRow, operator: RowOperator): CompareRow {
  const before = editorFor(row);
  const after = editorFor({ ...row, operator });
  const { value } = row;
  if (before.kind === after.kind) return { ...row, operator };
  if (after.kind === 'list' && after.of.kind === before.kind) {
    return { ...row, operator, value: { kind: 'list', items: [value] } };
  }
  if (before.kind === 'list' && before.of.kind === after.kind && value.kind === 'list') {
    return { ...row, operator, value: value.items[0] ?? defaultOf(after) };
  }
  return { ...row, operator, value: defaultOf(after) };
}
