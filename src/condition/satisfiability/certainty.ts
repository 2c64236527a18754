import type { Expression } from '../expression.ts';
import type { Certainty } from './domain.ts';
import { ALL_NUMBERS } from './ordinal.ts';
import type { Variables } from './variable.ts';

export function certaintyOf(expression: Expression, variables: Variables): Certainty {
  const of = (part: Expression): Certainty => certaintyOf(part, variables);
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'number' && !Number.isFinite(expression.value) ? 'any' : 'finite';
    case 'name':
      return ofVariable(expression.slot, variables);
    case 'local':
    case 'visits':
      return 'finite';
    case 'negate':
      return of(expression.operand);
    case 'field':
      return of(expression.target);
    case 'index':
      return of(expression.target);
    case 'list':
      return worst(expression.items.map(of));
    case 'conditional':
      return worst([of(expression.whenTrue), of(expression.whenFalse)]);
    case 'arithmetic':
      return ofArithmetic(expression, of);
    case 'call':
      return ofCall(expression, of);
    case 'macro':
      if (expression.macro === 'count') return 'finite';
      if (expression.macro === 'map') return of(expression.body);
      return expression.macro === 'filter' || expression.macro === 'find' ? of(expression.target) : 'any';
    default:
      return 'any';
  }
}

type Of = (part: Expression) => Certainty;

function ofVariable(index: number, variables: Variables): Certainty {
  const { extras, values } = variables.at(index).domain;
  if (extras.some(Number.isNaN)) return 'any';
  if (values.kind !== 'ordered') return 'finite';
  return values.intervals.some(({ high }) => high === ALL_NUMBERS.high) ? 'infinite' : 'finite';
}

function ofArithmetic({ operator, left, right }: Expression & { kind: 'arithmetic' }, of: Of): Certainty {
  const one = of(left);
  const other = of(right);
  if (operator === '/' || operator === '%') return one === 'any' || other !== 'finite' ? 'any' : 'infinite';
  if (one === 'finite' && other === 'finite') return 'infinite';
  if (one === 'any' || other === 'any' || operator === '*') return 'any';
  return one === 'finite' || other === 'finite' ? 'infinite' : 'any';
}

function ofCall({ name, args }: Expression & { kind: 'call' }, of: Of): Certainty {
  switch (name) {
    case 'size':
    case 'count':
    case 'indexOf':
      return 'finite';
    case 'sum':
      return worst(args.map(of)) === 'finite' ? 'infinite' : 'any';
    case 'round':
    case 'floor':
    case 'ceil':
    case 'abs':
    case 'min':
    case 'max':
    case 'distinct':
      return worst(args.map(of));
    default:
      return name.startsWith('get') ? 'finite' : 'any';
  }
}

function worst(parts: readonly Certainty[]): Certainty {
  if (parts.includes('any')) return 'any';
  return parts.includes('infinite') ? 'infinite' : 'finite';
}
