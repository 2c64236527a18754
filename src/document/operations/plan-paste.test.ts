import { describe, expect, test } from 'vitest';
import { parseDocument } from '../parse.ts';
import { readSource } from '../source/read-source.ts';
import { applyEdits } from '../text-edit.ts';
import { clipOf } from './clip.ts';
import { planPaste } from './plan-paste.ts';

const returns = `sop: 1
id: returns
title: Returns
start: ask
facts:
  order.total: { type: number, unit: USD } # from the shop
  customer.known: { type: boolean }
  unused: { type: string }
derived:
  large: { type: boolean, is: order.total > parameters.limit }
parameters:
  limit: { type: number, value: 50 }
actions:
  orders.return: { input: { total: number }, effect: write }
steps:
  # who is it?
  ask:
    kind: question
    ask: "Which order?" # politely
    collects: [customer.known]
    includes: [timing]
    next: check

  check:
    kind: decision
    branches:
      # rare
      - { when: 'large && visits("ask") > 1', label: Large, next: done }
    otherwise: pay
  pay: { kind: action, call: orders.return, with: { total: order.total }, next: done }
  done: { kind: end, outcome: ok }
guardrails:
  timing:
    disclose: It takes {{order.total}} days.
    before: [orders.return]
  calm: { tone: Be calm., appliesTo: [ask, done] }
`;
const other = `sop: 1
id: other
title: Other
start: hello
facts:
  order.total: { type: number }
steps:
    hello: { kind: message, say: Hello, next: ask }
    ask: { kind: end, outcome: asked }
`;

function pasted(into: string, text: string): string {
  const document = { source: readSource(into) };
  const { plan } = planPaste(document, text);
  return plan.ok ? applyEdits(into, plan.edits) : `refused: ${plan.reason}`;
}

const clip = (keys: readonly string[]): string => clipOf({ source: readSource(returns) }, keys);

describe('a clip', () => {
  test('has the steps as they are written and all that they use, and nothing else', () => {
    expect(clip(['step:check', 'step:ask'])).toBe(
      `facts:
  order.total: { type: number, unit: USD } # from the shop
  customer.known: { type: boolean }
derived:
  large: { type: boolean, is: order.total > parameters.limit }
parameters:
  limit: { type: number, value: 50 }
actions:
  orders.return: { input: { total: number }, effect: write }
steps:
  # who is it?
  ask:
    kind: question
    ask: "Which order?" # politely
    collects: [customer.known]
    includes: [timing]
    next: check
  check:
    kind: decision
    branches:
      # rare
      - { when: 'large && visits("ask") > 1', label: Large, next: done }
    otherwise: pay
guardrails:
  timing:
    disclose: It takes {{order.total}} days.
    before: [orders.return]
`.replace(/customer.known: \{ type: boolean \}\n/, (line) => line),
    );
  });

  test('of nothing is empty', () => {
    expect(clip(['step:nowhere'])).toBe('');
  });
});

describe('pasting', () => {
  test('into another procedure brings what is missing, frees ids, follows links and drops those that lead nowhere', () => {
    const text = pasted(other, clip(['step:ask', 'step:check']));
    expect(text).toContain('facts:\n  order.total: { type: number }\n  customer.known: { type: boolean }\n');
    expect(text).toContain('    # who is it?\n    ask-2:\n');
    expect(text).toContain('"Which order?" # politely');
    expect(text).toContain(`{ when: 'large && visits("ask-2") > 1', label: Large }`);
    expect(text).toContain('hello: { kind: message, say: Hello, next: ask }\n');
    const { procedure, diagnostics } = parseDocument(text);
    expect(procedure.steps.get('ask-2')).toMatchObject({ kind: 'question', next: 'check' });
    expect(procedure.steps.get('check')).toMatchObject({ otherwise: undefined });
    expect(procedure.parameters.get('limit')?.value).toBe(50);
    expect(procedure.guardrails.get('timing')?.before).toEqual(['orders.return']);
    expect(diagnostics.filter(({ code }) => code.startsWith('unknown'))).toEqual([]);
  });

  test('into the same procedure makes copies whose links outside stay, and no second guardrail or fact', () => {
    const text = pasted(returns, clip(['step:ask', 'step:check']));
    const { procedure } = parseDocument(text);
    expect([...procedure.steps.keys()]).toEqual(['ask', 'check', 'pay', 'done', 'ask-2', 'check-2']);
    expect(procedure.steps.get('ask-2')).toMatchObject({ next: 'check-2', includes: ['timing'] });
    expect(procedure.steps.get('check-2')).toMatchObject({ otherwise: 'pay' });
    expect([...procedure.guardrails.keys()]).toEqual(['timing', 'calm']);
    expect(text.startsWith(returns.slice(0, returns.indexOf('guardrails:')))).toBe(true);
  });

  test('a guardrail that was picked itself is copied, and its ties follow', () => {
    const { procedure } = parseDocument(pasted(returns, clip(['guardrail:calm', 'step:ask'])));
    expect(procedure.guardrails.get('calm-2')?.appliesTo).toEqual(['ask-2', 'done']);
  });

  test('tells which copy each element became', () => {
    const { copies } = planPaste({ source: readSource(other) }, clip(['step:ask', 'step:done']));
    expect([...copies]).toEqual([
      ['step:ask', 'step:ask-2'],
      ['step:done', 'step:done'],
      ['guardrail:timing', 'guardrail:timing'],
    ]);
  });

  test.each([
    ['steps under their key', 'steps:\n  bye: { kind: end, outcome: bye }\n'],
    ['steps alone', 'bye:\n  kind: end\n  outcome: bye\n'],
    ['steps cut out of a text', 'bye:\n    kind: end\n    outcome: bye\n  later: { kind: end, outcome: x }'],
    ['indented steps', '    bye:\n      kind: end\n      outcome: bye\n'],
    ['a whole procedure', 'sop: 1\nid: x\nstart: bye\nsteps: { bye: { kind: end, outcome: bye } }\n'],
  ])('takes %s', (_, text) => {
    expect(parseDocument(pasted(other, text)).procedure.steps.get('bye')).toMatchObject({ outcome: 'bye' });
  });

  test('takes the fields of one step', () => {
    expect(
      parseDocument(pasted(other, 'kind: end\noutcome: bye\n')).procedure.steps.get('end'),
    ).toMatchObject({
      outcome: 'bye',
    });
  });

  test('into an empty procedure sets the start', () => {
    const { procedure } = parseDocument(pasted('sop: 1\nid: x\ntitle: X\n', clip(['step:ask'])));
    expect(procedure.start).toBe('ask');
    expect(procedure.facts.has('customer.known')).toBe(true);
  });

  test.each(['', 'Dear customer,\nthank you.', '- a\n- b\n', 'a: 1\nb: 2\n'])(
    'refuses %j in plain words',
    (text) => {
      expect(pasted(other, text)).toBe(
        'refused: There are no steps to paste: the clipboard holds no YAML with steps in it.',
      );
    },
  );

  test('refuses steps that cannot be read', () => {
    expect(pasted(other, 'steps:\n  a: { kind: end, outcome: "x }\n  b: { kind: end }\n')).toMatch(
      /^refused: /,
    );
  });

  test('keeps line ends and every byte that was there', () => {
    const windows = other.replaceAll('\n', '\r\n');
    const text = pasted(windows, clip(['step:ask']));
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    for (const line of windows.split('\r\n')) expect(text).toContain(line);
  });
});
