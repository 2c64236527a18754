import { childrenOf } from '../../condition/expression.ts';
import type { Expression } from '../../condition/expression.ts';
import { checkedExpression } from '../checked-expression.ts';
import { expressionsOf } from '../expressions.ts';
import type { PlacedExpression } from '../placed-expression.ts';
import type { Scope } from '../model.ts';
import { addToList } from '../rules/remedies.ts';
import type { ProofFinding, ProofRule } from './proof-rule.ts';

const valid = `
scope: { intents: [return, refund], channels: [chat, voice], locales: [en, de] }
start: route
steps:
  route:
    kind: decision
    branches:
      - { when: 'contact.intent == "refund" && contact.channel in ["chat"]', next: done }
      - { when: contact.locale == "de-AT", next: done }
    otherwise: person
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: done }`;

export const outsideScope: ProofRule = {
  code: 'outside-scope',
  severity: 'error',
  summary: 'Conditions ask for intents, channels and locales that the procedure covers.',
  valid,
  invalid: valid.replace('"refund" &&', '"exchange" &&'),
  *check({ procedure, environment }) {
    const { scope } = procedure;
    if (scope.intents.length + scope.channels.length + scope.locales.length === 0) return;
    for (const placed of expressionsOf(procedure)) {
      if (!placed.source.includes('contact.') || placed.inTemplate) continue;
      const { expression } = checkedExpression(placed.source, environment, placed.expected);
      if (expression) for (const asked of askedIn(expression)) yield* complaintOf(asked, scope, placed);
    }
  },
};

interface Asked {
  readonly what: keyof Scope;
  readonly value: string;
  readonly at: Expression;
}

const lists: Readonly<Record<string, keyof Scope>> = {
  'contact.intent': 'intents',
  'contact.channel': 'channels',
  'contact.locale': 'locales',
};
const nouns: Readonly<Record<keyof Scope, string>> = {
  intents: 'intent',
  channels: 'channel',
  locales: 'locale',
};

/** Each value that a name of the contact is compared with. */
function* askedIn(expression: Expression): Generator<Asked> {
  for (const child of childrenOf(expression)) yield* askedIn(child);
  if (expression.kind === 'compare') {
    const { operator, left, right } = expression;
    if (operator !== '==' && operator !== '!=') return;
    yield* askedOf(left, [right]);
    yield* askedOf(right, [left]);
  } else if (expression.kind === 'member' && expression.collection.kind === 'list') {
    yield* askedOf(expression.item, expression.collection.items);
  }
}

function* askedOf(name: Expression, values: readonly Expression[]): Generator<Asked> {
  const what = name.kind === 'name' && name.role === 'context' ? lists[name.name] : undefined;
  if (what === undefined) return;
  for (const at of values) {
    if (at.kind === 'literal' && typeof at.value === 'string') yield { what, value: at.value, at };
  }
}

function* complaintOf(
  { what, value, at }: Asked,
  scope: Scope,
  placed: PlacedExpression,
): Generator<ProofFinding> {
  if (scope[what].length === 0 || scope[what].some((covered) => covers(covered, value, what))) return;
  const range = placed.place
    ? placed.place(at.from, at.to)
    : { from: at.from + placed.offset, to: at.to + placed.offset };
  yield {
    message: `No contact with the ${nouns[what]} \`${value}\` comes here: the procedure does not cover it.`,
    path: placed.path,
    ...(range ? { range: { from: range.from, to: range.to } } : {}),
    remedies: [addToList(['scope', what], value)],
  };
}

/** A scope of `de` covers `de-AT`. */
function covers(covered: string, value: string, what: keyof Scope): boolean {
  return covered === value || (what === 'locales' && value.startsWith(`${covered}-`));
}
