import { childrenOf } from '../../condition/expression.ts';
import type { Expression } from '../../condition/expression.ts';
import { printExpression } from '../../condition/print.ts';
import { satisfy } from '../../condition/satisfiability/satisfy.ts';
import { booleanType, checkedExpression } from '../checked-expression.ts';
import { planDeleteListItem } from '../operations/plan-delete-list-item.ts';
import { triggersInOrder } from '../trigger-order.ts';
import type { PlacedTrigger } from '../trigger-order.ts';
import { conditionSettingOf, type ConditionSetting } from './condition-setting.ts';
import type { ProofRule } from './proof-rule.ts';
import { truthOf } from './truth.ts';

const valid = `
facts:
  sentiment: { type: number, minimum: -1, maximum: 1 }
  angry: { type: boolean }
start: talk
steps:
  talk: { kind: message, say: Hello., next: done }
  person:
    kind: escalation
    queue: tier-2
    triggers: [{ when: angry, category: customer-request }, { when: sentiment < -0.5, category: sentiment }]
  done: { kind: end, outcome: done }`;

export const shadowedTrigger: ProofRule = {
  code: 'shadowed-trigger',
  severity: 'warning',
  summary: 'Each trigger fires for some contact before those of its own or a higher rank do.',
  valid,
  invalid: valid.replace('when: angry,', 'when: sentiment < -0.2,'),
  *check(context) {
    const setting = conditionSettingOf(context);
    const earlier: (readonly [PlacedTrigger, Expression])[] = [];
    for (const placed of triggersInOrder(context.procedure)) {
      const { stepId, position, when } = placed;
      const { expression } = checkedExpression(when, context.environment, booleanType);
      if (!expression) continue;
      const shadow = earlier.find(([, other]) => implies(expression, other, setting));
      earlier.push([placed, expression]);
      if (!shadow || truthOf(expression, setting).kind === 'never') continue;
      const [other] = shadow;
      const which =
        other.stepId === stepId ? `trigger ${other.position + 1}` : `a trigger of \`${other.stepId}\``;
      yield {
        message: `This trigger never fires: whenever it holds, ${which} holds too and comes first (${other.category}).`,
        path: ['steps', stepId, 'triggers', position, 'when'],
        remedies: [
          {
            kind: 'gesture',
            title: 'Delete the trigger',
            plan: (document) => planDeleteListItem(document, ['steps', stepId, 'triggers'], position),
          },
        ],
      };
    }
  },
};

/** Whenever the one is true, so is the other; with a fact unknown, the other would not be. */
function implies(one: Expression, other: Expression, setting: ConditionSetting): boolean {
  if (printExpression(one) === printExpression(other)) return true;
  const known = knownWhenTrue(one);
  if (!isPlain(other) || ![...namesIn(other)].every((name) => known.has(name))) return false;
  const apart = satisfy(
    [
      { expression: one, holds: true },
      { expression: other, holds: false },
    ],
    setting,
  );
  return apart.kind === 'impossible';
}

/** Names that cannot be unknown where the condition is true. */
function knownWhenTrue(expression: Expression): ReadonlySet<string> {
  if (expression.kind !== 'and') return knownWith(expression);
  return new Set(expression.operands.flatMap((part) => [...knownWhenTrue(part)]));
}

/** Names that cannot be unknown where the condition is true or false. */
function knownWith(expression: Expression): ReadonlySet<string> {
  switch (expression.kind) {
    case 'name':
      return namesIn(expression);
    case 'not':
      return knownWith(expression.operand);
    case 'compare':
    case 'member':
      return childrenOf(expression).every(isAtom) ? namesIn(expression) : new Set();
    default:
      return new Set();
  }
}

function isAtom(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'name':
      return expression.role !== 'derived' && scalars.has(expression.type.kind);
    case 'list':
      return expression.items.every(({ kind }) => kind === 'literal');
    default:
      return false;
  }
}

const scalars: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'timestamp', 'duration']);

/** Known as soon as every name in it is. */
function isPlain(expression: Expression): boolean {
  switch (expression.kind) {
    case 'compare':
    case 'member':
    case 'and':
    case 'or':
    case 'not':
      return childrenOf(expression).every(isPlain);
    default:
      return isAtom(expression);
  }
}

function namesIn(expression: Expression): ReadonlySet<string> {
  if (expression.kind === 'name') return new Set(expression.role === 'parameter' ? [] : [expression.name]);
  return new Set(childrenOf(expression).flatMap((child) => [...namesIn(child)]));
}
