import type { Rule } from './rule.ts';

export const giveUpNeverReached: Rule = {
  code: 'give-up-without-retries',
  severity: 'warning',
  summary: 'A question that gives up says after how many `retries`.',
  valid: `
facts:
  order.id: { type: string }
start: ask
steps:
  ask: { kind: question, ask: Which order?, collects: [order.id], retries: 2, giveUp: sorry, next: done }
  sorry: { kind: end, outcome: unknown-order }
  done: { kind: end, outcome: done }`,
  invalid: `
facts:
  order.id: { type: string }
start: ask
steps:
  ask: { kind: question, ask: Which order?, collects: [order.id], giveUp: sorry, next: done }
  sorry: { kind: end, outcome: unknown-order }
  done: { kind: end, outcome: done }`,
  *check({ procedure }) {
    for (const [id, step] of procedure.steps) {
      if (step.kind !== 'question') continue;
      if (step.giveUp !== undefined && step.retries === undefined) {
        yield {
          message: 'The question never gives up, because it has no `retries`. Add `retries:` with a number.',
          path: ['steps', id, 'giveUp'],
          at: 'key',
        };
      }
    }
  },
};

export const retriesWithoutGiveUp: Rule = {
  code: 'retries-without-give-up',
  severity: 'warning',
  summary: 'A question with `retries` says where to go when they are used up.',
  valid: giveUpNeverReached.valid,
  invalid: giveUpNeverReached.invalid.replace('giveUp: sorry', 'retries: 2'),
  *check({ procedure }) {
    for (const [id, step] of procedure.steps) {
      if (step.kind !== 'question' || step.retries === undefined || step.giveUp !== undefined) continue;
      yield {
        message: 'When the retries are used up there is nowhere to go. Add `giveUp:` with a step.',
        path: ['steps', id, 'retries'],
        at: 'key',
      };
    }
  },
};
