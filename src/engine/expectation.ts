import { toJson } from '../condition/coerce.ts';
import type { Expectation } from './contact.ts';
import type { Program } from './program.ts';
import type { ActionCall, Result } from './result.ts';

/** One thing that turned out otherwise than a contact expects. */
export interface Difference {
  readonly what: 'outcome' | 'actions' | 'escalation' | 'path';
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * Compares what is expected, and nothing else. Actions that only read count where the expectation names them; the
 * arguments of a call where the expectation gives them. An escalation is told by its step, or by its queue.
 */
export function differences(
  program: Program,
  expectation: Expectation,
  result: Result,
): readonly Difference[] {
  const found: Difference[] = [];
  const { outcome, actions, escalation, path } = expectation;
  if (outcome !== undefined && outcome !== result.outcome) {
    found.push({ what: 'outcome', expected: outcome, actual: result.outcome });
  }
  if (actions !== undefined) {
    const named = new Set(actions.map(({ name }) => name));
    const performed = result.actions.filter(
      ({ name }) => named.has(name) || program.effects.get(name) !== 'read',
    );
    const same =
      performed.length === actions.length &&
      actions.every((action, index) => sameCall(action, performed[index]));
    if (!same) found.push({ what: 'actions', expected: actions, actual: performed.map(presentCall) });
  }
  if (escalation !== undefined) {
    const actual = result.escalation;
    const same =
      escalation === null
        ? actual === undefined
        : escalation === actual?.step || escalation === actual?.queue;
    if (!same) found.push({ what: 'escalation', expected: escalation, actual: actual?.step ?? null });
  }
  if (path !== undefined && !sameJson(path, result.path)) {
    found.push({ what: 'path', expected: path, actual: result.path });
  }
  return found;
}

/** A call as JSON. */
export function presentCall({ name, args }: ActionCall): {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
} {
  return { name, args: Object.fromEntries(Object.entries(args).map(([key, value]) => [key, toJson(value)])) };
}

function sameCall(
  expected: NonNullable<Expectation['actions']>[number],
  call: ActionCall | undefined,
): boolean {
  if (call === undefined || call.name !== expected.name) return false;
  return expected.args === undefined || sameJson(expected.args, presentCall(call).args);
}

/** Equality of JSON, regardless of the order of keys. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => sameJson(item, other[index]));
  }
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(Reflect.get(one, key), Reflect.get(other, key)))
  );
}
