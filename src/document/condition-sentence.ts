import type { Environment } from '../condition/environment.ts';
import type { Expression } from '../condition/expression.ts';
import { describeExpression } from '../condition/sentence.ts';
import type { ValueType } from '../condition/type.ts';
import { booleanType, checkedExpression } from './checked-expression.ts';
import type { Parameter } from './model.ts';
import { valueInWords } from './value-in-words.ts';

const sentences = new WeakMap<object, Map<string, string>>();

/** A condition in plain words; as it is written where it cannot be read. */
export function sentenceOf(condition: string, environment: Environment): string {
  return remembered(sentences, scopeOf(condition, environment), condition, () => {
    const { expression } = checkedExpression(condition, environment, booleanType);
    return expression ? describeExpression(expression) : condition;
  });
}

const valuedSentences = new WeakMap<object, WeakMap<object, Map<string, string>>>();

/** The same for any expression, with the value of each parameter behind its name: `refund is more than limit (50 USD)`. */
export function valuedSentenceOf(
  source: string,
  environment: Environment,
  parameters: ReadonlyMap<string, Parameter>,
  expected: ValueType | undefined = booleanType,
): string {
  let ofParameters = valuedSentences.get(parameters);
  if (!ofParameters) valuedSentences.set(parameters, (ofParameters = new WeakMap()));
  return remembered(ofParameters, scopeOf(source, environment), source, () => {
    const { expression } = checkedExpression(source, environment, expected);
    return expression ? describeExpression(withValues(expression, parameters)) : source;
  });
}

/** Only a condition that may count visits hangs on the steps. */
function scopeOf(condition: string, environment: Environment): object {
  return condition.includes('visits') ? environment : environment.declarations;
}

function remembered(
  memory: WeakMap<object, Map<string, string>>,
  scope: object,
  key: string,
  make: () => string,
): string {
  let known = memory.get(scope);
  if (!known) memory.set(scope, (known = new Map()));
  let sentence = known.get(key);
  if (sentence === undefined) known.set(key, (sentence = make()));
  return sentence;
}

/** A copy for putting into words: each parameter is called by its name and value. */
function withValues(expression: Expression, parameters: ReadonlyMap<string, Parameter>): Expression {
  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(copy);
    if (!isPart(part)) return part;
    if (part['kind'] === 'name' && part['role'] === 'parameter') {
      const name = String(part['name']);
      const parameter = parameters.get(name.replace(/^parameters\./, ''));
      return parameter ? { ...part, name: `${name} (${valueInWords(parameter)})` } : part;
    }
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === 'type' || key === 'value' ? value : copy(value),
      ]),
    );
  };
  return copy(expression) as Expression;
}

function isPart(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && 'kind' in part;
}
