import { describe, expect, it } from 'vitest';
import type { SopDocument } from '../document.ts';
import { parseDocument } from '../parse.ts';
import { completeExample } from '../rules/example.ts';
import { applyEdits } from '../text-edit.ts';
import { calledExample, callExample } from './called-example.ts';
import { callRules, checkCalls } from './check-calls.ts';

const called = parseDocument(calledExample);
const broken = parseDocument(calledExample.replace('otherwise: not-identified', 'otherwise: nowhere'));
const documents = new Map([
  ['identity-check', called],
  ['half-finished', broken],
]);
const lookup = (id: string) => documents.get(id);
const known = [...documents.keys()];

const check = (text: string) => checkCalls(parseDocument(completeExample(text)), lookup, known);

describe('the rules about steps that run procedures', () => {
  it('have examples on procedures without an error of their own', () => {
    expect(called.diagnostics).toEqual([]);
    expect(
      parseDocument(completeExample(callExample)).diagnostics.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it.each(callRules.map((rule) => [rule.code, rule] as const))(
    'report %s for its invalid example and not for its valid one',
    (code, rule) => {
      expect(check(rule.valid)).toEqual([]);
      const found = check(rule.invalid);
      expect(found.map((each) => each.code)).toContain(code);
      expect(found.find((each) => each.code === code)?.severity).toBe(rule.severity);
    },
  );
});

describe('a misspelt name', () => {
  it.each([
    ['procedure: identity-check', 'procedure: identity-chek', 'identity-chek'],
    ['customer.email: request', 'customer.emial: request', 'customer.emial'],
    ['isKnown: customer.known', 'isKnown: customer.knwon', 'customer.knwon'],
    ['not-identified: stranger', 'not-identifed: stranger', 'not-identifed'],
  ])('is reported where it stands, with a fix: %s', (right, wrong, where) => {
    const document = parseDocument(completeExample(callExample.replace(right, wrong)));
    const [found] = checkCalls(document, lookup, known);
    expect(found && document.text.slice(found.span.from, found.span.to)).toBe(where);
    const fixed = applyEdits(document.text, found?.fixes[0]?.edits ?? []);
    expect(fixed).toBe(completeExample(callExample));
  });

  it('is reported without procedures to choose from, too', () => {
    expect(
      checkCalls(parseDocument(completeExample(callExample)), () => undefined).map(({ code }) => code),
    ).toEqual(['unknown-procedure']);
  });
});

describe('procedures that run one another', () => {
  const step = (id: string, other: string) =>
    parseDocument(
      `sop: 1\nid: ${id}\nstart: run\nsteps:\n  run: { kind: procedure, procedure: ${other}, next: done }\n  done: { kind: end, outcome: done }\n`,
    );

  it('in a circle are told with the way', () => {
    const circle = new Map(
      ['a b', 'b c', 'c b'].map((pair) => [pair[0] ?? '', step(pair[0] ?? '', pair[2] ?? '')]),
    );
    const [found] = checkCalls(step('a', 'b'), (id) => circle.get(id));
    expect(found?.message).toBe(
      'Procedures run one another in a circle: `a`, which runs `b`, which runs `c`, which runs `b`.',
    );
  });

  it('may go ten deep, and no deeper', () => {
    const chain = (length: number) =>
      new Map<string, SopDocument>(
        Array.from(
          { length },
          (_, at) =>
            [
              `p${at}`,
              at + 1 < length
                ? step(`p${at}`, `p${at + 1}`)
                : parseDocument(calledExample.replace('identity-check', `p${at}`)),
            ] as const,
        ),
      );
    const ten = chain(10);
    expect(checkCalls(step('top', 'p0'), (id) => ten.get(id))).toEqual([]);
    const eleven = chain(11);
    expect(checkCalls(step('top', 'p0'), (id) => eleven.get(id)).map(({ code }) => code)).toEqual([
      'procedure-circle',
    ]);
  });
});
