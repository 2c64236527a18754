import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { readSource } from '../document/source/read-source.ts';
import { applyEdits } from '../document/text-edit.ts';
import type { TextEdit } from '../document/text-edit.ts';
import type { Gesture } from './gesture.ts';
import { perform } from './gesture-oracle.ts';
import { printHostile } from './hostile-printer.ts';
import type { HostileStyle } from './hostile-printer.ts';
import { lostText } from './lost-text.ts';
import { planGesture } from './plan-gesture.ts';
import { randomProcedure } from './plain-procedure.ts';
import type { PlainMap } from './plain-procedure.ts';
import { randomGesture } from './random-gesture.ts';
import { SeededRandom } from './seeded-random.ts';

export interface TrialResult {
  readonly gestures: number;
  /** Gestures that are possible and were refused all the same, by reason. */
  readonly refusals: readonly string[];
}

/**
 * One random procedure, written in a style, under a random sequence of gestures. Throws, with all that is needed to
 * repeat it, at the first gesture whose text does not say what the oracle says, whose edits take more than they
 * should, or that cannot be undone.
 */
export function gestureTrial(seed: number, style: HostileStyle, length: number): TrialResult {
  const random = new SeededRandom(seed);
  let state = randomProcedure(random);
  const first = printHostile(state, style, random);
  let source = readSource(first);
  const undo: (readonly TextEdit[])[] = [];
  const refusals: string[] = [];
  let gestures = 0;
  const check = (holds: boolean, what: string, gesture: Gesture, text: string): void => {
    if (holds) return;
    const told = `seed ${seed}, style “${style.name}”, gesture ${JSON.stringify(gesture)}`;
    throw new Error(`${what}\n${told}\n--- before\n${source.text}\n--- after\n${text}\n---`);
  };
  if (!isDeepStrictEqual(plain(source.data), state)) throw new Error(`seed ${seed}: misprinted\n${first}`);
  for (let count = 0; count < length; count += 1) {
    const gesture = randomGesture(random, state);
    const plan = planGesture({ source }, gesture);
    const verdict = perform(
      state,
      gesture,
      plan.ok ? plan.created : ['step:x', 'guardrail:x', 'step:y', 'step:z'],
    );
    if ('refused' in verdict) {
      const same = !plan.ok && plan.code === verdict.refused;
      check(
        same,
        `should be refused as ${verdict.refused}, got ${plan.ok ? 'a plan' : plan.code}`,
        gesture,
        '',
      );
      continue;
    }
    gestures += 1;
    if (!plan.ok) {
      const excused = ['not-expressible', 'alias'].includes(plan.code);
      check(excused, `refused as ${plan.code}: ${plan.reason}`, gesture, '');
      refusals.push(`${plan.code} ${gesture.do} ${style.name} ${seed}`);
      continue;
    }
    const { text } = source;
    const next = applyEdits(text, plan.edits);
    const reread = readSource(next, source);
    check(reread.errors.length === 0, `has errors: ${reread.errors[0]?.message}`, gesture, next);
    check(isDeepStrictEqual(plain(reread.data), verdict.state), 'says something else', gesture, next);
    const lost = lostText(source, plan.edits, state, verdict.state);
    check(lost === undefined, `takes away what it should not: ${JSON.stringify(lost)}`, gesture, next);
    const back = inverse(text, plan.edits);
    check(applyEdits(next, back) === text, 'cannot be undone', gesture, next);
    undo.push(back);
    source = reread;
    state = verdict.state;
  }
  const library = parseDocument(source.text, { version: '1.2', logLevel: 'silent' });
  const agreed = library.errors.length === 0 && isDeepStrictEqual(library.toJS({ maxAliasCount: -1 }), state);
  if (!agreed)
    throw new Error(`seed ${seed}, “${style.name}”: the library reads something else\n${source.text}`);
  const restored = undo.reduceRight((text, edits) => applyEdits(text, edits), source.text);
  if (restored !== first) throw new Error(`seed ${seed}, “${style.name}”: undo does not restore the text`);
  return { gestures, refusals };
}

function plain(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)])) as PlainMap;
  return Array.isArray(value) ? value.map(plain) : value;
}

function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let moved = 0;
  return edits.map(({ from, to, insert }) => {
    const at = from + moved;
    moved += insert.length - (to - from);
    return { from: at, to: at + insert.length, insert: text.slice(from, to) };
  });
}
