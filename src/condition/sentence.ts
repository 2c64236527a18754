import type { Explanation } from './explain.ts';
import type { Expression } from './expression.ts';
import { describe } from './describing/describe.ts';
import { describeWhy } from './describing/describe-outcome.ts';

/** The condition in plain words: `order.status is not delivered`, `refund is more than 50 USD`. */
export function describeExpression(expression: Expression): string {
  return describe(expression);
}

/** Why it came to what it came to, from recorded values: `sentiment -0.28 is not below -0.30`. */
export function describeOutcome(explanation: Explanation): string {
  return describeWhy(explanation);
}

export { unknownNames } from './describing/unknown-names.ts';
