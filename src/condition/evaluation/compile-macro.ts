import { entryOf, isKeyed, isList, keysOf } from '../equality.ts';
import type { MacroExpression } from '../expression.ts';
import { failure } from '../functions/function-spec.ts';
import { EvaluationError, type Outcome, type Value } from '../value.ts';
import { notBoolean } from './compile-logic.ts';
import { compileKeyedSearch } from './keyed-search.ts';
import { nounOf } from './operate.ts';
import { cellOf, isKnown, type Cell, type Evaluate, type Frame, type Scope } from './scope.ts';

/** What a macro's variables run over. Without keys, the items' own places are their keys. */
export interface Items {
  readonly items: readonly Value[];
  readonly keys: readonly Value[] | undefined;
}

/** Of a map the one-variable form sees the keys, the two-variable form keys and values. */
export function itemsOf(target: Value, expression: MacroExpression): Items | EvaluationError {
  if (isList(target)) return { items: target, keys: undefined };
  if (!isKeyed(target)) return failure(expression, `${nounOf(target)} has no items`);
  const keys = keysOf(target);
  if (expression.key === undefined) return { items: keys, keys: undefined };
  return { items: keys.map((key) => entryOf(target, key) ?? null), keys };
}

/** A macro ready to run over its items. */
interface Loop {
  readonly expression: MacroExpression;
  readonly cell: Cell;
  readonly keyCell: Cell | undefined;
  readonly guard: Evaluate | undefined;
  readonly body: Evaluate;
}

export function compileMacro(expression: MacroExpression, scope: Scope): Evaluate {
  const target = scope.compile(expression.target);
  const loop: Loop = {
    expression,
    cell: cellOf(scope, expression.variable.local),
    keyCell: expression.key === undefined ? undefined : cellOf(scope, expression.key.local),
    guard: expression.guard === undefined ? undefined : scope.compile(expression.guard),
    body: scope.compile(expression.body),
  };
  const run = runnerOf(expression);
  const general = (value: Outcome, frame: Frame): Outcome => {
    if (!isKnown(value)) return value;
    const over = itemsOf(value, expression);
    if (over instanceof EvaluationError) return over;
    scope.budget.left -= over.items.length;
    return scope.budget.left < 0 ? tooMuch(expression) : run(loop, over, frame);
  };
  const search = compileKeyedSearch(expression, target, scope, general);
  if (search !== undefined) return search;
  if (expression.macro === 'all' && loop.keyCell === undefined)
    return compileAll(loop, target, scope, general);
  if (expression.macro === 'exists' && loop.keyCell === undefined)
    return compileExists(loop, target, scope, general);
  return (frame) => general(target(frame), frame);
}

function tooMuch(expression: MacroExpression): EvaluationError {
  return failure(expression, 'this looks at too many items');
}

type General = (value: Outcome, frame: Frame) => Outcome;

/** Over lists, where every item comes to true or false, nothing is allocated. */
function compileAll(
  { cell, body, expression }: Loop,
  target: Evaluate,
  { budget }: Scope,
  general: General,
): Evaluate {
  return (frame) => {
    const items = target(frame);
    if (!Array.isArray(items)) return general(items, frame);
    budget.left -= items.length;
    if (budget.left < 0) return tooMuch(expression);
    for (let index = 0; index < items.length; index += 1) {
      cell.value = items[index];
      const value = body(frame);
      if (value === false) return false;
      if (value !== true) return general(items, frame);
    }
    return true;
  };
}

function compileExists(
  { cell, body, expression }: Loop,
  target: Evaluate,
  { budget }: Scope,
  general: General,
): Evaluate {
  return (frame) => {
    const items = target(frame);
    if (!Array.isArray(items)) return general(items, frame);
    budget.left -= items.length;
    if (budget.left < 0) return tooMuch(expression);
    for (let index = 0; index < items.length; index += 1) {
      cell.value = items[index];
      const value = body(frame);
      if (value === true) return true;
      if (value !== false) return general(items, frame);
    }
    return false;
  };
}

