import type { Environment } from '../../condition/environment.ts';
import { describeExpression } from '../../condition/sentence.ts';
import { booleanType, checkedExpression } from '../../document/checked-expression.ts';

const sentences = new WeakMap<object, Map<string, string>>();

/** A condition in plain words; as it is written where it cannot be read. */
export function sentenceOf(condition: string, environment: Environment): string {
  const scope = condition.includes('visits') ? environment : environment.declarations;
  let known = sentences.get(scope);
  if (!known) sentences.set(scope, (known = new Map()));
  let sentence = known.get(condition);
  if (sentence === undefined) {
    const { expression } = checkedExpression(condition, environment, booleanType);
    sentence = expression ? describeExpression(expression) : condition;
    known.set(condition, sentence);
  }
  return sentence;
}
