import fc from 'fast-check';
import type { ValueType } from '../condition/type.ts';
import { declaredEnvironment } from '../document/environment.ts';
import {
  triggerCategories,
  type DecisionStep,
  type Guardrail,
  type Procedure,
  type ProcedureStep,
  type Step,
} from '../document/model.ts';
import { parseDocument } from '../document/parse.ts';
import type { ProcedureLookup } from '../document/procedure-lookup.ts';
import { resolveTable } from '../document/table/resolve-table.ts';
import type { ActionResult, Contact } from '../engine/contact.ts';
import { printProcedure } from './print-procedure.ts';

const boolean: ValueType = { kind: 'boolean' };
const number: ValueType = { kind: 'number' };
const text: ValueType = { kind: 'string', enum: ['x', 'y', 'z'] };
const list: ValueType = { kind: 'list', items: number };

const factTypes: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['b.one', boolean],
  ['b.two', boolean],
  ['b.three', boolean],
  ['n.one', number],
  ['n.two', number],
  ['n.three', number],
  ['s.one', text],
  ['s.two', text],
  ['l.one', list],
]);

const derived: ReadonlyMap<
  string,
  { readonly type: ValueType; readonly is: string; readonly description: undefined }
> = new Map([
  ['total', { type: number, is: 'n.one + n.two', description: undefined }],
  ['ready', { type: boolean, is: 'b.one && total > parameters.low', description: undefined }],
  ['often', { type: boolean, is: 'visits("s1") > 1 || turns > 2', description: undefined }],
  ['ratio', { type: number, is: 'n.three / n.two', description: undefined }],
]);

const declared: Pick<Procedure, 'facts' | 'derived' | 'parameters'> = {
  facts: new Map(
    [...factTypes].map(([name, type]) => [name, { type, source: undefined, description: undefined }]),
  ),
  derived,
  parameters: new Map([['low', { type: number, value: 1, owner: undefined, description: undefined }]]),
};

const stepIds = Array.from({ length: 10 }, (_, index) => `s${index}`);
const actionNames = ['act.read', 'act.write'];

/** Conditions of every sort: three-valued logic, errors, derived names, visits, turns, the clock, macros. */
const conditionText: fc.Arbitrary<string> = fc.letrec<{ condition: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    fc.constantFrom('b.one', 'b.two', 'b.three', 'ready', 'often', 'true', 'has(n.one)', 'has(s.two)'),
    fc
      .tuple(
        fc.constantFrom('n.one', 'n.two', 'n.three', 'total', 'ratio', 'turns', 'size(l.one)'),
        fc.constantFrom('<', '<=', '>', '==', '!='),
        fc.integer({ min: -1, max: 4 }),
      )
      .map(([left, operator, right]) => `${left} ${operator} ${right}`),
    fc
      .tuple(fc.constantFrom('n.one', 'n.two'), fc.constantFrom('<', '>='))
      .map(([left, operator]) => `${left} ${operator} parameters.low`),
    fc
      .tuple(fc.constantFrom('s.one', 's.two'), fc.constantFrom('x', 'y', 'z'))
      .map(([left, right]) => `${left} == "${right}"`),
    fc.constantFrom(
      's.one in ["x", "y"]',
      's.one != s.two',
      'l.one.exists(i, i > n.one)',
      'l.one.all(i, i < 3)',
    ),
    fc
      .tuple(fc.constantFrom(...stepIds.slice(0, 4)), fc.integer({ min: 0, max: 3 }))
      .map(([step, times]) => `visits("${step}") > ${times}`),
    fc.constantFrom(
      'contact.channel == "chat"',
      'contact.at > timestamp("2026-01-01T00:00:00Z")',
      'contact.intent == "a"',
    ),
  ),
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: tie('atom') },
    { weight: 1, arbitrary: tie('condition').map((one) => `!(${one})`) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
        .map(([one, operator, other]) => `(${one} ${operator} ${other})`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('condition'), tie('condition'), tie('condition'))
        .map(([test, one, other]) => `(${test} ? ${one} : ${other})`),
    },
  ),
})).condition;

