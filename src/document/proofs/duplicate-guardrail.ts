import type { Guardrail } from '../model.ts';
import { deleteElement } from '../rules/remedies.ts';
import { sameStructure } from '../same-structure.ts';
import type { ProofRule } from './proof-rule.ts';

const valid = `
facts:
  known: { type: boolean }
  sure: { type: boolean }
actions:
  orders.cancel: { effect: write }
start: cancel
steps:
  cancel: { kind: action, call: orders.cancel, next: done }
  done: { kind: end, outcome: done }
guardrails:
  identity: { require: known, before: [orders.cancel] }
  certainty: { require: sure, before: [orders.cancel] }`;

export const duplicateGuardrail: ProofRule = {
  code: 'duplicate-guardrail',
  severity: 'warning',
  summary: 'No guardrail asks for what another asks for already, of the same steps and actions.',
  valid,
  invalid: valid.replace('require: sure', 'require: known'),
  *check({ procedure }) {
    const earlier: (readonly [string, Guardrail])[] = [];
    for (const [id, guardrail] of procedure.guardrails) {
      const first = earlier.find(([, other]) => asks(guardrail) && covers(other, guardrail));
      if (first) {
        yield {
          message: `\`${first[0]}\` asks for the same already. Keep one of the two.`,
          path: ['guardrails', id],
          at: 'key',
          remedies: [deleteElement('guardrail', id)],
        };
      } else earlier.push([id, guardrail]);
    }
  },
};

/** A tone in words alone measures nothing, and an empty guardrail is complained of elsewhere. */
function asks({ disclose, confirm, require, alwaysSay, neverSay, limits }: Guardrail): boolean {
  return [disclose, confirm, require, alwaysSay, limits].some(Boolean) || neverSay.length > 0;
}

/** Everything that `other` asks for, asked for by `one` at the same places, as strictly. */
function covers(one: Guardrail, other: Guardrail): boolean {
  const contents = (guardrail: Guardrail) => {
    const { disclose, confirm, require, alwaysSay, neverSay, limits, tone, severity } = guardrail;
    return { disclose, confirm, require, alwaysSay, neverSay: neverSay.toSorted(), limits, tone, severity };
  };
  return (
    other.before.every((name) => one.before.includes(name)) &&
    (one.appliesTo === 'all' ||
      (other.appliesTo !== 'all' && other.appliesTo.every((id) => one.appliesTo.includes(id)))) &&
    sameStructure(contents(one), contents(other))
  );
}
