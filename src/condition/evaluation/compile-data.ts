import type { Expression } from '../expression.ts';
import { functionSpecs } from '../functions.ts';
import { entryOf, isKeyed } from '../equality.ts';
import { failure } from '../functions/function-spec.ts';
import { EvaluationError, Timestamp, TypeName, type Value } from '../value.ts';
import { nounOf, selectField, selectIndex } from './operate.ts';
import { cellOf, isKnown, type Evaluate, type Scope } from './scope.ts';

export function compileField(expression: Expression & { kind: 'field' }, scope: Scope): Evaluate {
  const { field, target: subject } = expression;
  const optional = subject.type.kind === 'object';
  const target = scope.compile(subject);
  if (!optional || SHADOWED.some((prototype) => field in prototype)) {
    return (frame) => selectField(target(frame), field, optional, expression);
  }
  if (subject.kind === 'local') {
    const cell = cellOf(scope, subject.local);
    return () => {
      const { value } = cell;
      const found = typeof value === 'object' && value !== null ? (value as Fields)[field] : undefined;
      return found === undefined ? selectField(value, field, optional, expression) : found;
    };
  }
  return (frame) => {
    const value = target(frame);
    const found = typeof value === 'object' && value !== null ? (value as Fields)[field] : undefined;
    return found === undefined ? selectField(value, field, optional, expression) : found;
  };
}

/** Any object, read as one of data: safe for a field that nothing but data can have. */
type Fields = { readonly [field: string]: Value | undefined };

/** What an outcome may be besides data, with fields of its own: those are read with care. */
const SHADOWED: readonly object[] = [
  [],
  new Map(),
  new Timestamp(0n),
  new TypeName(''),
  new EvaluationError('', 0, 0),
];

export function compileIndex(expression: Expression & { kind: 'index' }, scope: Scope): Evaluate {
  const target = scope.compile(expression.target);
  const index = scope.compile(expression.index);
  const optional = expression.target.type.kind === 'object';
  return (frame) => selectIndex(target(frame), index(frame), optional, expression);
}

export function compileList(expression: Expression & { kind: 'list' }, scope: Scope): Evaluate {
  const items = expression.items.map((item) => scope.compile(item));
  return (frame) => {
    const values: Value[] = [];
    let unknown = false;
    for (const item of items) {
      const value = item(frame);
      if (value instanceof EvaluationError) return value;
      if (value === undefined) unknown = true;
      else values.push(value);
    }
    return unknown ? undefined : values;
  };
}

export function compileMap(expression: Expression & { kind: 'map' }, scope: Scope): Evaluate {
  const entries = expression.entries.map(({ key, value }) => ({
    at: key,
    key: scope.compile(key),
    value: scope.compile(value),
  }));
  return (frame) => {
    const map = new Map<Value, Value>();
    let unknown = false;
    for (const entry of entries) {
      const key = entry.key(frame);
      const value = entry.value(frame);
      if (key instanceof EvaluationError) return key;
      if (value instanceof EvaluationError) return value;
      if (key === undefined || value === undefined) {
        unknown = true;
        continue;
      }
      if (typeof key === 'object' || (typeof key === 'number' && !Number.isInteger(key))) {
        return failure(entry.at, `${nounOf(key)} cannot be a key`);
      }
      if (map.has(key)) return failure(entry.at, 'this key stands twice in the map');
      map.set(key, value);
    }
    return unknown ? undefined : map;
  };
}

export function compileCall(expression: Expression & { kind: 'call' }, scope: Scope): Evaluate {
  const spec = functionSpecs.get(expression.name);
  if (spec === undefined) return () => failure(expression, `there is no function ${expression.name}`);
  const { apply } = spec;
  const [first, second, third] = expression.args.map((arg) => scope.compile(arg));
  if (first === undefined) return () => failure(expression, `${expression.name} needs a value`);
  if (second === undefined) {
    return (frame) => {
      const a = first(frame);
      return isKnown(a) ? apply(expression, a, undefined, undefined) : a;
    };
  }
  return (frame) => {
    const a = first(frame);
    const b = second(frame);
    const c = third === undefined ? null : third(frame);
    for (const outcome of [a, b, c]) if (outcome instanceof EvaluationError) return outcome;
    if (!isKnown(a) || !isKnown(b) || !isKnown(c)) return undefined;
    return apply(expression, a, b, third === undefined ? undefined : c);
  };
}

/** Whether there is a value. What is unknown around it makes it false, never unknown; an error stays one. */
export function compileHas(expression: Expression & { kind: 'has' }, scope: Scope): Evaluate {
  const { operand } = expression;
  if (operand.kind !== 'field') {
    const evaluate = scope.compile(operand);
    return (frame) => {
      const value = evaluate(frame);
      return value instanceof EvaluationError ? value : value !== undefined;
    };
  }
  const target = scope.compile(operand.target);
  const { field } = operand;
  return (frame) => {
    const value = target(frame);
    if (!isKnown(value)) return value ?? false;
    if (!isKeyed(value)) return failure(expression, `${nounOf(value)} has no field ${field}`);
    return entryOf(value, field) !== undefined;
  };
}