function runnerOf({ macro }: MacroExpression): (loop: Loop, over: Items, frame: Frame) => Outcome {
  switch (macro) {
    case 'all':
      return (loop, over, frame) => quantify(loop, over, frame, false);
    case 'exists':
      return (loop, over, frame) => quantify(loop, over, frame, true);
    case 'exists_one':
      return existsOne;
    case 'filter':
      return filter;
    case 'map':
      return map;
    case 'find':
      return find;
    default:
      return count;
  }
}

function test({ cell, keyCell, body }: Loop, { items, keys }: Items, index: number, frame: Frame): Outcome {
  cell.value = items[index];
  if (keyCell !== undefined) keyCell.value = keys === undefined ? index : keys[index];
  return body(frame);
}

/** `all` is decided by one false, `exists` by one true; failing that unknown wins over an error. */
function quantify(loop: Loop, over: Items, frame: Frame, decisive: boolean): Outcome {
  let unknown = false;
  let error: EvaluationError | undefined;
  for (let index = 0; index < over.items.length; index += 1) {
    const value = test(loop, over, index, frame);
    if (value === decisive) return decisive;
    if (value !== !decisive) {
      const problem = notBoolean(value, loop.expression.body);
      if (problem === undefined) unknown = true;
      else error ??= problem;
    }
  }
  return unknown ? undefined : (error ?? !decisive);
}

/** As in CEL an error is not absorbed. Two that hold decide though others be unknown. */
function existsOne(loop: Loop, over: Items, frame: Frame): Outcome {
  let found = 0;
  let unknown = false;
  for (let index = 0; index < over.items.length; index += 1) {
    const value = test(loop, over, index, frame);
    if (value === true) found += 1;
    else if (value !== false) {
      const problem = notBoolean(value, loop.expression.body);
      if (problem !== undefined) return problem;
      unknown = true;
    }
  }
  if (found > 1) return false;
  return unknown ? undefined : found === 1;
}

function filter(loop: Loop, over: Items, frame: Frame): Outcome {
  const kept: Value[] = [];
  let unknown = false;
  for (let index = 0; index < over.items.length; index += 1) {
    const value = test(loop, over, index, frame);
    if (value === true) kept.push(over.items[index] as Value);
    else if (value !== false) {
      const problem = notBoolean(value, loop.expression.body);
      if (problem !== undefined) return problem;
      unknown = true;
    }
  }
  return unknown ? undefined : kept;
}

function map(loop: Loop, over: Items, frame: Frame): Outcome {
  const made: Value[] = [];
  let unknown = false;
  for (let index = 0; index < over.items.length; index += 1) {
    if (loop.guard !== undefined) {
      const wanted = test({ ...loop, body: loop.guard }, over, index, frame);
      if (wanted === false) continue;
      if (wanted !== true) {
        const problem = notBoolean(wanted, loop.expression.guard ?? loop.expression);
        if (problem !== undefined) return problem;
        unknown = true;
        continue;
      }
    }
    const value = test(loop, over, index, frame);
    if (value instanceof EvaluationError) return value;
    if (value === undefined) unknown = true;
    else made.push(value);
  }
  return unknown ? undefined : made;
}

/** The first item for which the condition holds. None is like a field that is absent: unknown. */
function find(loop: Loop, over: Items, frame: Frame): Outcome {
  for (let index = 0; index < over.items.length; index += 1) {
    const value = test(loop, over, index, frame);
    if (value === true) return over.items[index];
    if (value !== false) return notBoolean(value, loop.expression.body);
  }
  return undefined;
}

function count(loop: Loop, over: Items, frame: Frame): Outcome {
  let found = 0;
  let unknown = false;
  for (let index = 0; index < over.items.length; index += 1) {
    const value = test(loop, over, index, frame);
    if (value === true) found += 1;
    else if (value !== false) {
      const problem = notBoolean(value, loop.expression.body);
      if (problem !== undefined) return problem;
      unknown = true;
    }
  }
  return unknown ? undefined : found;
}
