import { readValue } from '../../condition/coerce.ts';
import type { Environment } from '../../condition/environment.ts';
import type { Expression } from '../../condition/expression.ts';
import type { Setting } from '../../condition/satisfiability/problem.ts';
import type { Value } from '../../condition/value.ts';
import { checkedExpression } from '../checked-expression.ts';
import type { Procedure, Scope } from '../model.ts';
import type { ProofContext } from './proof-rule.ts';

/** For proofs: parameters have their values, but a switch may stand either way at any time. */
export interface ProofSetting extends Setting {
  /** The same, with every parameter moved anywhere. */
  readonly freed: Setting;
}

/** What conditions can come to in a procedure; by itself every parameter has its value. */
export interface ConditionSetting extends Setting {
  /** The same, for contacts of a locale that the scope names: a scope of `de` covers `de-AT` and any other. */
  readonly examples: Setting;
  readonly proofs: ProofSetting;
  /** The same, for contacts of whatever intent, channel and locale: what a condition says by itself. */
  readonly unscoped: ProofSetting;
}

const settings = new WeakMap<
  Environment['declarations'],
  { readonly scope: Scope; readonly returned: string; readonly setting: ConditionSetting }
>();

/** The same object for as long as facts, derived facts, parameters and scope stay the same. */
export function conditionSettingOf({
  procedure,
  environment,
}: Pick<ProofContext, 'procedure' | 'environment'>): ConditionSetting {
  const known = settings.get(environment.declarations);
  const calculated = returnedInto(procedure, environment);
  const returned = [...calculated].join();
  if (known && known.returned === returned && sameScope(known.scope, procedure.scope)) return known.setting;
  const setting = createSetting(procedure, environment, calculated);
  settings.set(environment.declarations, { scope: procedure.scope, returned, setting });
  return setting;
}

/** What another procedure hands back may be calculated there. */
function returnedInto(procedure: Procedure, environment: Environment): ReadonlySet<number> {
  const slots = new Set<number>();
  for (const step of procedure.steps.values()) {
    if (step.kind !== 'procedure') continue;
    for (const name of step.returns.keys()) {
      const slot = environment.byName.get(name)?.slot;
      if (slot !== undefined) slots.add(slot);
    }
  }
  return slots;
}

function createSetting(
  procedure: Procedure,
  environment: Environment,
  calculated: ReadonlySet<number>,
): ConditionSetting {
  const derived = (slot: number): Expression | undefined => {
    const { is, type } = environment.declarations[slot] ?? {};
    return is === undefined ? undefined : checkedExpression(is, environment, type).expression;
  };
  const values = environment.declarations.map(({ name, type, role }): Value | undefined => {
    if (role !== 'parameter') return undefined;
    const read = readValue(type, procedure.parameters.get(name.replace(/^parameters\./, ''))?.value);
    return read.ok ? read.value : undefined;
  });
  const domains = domainsOf({ ...procedure.scope, locales: [] }, environment);
  const parameter = (slot: number): Value | undefined => values[slot];
  const unlessSwitch = (slot: number): Value | undefined =>
    typeof values[slot] === 'boolean' ? undefined : values[slot];
  const free: Setting = { environment, derived, calculated, parameter: () => undefined };
  const scoped: Setting = { ...free, domains };
  return {
    ...scoped,
    parameter,
    examples: { ...scoped, parameter, domains: domainsOf(procedure.scope, environment) },
    proofs: { ...scoped, parameter: unlessSwitch, freed: scoped },
    unscoped: { ...free, parameter: unlessSwitch, freed: free },
  };
}

/** Contacts outside of the scope are turned away before the first step. */
function domainsOf(
  { intents, channels, locales }: Scope,
  environment: Environment,
): ReadonlyMap<number, readonly Value[]> {
  const domains = new Map<number, readonly Value[]>();
  for (const [name, values] of [
    ['contact.intent', intents],
    ['contact.channel', channels],
    ['contact.locale', locales],
  ] as const) {
    const slot = environment.byName.get(name)?.slot;
    if (slot !== undefined && values.length > 0) domains.set(slot, [...new Set(values)]);
  }
  return domains;
}

function sameScope(one: Scope, other: Scope): boolean {
  if (one === other) return true;
  return (['intents', 'channels', 'locales'] as const).every(
    (key) => one[key].join('\n') === other[key].join('\n'),
  );
}
