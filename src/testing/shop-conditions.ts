import { checkExpression } from '../condition/check.ts';
import { compileExpression, type Frame } from '../condition/compile.ts';
import { createEnvironment, type Environment } from '../condition/environment.ts';
import { explainExpression } from '../condition/explain.ts';
import type { Expression } from '../condition/expression.ts';
import { describeOutcome } from '../condition/sentence.ts';
import type { ValueType } from '../condition/type.ts';
import type { Outcome } from '../condition/value.ts';

/** A small shop's names, for tests of conditions. */

const text: ValueType = { kind: 'string' };
const number: ValueType = { kind: 'number' };

export const shopEnvironment: Environment = createEnvironment(
  [
    { name: 'order.id', role: 'fact', type: text },
    {
      name: 'order.status',
      role: 'fact',
      type: { kind: 'string', enum: ['pending', 'processed', 'delivered', 'cancelled'] },
    },
    {
      name: 'order.items',
      role: 'fact',
      type: {
        kind: 'list',
        items: {
          kind: 'object',
          fields: new Map<string, ValueType>([
            ['id', text],
            ['price', { kind: 'number', unit: 'USD' }],
            ['size', { kind: 'string', enum: ['S', 'M', 'L'] }],
          ]),
        },
      },
    },
    { name: 'order.deliveredAt', role: 'fact', type: { kind: 'timestamp' } },
    { name: 'order.zip', role: 'fact', type: { kind: 'string', nullable: true } },
    { name: 'request.itemIds', role: 'fact', type: { kind: 'list', items: text } },
    { name: 'customer.authenticated', role: 'fact', type: { kind: 'boolean' } },
    { name: 'sentiment', role: 'fact', type: number },
    { name: 'prices', role: 'fact', type: { kind: 'map', values: number } },
    { name: 'refund', role: 'derived', type: number, unit: 'USD', is: 'sum(order.items.map(i, i.price))' },
    { name: 'parameters.autoRefundLimit', role: 'parameter', type: number, unit: 'USD' },
    { name: 'parameters.sentimentFloor', role: 'parameter', type: number },
    { name: 'contact.at', role: 'context', type: { kind: 'timestamp' } },
    { name: 'turns', role: 'context', type: number },
  ],
  ['ask-email', 'deny'],
);

/** Facts by name; what is not given is unknown. Derived names are given like facts. */
export function shopFrame(values: { readonly [name: string]: Outcome }): Frame {
  const slots = shopEnvironment.declarations.map(({ name }) => values[name]);
  return { slots, derived: (slot) => slots[slot], visits: (step) => (step === 'ask-email' ? 2 : 0) };
}

/** Fails the test when the source has a problem. */
export function shopExpression(source: string): Expression {
  const { expression, problems } = checkExpression(source, shopEnvironment);
  if (expression === undefined)
    throw new Error(`${source}: ${problems.map(({ message }) => message).join(' ')}`);
  return expression;
}

export function evaluateShop(source: string, values: { readonly [name: string]: Outcome } = {}): Outcome {
  return compileExpression(shopExpression(source))(shopFrame(values));
}

export function whyShop(source: string, values: { readonly [name: string]: Outcome } = {}): string {
  return describeOutcome(explainExpression(shopExpression(source), shopFrame(values)));
}
