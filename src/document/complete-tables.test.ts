import { describe, expect, it } from 'vitest';
import { applyEdits } from './text-edit.ts';
import { completeAt } from './complete.ts';
import { parseDocument } from './parse.ts';

const head = `sop: 1
id: example
scope: { intents: [refund, return], channels: [chat] }
facts:
  order.status: { type: string, enum: [open, sent, on hold] }
  customer.vip: { type: boolean }
  paid: { type: number }
parameters:
  limit: { type: number, value: 5 }
start: table
steps:
  done: { kind: end, outcome: done }
`;
const table =
  '  table:\n    kind: decision\n    columns: [order.status, paid, customer.vip]\n    branches:\n';

/** Completions where `¦` stands. */
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
  return applyEdits(document.text, [completion]).split('\n')[line - 1];
}

describe('completion in decision tables', () => {
  it('offers the values of the column, and anything', () => {
    const row = '      - { when: [¦, "-", "-"], next: done }\n';
    expect(labels(table + row).slice(0, 4)).toEqual(['open', 'sent', 'on hold', '-']);
    expect(taken(`${table}      - { when: [s¦, "-", "-"], next: done }\n`, 'sent')).toBe(
      '      - { when: [sent, "-", "-"], next: done }',
    );
  });

  it('offers true and false for a boolean column, and in block lists too', () => {
    const row = '      - when:\n          - open\n          - "-"\n          - t¦\n        next: done\n';
    expect(labels(table + row)[0]).toBe('true');
  });

  it('offers what the column can be compared with behind an operator', () => {
    const row = '      - { when: [open, "> lim¦", "-"], next: done }\n';
    expect(taken(table + row, 'parameters.limit')).toBe(
      '      - { when: [open, "> parameters.limit", "-"], next: done }',
    );
    expect(taken(`${table}      - { when: ["!= ¦", "-", "-"], next: done }\n`, 'on hold')).toBe(
      `      - { when: ["!= 'on hold'", "-", "-"], next: done }`,
    );
  });

  it('offers names for columns', () => {
    expect(labels('  table:\n    kind: decision\n    columns: [order.st¦]\n')).toContain('order.status');
  });
});

describe('completion of values that are compared', () => {
  const when = (condition: string): string =>
    `  table:\n    kind: decision\n    branches:\n      - when: ${condition}\n        next: done\n`;

  it('offers allowed values before a quote is typed, quoted as YAML needs it', () => {
    expect(taken(when('order.status == ¦'), 'on hold')).toBe('      - when: order.status == "on hold"');
    expect(taken(when('"order.status == ¦"'), 'on hold')).toBe(`      - when: "order.status == 'on hold'"`);
    expect(taken(when("'order.status == ¦'"), 'on hold')).toBe(`      - when: 'order.status == "on hold"'`);
  });

  it('offers the intents and channels in scope', () => {
    expect(labels(when('contact.intent == ¦')).slice(0, 2)).toEqual(['refund', 'return']);
    expect(labels(when('contact.channel in ["¦"]'))).toEqual(['chat']);
  });
});

describe('completion in steps that run another procedure', () => {
  it('offers steps behind outcomes, and facts for what comes back', () => {
    const step = '  table:\n    kind: procedure\n    procedure: other\n';
    expect(labels(`${step}    outcomes:\n      gone: do¦\n`)).toContain('done');
    expect(labels(`${step}    returns:\n      pa¦\n`)).toContain('paid');
    expect(labels(`${step}    with:\n      theirs: pa¦\n`)).toContain('paid');
  });
});
