import type { Expression } from '../../condition/expression.ts';
import { slotsOf } from '../../condition/expression.ts';
import { checkedExpression } from '../checked-expression.ts';
import { expressionsOf } from '../expressions.ts';
import type { Procedure } from '../model.ts';
import type { Finding } from '../finding.ts';
import { deleteDeclaration, deleteElement } from './remedies.ts';
import type { Rule, RuleContext } from './rule.ts';

const valid = `
facts:
  order.total: { type: number }
derived:
  isLarge: { type: boolean, is: order.total > parameters.limit }
parameters:
  limit: { type: number, value: 50 }
actions:
  orders.cancel: { effect: write }
start: check
steps:
  check:
    kind: decision
    branches: [{ when: isLarge, next: cancel }]
    otherwise: done
  cancel: { kind: action, call: orders.cancel, next: done }
  done: { kind: end, outcome: done }
guardrails:
  wait: { disclose: Refunds take a week., before: [orders.cancel] }`;

export const unusedFact = unusedName(
  'unused-fact',
  'facts',
  'No condition, text or question uses the fact.',
  'other: { type: number }',
);
export const unusedDerived = unusedName(
  'unused-derived',
  'derived',
  'No condition or text uses the derived fact.',
  'other: { type: number, is: order.total + 1 }',
);
export const unusedParameter = unusedName(
  'unused-parameter',
  'parameters',
  'No condition or text reads the parameter.',
  'other: { type: number, value: 1 }',
);

export const unusedAction: Rule = {
  code: 'unused-action',
  severity: 'info',
  summary: 'Every action is called by a step.',
  valid,
  invalid: valid.replace('actions:', 'actions:\n  orders.get: {}'),
  *check({ procedure, actionNames, hasBroken }) {
    if (hasBroken) return;
    const called = new Set<string>();
    for (const step of procedure.steps.values()) {
      if (step.kind === 'action' && step.call !== undefined) called.add(step.call);
    }
    if ([...called].some((name) => !actionNames.has(name))) return;
    for (const name of procedure.actions.keys()) {
      if (!called.has(name))
        yield {
          message: `No step calls \`${name}\`.`,
          path: ['actions', name],
          at: 'key',
          remedies: [deleteDeclaration('actions', name)],
        };
    }
  },
};

export const unusedGuardrail: Rule = {
  code: 'unused-guardrail',
  severity: 'warning',
  summary:
    'A disclosure, confirmation or requirement is tied to something: by `before`, or by a step that includes it.',
  valid,
  invalid: valid.replace(', before: [orders.cancel]', ''),
  *check({ procedure, hasBroken }) {
    if (hasBroken) return;
    const included = new Set<string>();
    for (const step of procedure.steps.values()) {
      if (step.kind === 'message' || step.kind === 'question')
        step.includes.forEach((id) => included.add(id));
    }
    for (const [id, { before, disclose, confirm, require }] of procedure.guardrails) {
      const needsTie = disclose !== undefined || confirm !== undefined || require !== undefined;
      if (!needsTie || before.length > 0 || included.has(id)) continue;
      yield {
        message: `Nothing is guarded by \`${id}\`. Name steps or actions under \`before\`.`,
        path: ['guardrails', id],
        at: 'key',
        remedies: [deleteElement('guardrail', id)],
      };
    }
  },
};

/** A parameter that nothing reads is more than clutter: whoever moves it believes that something changes. */
function unusedName(
  code: string,
  section: 'facts' | 'derived' | 'parameters',
  message: string,
  extra: string,
): Rule {
  return {
    code,
    severity: section === 'parameters' ? 'warning' : 'info',
    summary: `Every ${section === 'facts' ? 'fact' : section === 'derived' ? 'derived fact' : 'parameter'} is used somewhere.`,
    valid,
    invalid: valid.replace(`${section}:`, `${section}:\n  ${extra}`),
    *check(context): Generator<Finding> {
      if (context.hasBroken || context.procedure[section].size === 0) return;
      const used = usedNames(context);
      if (!used) return;
      for (const name of context.procedure[section].keys()) {
        const full = section === 'parameters' ? `parameters.${name}` : name;
        if (!used.has(full)) {
          const remedies = [deleteDeclaration(section, name)];
          yield { message, path: [section, name], at: 'key', remedies };
        }
      }
    },
  };
}

const usedBy = new WeakMap<Procedure, ReadonlySet<string> | null>();

/** Names that are read or collected; undefined while some condition cannot be read, for it may use any. */
function usedNames({ procedure, environment }: RuleContext): ReadonlySet<string> | undefined {
  let used = usedBy.get(procedure);
  if (used === undefined) usedBy.set(procedure, (used = collectUsed(procedure, environment) ?? null));
  return used ?? undefined;
}

function collectUsed(
  procedure: Procedure,
  environment: RuleContext['environment'],
): ReadonlySet<string> | undefined {
  const slots = new Set<number>();
  for (const { source, expected } of expressionsOf(procedure)) {
    const { expression } = checkedExpression(source, environment, expected);
    if (!expression) return undefined;
    for (const slot of slotsRead(expression)) slots.add(slot);
  }
  const used = new Set<string>();
  for (const slot of slots) used.add(environment.declarations[slot]?.name ?? '');
  for (const step of procedure.steps.values()) {
    if (step.kind === 'question') step.collects.forEach((name) => used.add(name));
    if (step.kind === 'procedure') for (const name of step.returns.keys()) used.add(name);
  }
  return used;
}

const slotsByExpression = new WeakMap<Expression, ReadonlySet<number>>();

function slotsRead(expression: Expression): ReadonlySet<number> {
  let slots = slotsByExpression.get(expression);
  if (!slots) slotsByExpression.set(expression, (slots = slotsOf(expression)));
  return slots;
}
