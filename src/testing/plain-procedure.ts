import type { SeededRandom } from './seeded-random.ts';

/** A procedure as plain data, the way JSON has it: what the text is printed from and what the oracle works on. */
export type Plain = string | number | boolean | null | Plain[] | PlainMap;
export interface PlainMap {
  [key: string]: Plain;
}

/** Texts that YAML readers trip over. */
export const hostileTexts = [
  'yes',
  'no',
  'null',
  '~',
  'true',
  'on',
  '1e3',
  '0x1F',
  '0o17',
  '007',
  '12:30',
  '2024-01-01',
  '.5',
  '-1',
  '1_000',
  '.inf',
  '=',
  '<<',
  '',
  ' ',
  ' leading',
  'trailing ',
  'a: b',
  'a #b',
  'a#b',
  '#x',
  '- x',
  '-x',
  '? x',
  ': x',
  '*star',
  '&and',
  '!bang',
  '%percent',
  '@at',
  '`tick`',
  '{brace}',
  '[bracket]',
  'a, b',
  'a]b',
  'a}b',
  '"quoted"',
  "it's",
  '\\back\\slash',
  'tab\there',
  '|',
  '>',
  '---',
  '...',
  'a:',
  'http://x.y/z?a=b#c',
  'Grüße, 世界 👋🏽',
  'مرحبا بالعالم',
  '\u200fשלום',
  'e\u0301',
  'line one\nline two',
  'one\n\nthree\n',
  '\nleading break',
  '  indented\nthen not',
  'trailing breaks\n\n\n',
  'a\n  deeper\nb',
  '# not a comment\nreally',
  'tab\tand\nbreak',
  'nbsp\u00a0here',
  'ls\u2028here',
  'bom\ufeffhere',
  'bell\u0007',
  'Order {{order.id}} is {{order.status}}.',
  '{{ order.id }}',
  'a {{order.total}} b\n{{order.id}}\n',
  `${'A very long sentence that goes on and on. '.repeat(8)}End.`,
  'x'.repeat(300),
  'plain words',
  'Which order is it about?',
  'Done.',
  'both \' and "',
];

const ids = [
  'greet',
  'ask-order',
  'check',
  'refund',
  'deny',
  'done',
  'escalate',
  'été',
  '注文',
  'step_1',
  'a.b',
  'true',
  'no',
  '1',
  '1e3',
  'null',
  '0x1f',
  'x-ray',
  'constructor',
  'toString',
  'über-prüfung',
  'say',
  'steps',
  'kind',
  'a-very-long-identifier-that-somebody-thought-was-a-good-idea-at-the-time',
];
const facts = [
  'order.id',
  'order.status',
  'order.total',
  'order.items',
  'customer.authenticated',
  'sentiment',
  'request.confirmed',
  'zip',
];
const actions = ['orders.get', 'orders.return', 'refund_now', 'notify'];

export function randomProcedure(random: SeededRandom): PlainMap {
  const stepIds = distinct(random, ids, 2 + random.below(6));
  const actionNames = distinct(random, actions, 1 + random.below(3)).filter(
    (name) => !stepIds.includes(name),
  );
  const factNames = distinct(random, facts, 2 + random.below(4));
  const guardrailIds = distinct(
    random,
    ['timing', 'explicit-yes', 'calm', 'no', 'promises'],
    random.below(4),
  );
  const names: Names = { stepIds, actionNames, factNames, guardrailIds };
  const procedure: PlainMap = { sop: 1, id: 'random', title: text(random) };
  if (random.chance(0.5)) procedure['owner'] = text(random);
  if (random.chance(0.5))
    procedure['scope'] = { intents: random.some(['return', 'refund', 'yes'], 3), channels: ['chat'] };
  procedure['facts'] = mapOf(factNames, () => fact(random));
  if (random.chance(0.6)) procedure['derived'] = { big: { type: 'boolean', is: expression(random, names) } };
  if (random.chance(0.6))
    procedure['parameters'] = {
      limit: { type: 'number', value: random.below(100) },
      floor: { type: 'number', value: -0.6 },
    };
  if (actionNames.length > 0)
    procedure['actions'] = mapOf(actionNames, () => ({
      input: { id: 'string' },
      effect: random.pick(['read', 'write']),
    }));
  if (random.chance(0.9)) procedure['start'] = random.pick(stepIds);
  procedure['steps'] = mapOf(stepIds, () => randomStep(random, names));
  if (guardrailIds.length > 0) procedure['guardrails'] = mapOf(guardrailIds, () => guardrail(random, names));
  return procedure;
}

export interface Names {
  readonly stepIds: readonly string[];
  readonly actionNames: readonly string[];
  readonly factNames: readonly string[];
  readonly guardrailIds: readonly string[];
}

function distinct(random: SeededRandom, choices: readonly string[], count: number): string[] {
  return [...choices].sort(() => random.next() - 0.5).slice(0, count);
}

function mapOf(keys: readonly string[], make: () => Plain): PlainMap {
  return Object.fromEntries(keys.map((key) => [key, make()]));
}

export function text(random: SeededRandom): string {
  return random.pick(hostileTexts);
}

function fact(random: SeededRandom): Plain {
  const made: PlainMap = { type: random.pick(['string', 'number', 'boolean']) };
  if (random.chance(0.4)) made['source'] = random.pick(['orders.get', 'conversation', 'signal']);
  if (random.chance(0.2)) made['enum'] = ['yes', 'no', 'a: b'];
  return made;
}

