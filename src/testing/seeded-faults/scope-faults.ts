import { fault, pickOr, stepsOf } from './seeded-fault.ts';
import type { Seeder } from './seeded-fault.ts';

/** A branch for contacts that never come. */
export const outsideScope: Seeder = (document, random) => {
  const [name, value] = random.pick([
    ['contact.intent', 'another_intent'],
    ['contact.channel', 'letter'],
    ['contact.locale', 'fr'],
  ] as const);
  const decisions = stepsOf(document, 'decision').filter(([, { columns }]) => !columns);
  const [id, { branches }] = random.pick(decisions);
  const path = ['steps', id, 'branches'];
  const when = random.pick([
    `${name} == "${value}"`,
    `${name} in ["${value}"]`,
    `turns > 1 && ${name} == "${value}"`,
  ]);
  return fault(
    document,
    `${id} has a branch for ${when}`,
    ['outside-scope'],
    [[...path, 0, 'when']],
    (draft) => draft.insertItem(path, 0, { when, next: branches[0]?.next }),
  );
};

export const triggerOutsideScope: Seeder = (document, random) => {
  const entry = pickOr(random, stepsOf(document, 'escalation'));
  if (!entry) return undefined;
  const [id, { triggers }] = entry;
  const path = ['steps', id, 'triggers'];
  const trigger = { when: 'contact.channel == "fax"', category: 'policy-exception' };
  return fault(
    document,
    `${id} has a trigger for faxes`,
    ['outside-scope'],
    [[...path, triggers.length, 'when']],
    (draft) =>
      triggers.length === 0 ? draft.set(path, [trigger]) : draft.insertItem(path, triggers.length, trigger),
  );
};

/** What the procedure covers, and its first decision forgets. */
export const intentForgotten: Seeder = (document, random) => {
  const { scope, start } = document.procedure;
  const [name, values] = random.pick([
    ['contact.intent', scope.intents],
    ['contact.channel', scope.channels],
  ] as const);
  if (values.length < 2) return undefined;
  const forgotten = random.pick(values);
  const listed = values.filter((value) => value !== forgotten);
  return fault(
    document,
    `nothing handles ${forgotten}`,
    ['uncovered-values'],
    [['steps', 'route']],
    (draft) => {
      draft.set(['steps', 'route'], {
        kind: 'decision',
        branches: [{ when: `${name} in ${JSON.stringify(listed)}`, next: start }],
      });
      draft.set(['start'], 'route');
    },
  );
};

/** An intent leaves the scope, and a condition still asks for it. */
export const scopeShrunk: Seeder = (document, random) => {
  const { scope, start } = document.procedure;
  const [end] = random.pick(stepsOf(document, 'end'));
  const index = random.below(scope.intents.length);
  const gone = scope.intents[index];
  return fault(
    document,
    `${gone} is not covered any more, and route asks for it`,
    ['outside-scope'],
    [['steps', 'route', 'branches', 0, 'when']],
    (draft) => {
      draft.remove(['scope', 'intents', index]);
      draft.set(['steps', 'route'], {
        kind: 'decision',
        branches: [{ when: `contact.intent == "${gone}"`, next: end }],
        otherwise: start,
      });
      draft.set(['start'], 'route');
    },
  );
};
