import { describe, expect, it } from 'vitest';
import { applyEdits } from './text-edit.ts';
import { completeAt } from './complete.ts';
import { parseDocument } from './parse.ts';

const head = `sop: 1
id: example
scope: { locales: [en, de] }
facts:
  order.id: { type: string, source: orders.get }
  order.status: { type: string, enum: [open, sent] }
  order.items:
    type: list
    items: { id: string, price: number }
parameters:
  limit: { type: number, value: 5, unit: USD }
actions:
  orders.get: { input: { orderId: string, deep: { type: boolean, optional: true } } }
guardrails:
  timing: { disclose: A week., before: [orders.get] }
  calm: { tone: Plain. }
start: ask
steps:
  ask: { kind: question, ask: Which?, collects: [order.id], next: done }
  done: { kind: end, outcome: done }
`;

/** Completions where `|` stands. */
function at(text: string) {
  const whole = head + text;
  const offset = whole.indexOf('¦');
  const document = parseDocument(whole.replace('¦', ''));
  return { document, completions: completeAt(document, offset) };
}

function labels(text: string): readonly string[] {
  return at(text).completions.map(({ label }) => label);
}

/** The line of the cursor once the completion with this label was taken. */
function taken(text: string, label: string): string | undefined {
  const { document, completions } = at(text);
  const completion = completions.find((each) => each.label === label);
  if (!completion) return undefined;
  const line = document.position(completion.from).line;
  const edited = applyEdits(document.text, [completion]);
  return edited.split('\n')[line - 1];
}

describe('completion of keys', () => {
  it('offers the keys of a step by its kind, less those that stand there', () => {
    const found = labels('  more:\n    kind: action\n    ¦');
    expect(found).toContain('call');
    expect(found).toContain('onError');
    expect(found).not.toContain('kind');
    expect(found).not.toContain('ask');
  });
  it('does so while a key is half typed, and with CRLF', () => {
    expect(labels('  more:\n    kind: action\n    ca¦\n    next: done\n')).toContain('call');
    expect(labels('  more:\r\n    kind: action\r\n    ca¦\r\n    next: done\r\n')).toContain('call');
    expect(taken('  more:\n    kind: action\n    ca¦\n', 'call')).toBe('    call: ');
  });
  it('does so in braces', () => {
    expect(labels('  more: { kind: escalation, pri¦ }\n')).toContain('priority');
    expect(labels('  more: { kind: escalation, triggers: [{ when: a, ¦ }] }\n')).toEqual(['category']);
  });
  it('offers every key of a step whose kind is not told yet, its kind among them', () => {
    expect(labels('  more:\n    ¦\n')).toContain('kind');
  });
  it('offers the keys of a branch', () => {
    expect(labels('  more:\n    kind: decision\n    branches:\n      - ¦')).toEqual([
      'when',
      'label',
      'next',
    ]);
    expect(labels('  more:\n    kind: decision\n    branches:\n    - when: turns > 1\n      ¦')).toEqual([
      'label',
      'next',
    ]);
  });
  it('offers top-level keys at the margin', () => {
    expect(labels('¦')).toContain('review');
    expect(labels('¦')).not.toContain('steps');
  });
  it('offers the inputs of the called action, and locales in scope', () => {
    expect(labels('  more:\n    kind: action\n    call: orders.get\n    with: { ¦ }\n')).toEqual([
      'orderId',
      'deep',
    ]);
    expect(labels('  more:\n    kind: action\n    call: orders.get\n    with:\n      ¦\n')).toEqual([
      'orderId',
      'deep',
    ]);
    expect(labels('  more:\n    kind: message\n    say:\n      en: Hello\n      ¦\n')).toContain('de');
  });
  it('documents a key with the schema’s own words', () => {
    const key = at('  more:\n    kind: action\n    ¦').completions.find(({ label }) => label === 'onError');
    expect(key?.documentation).toMatch(/fails/);
  });
});

describe('completion of values', () => {
  it('offers steps for every link', () => {
    for (const text of [
      '  more:\n    kind: message\n    next: ¦',
      '  more:\n    kind: message\n    next: d¦\n',
      '  more: { kind: message, next: ¦ }\n',
      '  more: { kind: decision, otherwise: "¦" }\n',
      '  more: { kind: action, onError: ¦ }\n',
      '  more:\n    kind: decision\n    branches:\n      - { when: turns > 1, next: ¦ }\n',
      '  more:\n    kind: decision\n    branches:\n      - when: turns > 1\n        next: do¦\n',
    ]) {
      expect([text, labels(text)]).toEqual([text, expect.arrayContaining(['ask', 'done'])]);
    }
  });
  it('keeps quotes and closes none twice', () => {
    expect(taken('  more: { kind: decision, otherwise: "do¦" }\n', 'done')).toBe(
      '  more: { kind: decision, otherwise: "done" }',
    );
  });
  it('offers facts to collect, actions to call and guardrails to include', () => {
    expect(labels('  more: { kind: question, collects: [order.¦] }\n')).toContain('order.status');
    expect(labels('  more:\n    kind: question\n    collects:\n      - ¦\n')).toContain('order.id');
    expect(labels('  more:\n    kind: action\n    call: ¦\n')).toEqual(['orders.get']);
    expect(labels('  more: { kind: message, includes: [¦] }\n')).toEqual(['timing']);
  });
  it('offers the words that a value may be', () => {
    expect(labels('  more:\n    kind: ¦\n')).toEqual([
      'message',
      'question',
      'action',
      'decision',
      'procedure',
      'escalation',
      'end',
    ]);
    expect(labels('  more: { kind: escalation, priority: ¦ }\n')).toEqual([
      'low',
      'normal',
      'high',
      'urgent',
    ]);
    expect(labels('  more: { kind: escalation, triggers: [{ category: ¦ }] }\n')).toContain('safety');
  });
});

describe('completion of conditions', () => {
  it('offers names in plain, quoted and flow conditions and in inputs', () => {
    for (const text of [
      '  more:\n    kind: decision\n    branches:\n      - when: order.¦\n',
      '  more:\n    kind: decision\n    branches:\n      - when: "order.¦"\n',
      '  more:\n    kind: decision\n    branches:\n      - { when: order.¦, next: done }\n',
      '  more:\n    kind: decision\n    branches:\n      - when: >-\n          turns > 1 &&\n          order.¦\n',
      '  more:\n    kind: action\n    call: orders.get\n    with: { orderId: order.¦ }\n',
      '  more: { kind: message, say: "Order {{order.¦}} is here" }\n',
      '  more:\n    kind: message\n    say: Order {{order.¦\n',
    ]) {
      expect([text, labels(text)]).toEqual([text, expect.arrayContaining(['order.id'])]);
    }
  });
  it('writes the name where the cursor is', () => {
    expect(
      taken(
        '  more:\n    kind: decision\n    branches:\n      - { when: turns > 1 && order.sta¦, next: done }\n',
        'order.status',
      ),
    ).toBe('      - { when: turns > 1 && order.status, next: done }');
    expect(taken('  more: { kind: message, say: "Order {{order.i¦}} is here" }\n', 'order.id')).toBe(
      '  more: { kind: message, say: "Order {{order.id}} is here" }',
    );
  });
  it('offers nothing in the middle of a text, or of a comment', () => {
    expect(labels('  more: { kind: message, say: "Order ¦ is here" }\n')).toEqual([]);
    expect(labels('  more: { kind: end } # or¦\n')).toEqual([]);
  });
});