export function expression(random: SeededRandom, names: Names): string {
  const name = names.factNames.length > 0 ? random.pick(names.factNames) : 'zip';
  return random.pick([
    `${name} == "yes"`,
    `!(${name} == null)`,
    `has(${name}) && ${name} != '${name}'`,
    `visits("${random.pick(names.stepIds)}") > 2`,
    `parameters.limit < 3 || visits( '${random.pick(names.stepIds)}' ) == 0`,
    `[1, 2].all(i, i > parameters.floor)`,
    `${name}.filter(i, i in ${name}).size() > 0`,
    `turns > 1 ? true : false`,
  ]);
}

export function randomStep(random: SeededRandom, names: Names): PlainMap {
  const to = (): string => random.pick(names.stepIds);
  const kind = random.pick([
    'message',
    'question',
    'action',
    'decision',
    'decision',
    'table',
    'procedure',
    'escalation',
    'end',
  ]);
  const step: PlainMap = { kind: kind === 'table' ? 'decision' : kind };
  if (random.chance(0.3)) step['title'] = text(random);
  switch (kind) {
    case 'message':
      Object.assign(step, { say: wording(random), next: to() });
      if (names.guardrailIds.length > 0 && random.chance(0.4))
        step['includes'] = [random.pick(names.guardrailIds)];
      break;
    case 'question':
      Object.assign(step, {
        ask: wording(random),
        collects: random.some(names.factNames, 3),
        retries: random.below(3),
        next: to(),
      });
      if (random.chance(0.4)) step['giveUp'] = to();
      break;
    case 'action':
      Object.assign(step, {
        call: names.actionNames[0] ?? 'notify',
        with: { id: 'order.id' },
        next: to(),
        onError: to(),
      });
      break;
    case 'decision':
      step['branches'] = Array.from({ length: random.below(4) }, () => branch(random, names));
      if (random.chance(0.8)) step['otherwise'] = to();
      break;
    case 'table': {
      const columns = Array.from({ length: 1 + random.below(3) }, () => column(random, names));
      step['columns'] = columns;
      if (random.chance(0.4)) step['hits'] = random.pick(['first', 'unique']);
      step['branches'] = Array.from({ length: random.below(4) }, () => ({
        ...branch(random, names),
        when: columns.slice(random.chance(0.1) ? 1 : 0).map(() => cell(random, names)),
      }));
      if (random.chance(0.8)) step['otherwise'] = to();
      break;
    }
    case 'procedure':
      Object.assign(step, { procedure: 'identity-check', next: to() });
      if (random.chance(0.5)) step['with'] = { 'their.fact': expression(random, names), n: 'turns' };
      if (random.chance(0.6))
        step['returns'] = Object.fromEntries(
          random.some(names.factNames, 2).map((name) => [name, 'their.fact']),
        );
      if (random.chance(0.7))
        step['outcomes'] = Object.fromEntries(
          random.some(['denied', 'a: b', 'no', '1e3'], 2).map((outcome) => [outcome, to()]),
        );
      break;
    case 'escalation':
      Object.assign(step, {
        queue: text(random),
        triggers: [{ when: expression(random, names), category: 'sentiment' }],
        handoff: text(random),
      });
      break;
    default:
      step['outcome'] = text(random);
  }
  if (random.chance(0.1))
    step['x-note'] = random.pick<Plain>([null, 1, 'x', [], {}, [1, [2, [3]]], { a: { b: null } }]);
  return step;
}

function column(random: SeededRandom, names: Names): string {
  return random.chance(0.7) && names.factNames.length > 0
    ? random.pick(names.factNames)
    : expression(random, names);
}

function cell(random: SeededRandom, names: Names): Plain {
  const name = names.factNames.length > 0 ? random.pick(names.factNames) : 'zip';
  return random.pick<Plain>([
    '-',
    '',
    null,
    true,
    7,
    'yes',
    ['yes', 'no'],
    [name, '> 3', null],
    `> ${name}`,
    '!= parameters.limit && < parameters.floor',
    `visits("${random.pick(names.stepIds)}")`,
    `>= 2 && <= size(${name})`,
    '"order.id, or zip"',
    'a: b',
  ]);
}

export function branch(random: SeededRandom, names: Names): PlainMap {
  const made: PlainMap = { when: expression(random, names) };
  if (random.chance(0.6)) made['label'] = text(random);
  if (random.chance(0.9)) made['next'] = random.pick(names.stepIds);
  return made;
}

function wording(random: SeededRandom): Plain {
  return random.chance(0.7) ? text(random) : { en: text(random), 'de-AT': text(random), no: text(random) };
}

function guardrail(random: SeededRandom, names: Names): PlainMap {
  const made: PlainMap = {};
  if (random.chance(0.5)) made['title'] = text(random);
  if (random.chance(0.5)) made['disclose'] = wording(random);
  if (random.chance(0.5)) made['require'] = expression(random, names);
  if (random.chance(0.6)) made['before'] = random.some([...names.stepIds, ...names.actionNames], 3);
  if (random.chance(0.5)) made['appliesTo'] = random.chance(0.4) ? 'all' : random.some(names.stepIds, 2);
  return made;
}
