import { toJson } from '../../condition/coerce.ts';
import type { Value } from '../../condition/value.ts';
import type { ActionResult, Contact, Turn } from '../contact.ts';
import type { Program } from '../program.ts';
import { plainValue } from './candidates.ts';
import type { Found } from './search.ts';
import type { Solver } from './solve.ts';
import { wordsFor } from './turn-words.ts';
import { atStart, itemsOf, variableOf, type Act, type Moment } from './walk.ts';

/**
 * The contact that goes a walk: what the walk came to need it to know, say and be answered, and nothing else. What no
 * condition on the way reads has a plain value.
 */
export function contactFor(
  program: Program,
  { walk, values }: Found,
  solver: Solver,
  id: string,
  locale: string | undefined,
): Contact {
  const facts = new Map<number, Map<number, Value>>();
  const put = (home: number, slot: number, value: Value): void => {
    const known = facts.get(home);
    if (known) known.set(slot, value);
    else facts.set(home, new Map([[slot, value]]));
  };
  for (const demand of itemsOf(walk.demands)) {
    for (const { key, slot, home } of solver.variablesOf(demand)) {
      const value = values.get(key);
      if (value !== undefined) put(home, slot, value);
    }
  }
  const acts = itemsOf(walk.acts);
  for (const [home, act] of acts.entries()) {
    if (act.kind !== 'turn') continue;
    for (const { slot, version } of act.sets) {
      put(home, slot, values.get(variableOf(slot, version)) ?? plainOf(program, slot));
    }
  }
  for (const { slot, version } of itemsOf(walk.forced)) {
    const { home } = solver.state(walk, slot);
    put(home, slot, values.get(variableOf(slot, version)) ?? plainOf(program, slot));
  }
  const { scope } = program.procedure;
  const { intent, channel, at } = program.context;
  const start = facts.get(atStart) ?? new Map<number, Value>();
  const said = new Set([...facts.values()].flatMap((known) => [...known.values()]));
  const text = (slot: number, listed: readonly string[]): string | undefined => {
    const value = start.get(slot);
    if (typeof value === 'string') return value;
    return isUnknown(walk, slot) ? undefined : (listed.find((each) => said.has(each)) ?? listed[0]);
  };
  const moment = start.get(at);
  const contextual = (slot: number): boolean => solver.isContext(slot);
  return {
    id,
    intent: text(intent, scope.intents),
    channel: text(channel, scope.channels),
    locale,
    at: moment === undefined ? undefined : String(toJson(moment)),
    facts: jsonOf(program, start, contextual),
    turns: turnsOf(program, acts, facts),
    results: resultsOf(program, acts, facts),
    expect: undefined,
  };
}

function isUnknown(walk: Moment, slot: number): boolean {
  return walk.slots.get(slot)?.status === 'unknown';
}

function plainOf(program: Program, slot: number): Value {
  const declaration = program.environment.declarations[slot];
  return declaration === undefined ? '' : plainValue(declaration);
}

function jsonOf(
  program: Program,
  values: ReadonlyMap<number, Value>,
  leaveOut: (slot: number) => boolean,
): Readonly<Record<string, unknown>> {
  const entries = [...values].filter(([slot]) => !leaveOut(slot)).sort(([one], [other]) => one - other);
  return Object.fromEntries(
    entries.map(([slot, value]) => [program.environment.declarations[slot]?.name ?? '', toJson(value)]),
  );
}

type ByAct = ReadonlyMap<number, ReadonlyMap<number, Value>>;

function turnsOf(program: Program, acts: readonly Act[], facts: ByAct): readonly Turn[] {
  let earlier = -1;
  return acts.flatMap((act, index): readonly Turn[] => {
    if (act.kind !== 'turn') return [];
    const told = facts.get(index) ?? new Map<number, Value>();
    const again = earlier === act.step;
    earlier = act.step;
    const text = wordsFor(program, act.step, told, again);
    return [{ text, facts: jsonOf(program, told, () => false) }];
  });
}

/** The last result of an action repeats, so that one that failed has to be followed by what came next. */
function resultsOf(program: Program, acts: readonly Act[], facts: ByAct): Contact['results'] {
  const results = new Map<string, ActionResult[]>();
  for (const [index, act] of acts.entries()) {
    if (act.kind !== 'result') continue;
    const list = results.get(act.action) ?? [];
    results.set(act.action, list);
    list.push(
      act.ok
        ? { ok: true, facts: jsonOf(program, facts.get(index) ?? new Map<number, Value>(), () => false) }
        : { ok: false, error: 'the system did not answer' },
    );
  }
  const telling = [...results].filter(([, list]) =>
    list.some((result) => !result.ok || Object.keys(result.facts).length > 0),
  );
  return Object.fromEntries(telling);
}
