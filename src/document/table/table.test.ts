import { describe, expect, it } from 'vitest';
import { parseDocument } from '../parse.ts';
import { applyEdits } from '../text-edit.ts';
import type { DecisionStep } from '../model.ts';
import type { SopDocument } from '../document.ts';

const head = `sop: 1
id: refunds
facts:
  order.status: { type: string, enum: [pending, processed, delivered, pre-paid, in-transit, in progress] }
  refund: { type: number }
  customer.vip: { type: boolean }
  note: { type: string, nullable: true }
parameters:
  limit: { type: number, value: 50 }
start: check
steps:
  done: { kind: end, outcome: done }
`;

function table(columns: string, ...rows: readonly string[]): SopDocument {
  const branches = rows.map((row) => `      - { when: ${row}, next: done }\n`).join('');
  const text = `${head}  check:\n    kind: decision\n    columns: ${columns}\n    branches:\n${branches}    otherwise: done\n`;
  return parseDocument(text);
}

function decisionOf(document: SopDocument): DecisionStep {
  const step = document.procedure.steps.get('check');
  if (step?.kind !== 'decision') throw new Error('no decision');
  return step;
}

const problemsOf = (document: SopDocument) =>
  document.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => [code, document.text.slice(span.from, span.to)]);

describe('a row', () => {
  const columns = '[order.status, refund, customer.vip]';
  it.each([
    [
      '[delivered, "> 50 && <= parameters.limit", "-"]',
      'order.status == "delivered" && refund > 50 && refund <= parameters.limit',
    ],
    ['[[pending, processed], "-", true]', 'order.status in ["pending", "processed"] && customer.vip'],
    ['[null, 50, false]', 'refund == 50 && !customer.vip'],
    ['["-", "", "-"]', 'true'],
    ['["!= pre-paid", "< 5 || > 60", "-"]', 'order.status != "pre-paid" && (refund < 5 || refund > 60)'],
    ['["-", [5, "> 10"], "-"]', 'refund == 5 || refund > 10'],
    ['[in-transit, "-", "-"]', 'order.status == "in-transit"'],
    ['[[in-transit, in progress], "-", "-"]', 'order.status in ["in-transit", "in progress"]'],
    ['["!= in progress", "-", "-"]', 'order.status != "in progress"'],
    ['["in [in-transit, pending]", "-", "-"]', 'order.status in ["in-transit", "pending"]'],
    ['["in [pending, delivered]", "-", "-"]', 'order.status in ["pending", "delivered"]'],
    ['["-", parameters.limit + 1, "-"]', 'refund == parameters.limit + 1'],
    ['["-", "-", refund > 3]', 'customer.vip == (refund > 3)'],
    ['["-", "> 5 && customer.vip", "-"]', 'refund > 5 && customer.vip'],
    ['[\'"delivered"\', "-", "-"]', 'order.status == "delivered"'],
  ])('of %s means %s', (cells, condition) => {
    const document = table(columns, cells);
    expect(decisionOf(document).branches[0]?.when).toBe(condition);
    expect(problemsOf(document)).toEqual([]);
  });

  it('keeps its cells as they are written', () => {
    const [row] = decisionOf(table(columns, '[[pending, "a, b"], "> 5", ~]')).branches;
    expect(row?.cells).toEqual(['[pending, "a, b"]', '> 5', '']);
  });

  it('takes the column as a whole where it is more than a name', () => {
    const document = table('["refund > 3", "refund * 2", note]', '[true, "> 9", "== null"]');
    expect(decisionOf(document).branches[0]?.when).toBe('(refund > 3) && (refund * 2) > 9 && note == null');
    expect(problemsOf(document)).toEqual([]);
  });

  it('names what a contact is about as the scope does', () => {
    const scoped = (intents: string): SopDocument => {
      const { text } = table('[contact.intent]', '[give-back]');
      return parseDocument(text.replace('start:', `scope: { intents: ${intents} }\nstart:`));
    };
    const document = scoped('[refund, give-back]');
    expect(decisionOf(document).branches[0]?.when).toBe('contact.intent == "give-back"');
    expect(problemsOf(document)).toEqual([]);
    expect(decisionOf(scoped('[complaint]')).branches[0]?.when).toBe('contact.intent == "give-back"');
  });

  it('changes its meaning with the declarations alone', () => {
    const before = table('[order.status]', '[delivered]');
    const after = parseDocument(before.text.replace('delivered, pre-paid', 'pre-paid'), before);
    expect(problemsOf(after)).toEqual([['condition-not-in-enum', 'delivered']]);
    const back = parseDocument(before.text, after);
    expect(back.procedure).toEqual(before.procedure);
    expect(problemsOf(back)).toEqual([]);
  });

  it('keeps its identity where nothing about it changes', () => {
    const before = table('[order.status]', '[delivered]');
    const after = parseDocument(before.text.replace('outcome: done', 'outcome: over'), before);
    expect(decisionOf(after)).toBe(decisionOf(before));
  });
});

describe('what is wrong in a table', () => {
  it.each([
    ['[deliverd, "-", "-"]', 'condition-not-in-enum', 'deliverd'],
    ['[[pending, deliverd], "-", "-"]', 'condition-not-in-enum', 'deliverd'],
    ['["in [pending, deliverd]", "-", "-"]', 'condition-not-in-enum', 'deliverd'],
    ['["-", "> lmit", "-"]', 'condition-unknown-name', 'lmit'],
    ['["-", "> \'x\'", "-"]', 'condition-type-mismatch', `> 'x'`],
    ['["-", ">", "-"]', 'condition-syntax', '>'],
    ['["-", "> 5 && <", "-"]', 'condition-syntax', '<'],
    ['["-", "-", delivered]', 'condition-unknown-name', 'delivered'],
  ])('is told at the cell: %s', (cells, code, where) => {
    const found = problemsOf(table('[order.status, refund, customer.vip]', cells));
    expect(found).toHaveLength(1);
    expect(found[0]?.[0]).toBe(code);
    expect(found[0]?.[1]).toContain(where);
  });

  it('is told at the column once, whatever its cells', () => {
    const found = problemsOf(table('[order.statu, refund]', '[delivered, 5]', '[pending, 6]'));
    expect(found).toEqual([['condition-unknown-name', 'order.statu']]);
  });

  it('is a text without its quotes, with a fix', () => {
    const document = table('[note, refund]', '[gift card, "-"]');
    const found = document.diagnostics.filter(({ severity }) => severity === 'error');
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['condition-syntax', '"card" is not expected here. A text stands in quotes of its own: `\'"…"\'`.'],
    ]);
    const fixed = parseDocument(applyEdits(document.text, found[0]?.fixes[0]?.edits ?? []));
    expect(decisionOf(fixed).branches[0]?.when).toBe('note == "gift card"');
    expect(problemsOf(fixed)).toEqual([]);
    expect(problemsOf(table('[note]', '[gift]')).map(([code]) => code)).toEqual(['condition-unknown-name']);
  });

  it('has a fix for a misspelt value that leaves it a bare word', () => {
    const document = table('[order.status]', '[deliverd]');
    const found = document.diagnostics.find(({ code }) => code === 'condition-not-in-enum');
    const [edit] = found?.fixes[0]?.edits ?? [];
    expect(edit && document.text.slice(0, edit.from) + edit.insert + document.text.slice(edit.to)).toBe(
      document.text.replace('deliverd', 'delivered'),
    );
  });
});