const sentences = fc.constantFrom(
  'Hello there.',
  'Great news!!',
  'Refunds take five days.',
  'I promise a refund.',
  'You have {{n.one}} and {{total}}.',
  'Status {{ s.one }}!',
  'Refunds take five days. And {{n.two}} more.',
);

const columnCells = new Map<string, readonly string[]>([
  ['b.one', ['true', 'false', '-']],
  ['ready', ['true', 'false', '']],
  ['n.one', ['-', '2', '> 1', '<= 3 && != 2', '[0, 3]', '[1, > 2]']],
  ['total', ['-', '>= 2', '[2, < 1]', '4']],
  ['s.one', ['x', '!= y', '[x, z]', '-']],
  ['s.two', ['y', '-', '[y, x]']],
]);

/** Tables of the forms that cells have; what each row comes to is worked out as it is for a text. */
function tableArbitrary(target: fc.Arbitrary<string>): fc.Arbitrary<DecisionStep> {
  return fc
    .subarray([...columnCells.keys()], { minLength: 1, maxLength: 3 })
    .chain((columns) =>
      fc.record({
        title: fc.constant(undefined),
        description: fc.constant(undefined),
        kind: fc.constant('decision' as const),
        columns: fc.constant(columns),
        hits: fc.constantFrom('first' as const, 'unique' as const),
        branches: fc.array(
          fc.record({
            when: fc.constant('true'),
            cells: fc.tuple(
              ...columns.map((column) => fc.constantFrom(...(columnCells.get(column) ?? ['-']))),
            ),
            label: fc.constant(undefined),
            next: fc.option(target, { nil: undefined, freq: 12 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        otherwise: fc.option(target, { nil: undefined, freq: 12 }),
      }),
    )
    .map((step) =>
      resolveTable(
        step,
        declaredEnvironment({ ...declared, scope: { intents: [], channels: [], locales: [] } }),
      ),
    );
}

function callArbitrary(called: readonly string[], target: fc.Arbitrary<string>): fc.Arbitrary<ProcedureStep> {
  const some = (
    ...pairs: readonly (readonly [string, readonly string[]])[]
  ): fc.Arbitrary<Map<string, string>> =>
    fc
      .subarray([...pairs])
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map(([key, values]) => fc.constantFrom(...values).map((value) => [key, value] as const)),
        ),
      )
      .map((entries) => new Map(entries));
  return fc.record({
    title: fc.constant(undefined),
    description: fc.constant(undefined),
    kind: fc.constant('procedure' as const),
    procedure: fc.constantFrom(...called),
    with: some(
      ['n.one', ['n.two', 'total', 'ratio', '2']],
      ['s.one', ['s.two', '"y"']],
      ['b.two', ['b.one', 'ready', 'often']],
      ['n.three', ['turns']],
    ),
    returns: some(
      ['n.two', ['n.one', 'total', 'ratio']],
      ['b.three', ['b.one', 'often']],
      ['s.two', ['s.one']],
    ),
    next: fc.option(target, { nil: undefined, freq: 8 }),
    outcomes: fc
      .subarray(['done', 's3', 's4', 's5'], { maxLength: 2 })
      .chain((outcomes) => fc.tuple(...outcomes.map((outcome) => target.map((to) => [outcome, to] as const))))
      .map((entries) => new Map(entries)),
  });
}

function stepArbitrary(ids: readonly string[], called: readonly string[]): fc.Arbitrary<Step> {
  const target = fc.constantFrom(...ids);
  const perhaps = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
    fc.option(arbitrary, { nil: undefined, freq: 12 });
  const rarely = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
    fc.option(arbitrary, { nil: undefined, freq: 1 });
  const base = { title: fc.constant(undefined), description: fc.constant(undefined) };
  const includes = fc.subarray(['g0', 'g1'], { maxLength: 1 });
  return fc.oneof(
    { weight: 2, arbitrary: tableArbitrary(target) },
    ...(called.length > 0 ? [{ weight: 4, arbitrary: callArbitrary(called, target) }] : []),
    {
      weight: 5,
      arbitrary: fc.record({
        ...base,
        kind: fc.constant('decision' as const),
        columns: fc.constant(undefined),
        hits: fc.constant('first' as const),
        branches: fc.array(
          fc.record({
            when: conditionText,
            cells: fc.constant(undefined),
            label: fc.constant(undefined),
            next: perhaps(target),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        otherwise: perhaps(target),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        ...base,
        kind: fc.constant('question' as const),
        ask: perhaps(sentences),
        includes,
        collects: fc.subarray([...factTypes.keys()], { minLength: 1, maxLength: 2 }),
        retries: rarely(fc.integer({ min: 0, max: 2 })),
        giveUp: rarely(target),
        next: perhaps(target),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        ...base,
        kind: fc.constant('message' as const),
        say: rarely(sentences),
        instruct: fc.constant(undefined),
        includes,
        next: perhaps(target),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        ...base,
        kind: fc.constant('action' as const),
        call: fc.constantFrom(...actionNames),
        with: fc
          .record({
            amount: fc.constantFrom('n.one', 'total', 'ratio', '2'),
            note: rarely(fc.constantFrom('s.one', '"x"')),
          })
          .map(
            ({ amount, note }) =>
              new Map(
                note === undefined
                  ? [['amount', amount]]
                  : [
                      ['amount', amount],
                      ['note', note],
                    ],
              ),
          ),
        next: perhaps(target),
        onError: rarely(target),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        ...base,
        kind: fc.constant('escalation' as const),
        queue: fc.constant('desk'),
        priority: fc.constant('normal' as const),
        triggers: fc.array(
          fc.record({ when: conditionText, category: fc.constantFrom(...triggerCategories) }),
          { maxLength: 2 },
        ),
        say: rarely(sentences),
        handoff: fc.constant(undefined),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        ...base,
        kind: fc.constant('end' as const),
        outcome: rarely(fc.constant('done')),
        say: rarely(sentences),
      }),
    },
  );
}

const noGuardrail: Guardrail = {
  title: undefined,
  description: undefined,
  owner: undefined,
  regulation: [],
  severity: 'block',
  before: [],
  appliesTo: 'all',
  disclose: undefined,
  confirm: undefined,
  require: undefined,
  alwaysSay: undefined,
  neverSay: [],
  tone: undefined,
  limits: undefined,
};

function guardrailArbitrary(ids: readonly string[]): fc.Arbitrary<Guardrail> {
  const common = fc.record({
    severity: fc.constantFrom('block' as const, 'warn' as const, 'warn' as const),
    before: fc.subarray([...ids.slice(0, 3), ...actionNames], { minLength: 1, maxLength: 2 }),
  });
  const disclosure = new Map([
    ['en', 'Refunds take five days.'],
    ['de', 'Erstattungen dauern {{n.two}} Tage.'],
  ]);
  const what: fc.Arbitrary<Partial<Guardrail>> = fc.oneof(
    fc.constantFrom(
      { disclose: 'Refunds take five days.' },
      { disclose: disclosure },
      { alwaysSay: 'Hello there.' },
    ),
    fc.constantFrom('b.two', 'b.two && has(s.one)').map((confirm) => ({ confirm })),
    conditionText.map((require) => ({ require })),
    fc.constantFrom(
      { neverSay: ['promise', 'great news'] },
      { limits: { readingGrade: undefined, exclamationMarks: 0, words: undefined } },
    ),
  );
  return fc.tuple(common, what).map(([one, other]) => ({ ...noGuardrail, ...one, ...other }));
}

function procedureCalled(id: string, called: readonly string[]): fc.Arbitrary<Procedure> {
  return fc.integer({ min: 4, max: called.length > 0 ? 8 : stepIds.length }).chain((size) => {
    const ids = stepIds.slice(0, size);
    return fc
      .record({
        steps: fc.array(stepArbitrary(ids, called), { minLength: size, maxLength: size }),
        guardrails: fc.array(guardrailArbitrary(ids), { minLength: 2, maxLength: 5 }),
        intents: fc.constantFrom([], ['a', 'b']),
      })
      .map(({ steps, guardrails, intents }): Procedure => ({
        id,
        title: id,
        description: undefined,
        owner: undefined,
        review: undefined,
        scope: { intents, channels: [], locales: ['en', 'de'] },
        ...declared,
        actions: new Map(
          actionNames.map((name) => [
            name,
            {
              input: new Map([
                ['amount', { type: number, optional: false }],
                ['note', { type: { kind: 'string' } as ValueType, optional: true }],
              ]),
              effect: name === 'act.read' ? ('read' as const) : ('write' as const),
              description: undefined,
            },
          ]),
        ),
        start: 's0',
        // What `visits` may name has to exist, whatever the size.
        steps: new Map([...ids.map((id, index) => [id, steps[index] as Step] as const), ...spareSteps(ids)]),
        guardrails: new Map(guardrails.map((guardrail, index) => [`g${index}`, guardrail])),
      }));
  });
}

/** Procedures with loops, dead ends, tables, triggers and guardrails of every kind. All of them compile. */
export const procedureArbitrary: fc.Arbitrary<Procedure> = procedureCalled('random', []);

export interface ProcedureSet {
  readonly procedure: Procedure;
  readonly lookup: ProcedureLookup;
}

/** Such procedures whose steps run others, two deep; what is run is read from a text. */
export const procedureSetArbitrary: fc.Arbitrary<ProcedureSet> = fc
  .tuple(
    procedureCalled('random', ['middle', 'inner']),
    procedureCalled('middle', ['inner']),
    procedureCalled('inner', []),
  )
  .map(([procedure, ...others]) => {
    const documents = new Map(others.map((each) => [each.id, parseDocument(printProcedure(sayable(each)))]));
    return { procedure, lookup: (id: string) => documents.get(id) };
  });

/** A text says it is wrong to include what has nothing to say. */
function sayable(procedure: Procedure): Procedure {
  const says = (id: string): boolean => procedure.guardrails.get(id)?.disclose !== undefined;
  const steps = [...procedure.steps].map(([id, step]): readonly [string, Step] => [
    id,
    'includes' in step ? { ...step, includes: step.includes.filter(says) } : step,
  ]);
  return { ...procedure, steps: new Map(steps) };
}

function spareSteps(ids: readonly string[]): readonly (readonly [string, Step])[] {
  const spare: Step = {
    kind: 'end',
    title: undefined,
    description: undefined,
    outcome: undefined,
    say: undefined,
  };
  return stepIds.filter((id) => !ids.includes(id)).map((id) => [id, spare]);
}

const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  boolean: fc.boolean(),
  number: fc.integer({ min: -1, max: 4 }),
  string: fc.constantFrom('x', 'y', 'z'),
  list: fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 3 }),
};

/** Some of the facts. */
function factsArbitrary(freq: number): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const entries = [...factTypes].map(([name, type]) =>
    fc
      .option(values[type.kind] as fc.Arbitrary<unknown>, { nil: undefined, freq })
      .map((value) => [name, value] as const),
  );
  return fc
    .tuple(...entries)
    .map((all) => Object.fromEntries(all.filter(([, value]) => value !== undefined)));
}

const resultArbitrary: fc.Arbitrary<ActionResult> = fc.oneof(
  { weight: 3, arbitrary: factsArbitrary(1).map((facts) => ({ ok: true as const, facts })) },
  { weight: 1, arbitrary: fc.constant({ ok: false as const, error: 'no answer' }) },
);

/** Contacts of those procedures, with facts missing. */
export const contactArbitrary: fc.Arbitrary<Contact> = fc.record({
  id: fc.constant('random'),
  intent: fc.constantFrom('a', 'b', 'c', undefined),
  channel: fc.constantFrom('chat', 'email', undefined),
  locale: fc.constantFrom('en', 'de', undefined),
  at: fc.constantFrom('2026-03-01T12:00:00Z', '2025-03-01T12:00:00Z', undefined),
  facts: factsArbitrary(2),
  turns: fc.array(fc.record({ text: fc.constant('…'), facts: factsArbitrary(1) }), { maxLength: 5 }),
  results: fc.record(
    {
      'act.read': fc.array(resultArbitrary, { maxLength: 3 }),
      'act.write': fc.array(resultArbitrary, { maxLength: 3 }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Contact['results']>,
  expect: fc.constant(undefined),
});
