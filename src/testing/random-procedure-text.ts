import { stringify } from 'yaml';
import { SeededRandom } from './seeded-random.ts';

const words = 'order refund parcel invoice label gift address delivery carrier voucher deposit receipt'.split(
  ' ',
);

/** A valid procedure of `size` steps as people draw them: mostly forward links, some joins, a few loops, guardrails. */
export function randomProcedureText(seed: number, size: number): string {
  const random = new SeededRandom(seed);
  const phrase = (most: number): string =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(words)).join(' ');
  const id = (index: number): string => `step-${index}`;
  const target = (index: number): string => {
    const back = index > 3 && random.chance(0.06);
    const to = back ? random.below(index) : index + 1 + Math.floor(random.next() ** 3 * 9);
    return id(Math.min(to, size - 1));
  };
  const step = (index: number): Record<string, unknown> => {
    const title = random.chance(0.7) ? { title: phrase(6) } : {};
    if (index === size - 1) return { kind: 'end', outcome: 'done' };
    const kind = index === 0 ? 0 : random.next();
    if (kind < 0.25)
      return { kind: 'question', ...title, ask: `${phrase(12)}?`, collects: ['known'], next: target(index) };
    if (kind < 0.45) return { kind: 'message', ...title, say: `${phrase(16)}.`, next: target(index) };
    if (kind < 0.6)
      return { kind: 'action', ...title, call: 'orders.note', next: target(index), onError: target(index) };
    if (kind < 0.66) return { kind: 'escalation', ...title, queue: random.pick(words) };
    if (kind < 0.74) return { kind: 'end', ...title, outcome: random.pick(words) };
    return {
      kind: 'decision',
      ...title,
      branches: Array.from({ length: 1 + random.below(5) }, () => ({
        when: `amount > ${random.below(900)}`,
        ...(random.chance(0.8) ? { label: phrase(5) } : {}),
        next: target(index),
      })),
      otherwise: target(index),
    };
  };
  const guardrails = Object.fromEntries(
    Array.from({ length: random.below(5) }, (_, index) => [
      `guardrail-${index}`,
      index % 2 === 0
        ? { title: phrase(5), require: 'known', before: ['orders.note'] }
        : { title: phrase(5), neverSay: [random.pick(words)], appliesTo: 'all' },
    ]),
  );
  return stringify({
    sop: 1,
    id: `random-${seed}`,
    title: `Random ${seed}`,
    facts: { known: { type: 'boolean' }, amount: { type: 'number' } },
    actions: { 'orders.note': { effect: 'write' } },
    start: id(0),
    steps: Object.fromEntries(Array.from({ length: size }, (_, index) => [id(index), step(index)])),
    ...(Object.keys(guardrails).length > 0 ? { guardrails } : {}),
  });
}
