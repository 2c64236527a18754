import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../document/parse.ts';
import { definitionOf, planRenameSymbol, symbolAt } from './symbol.ts';
import { applyEdits } from '../../document/text-edit.ts';

const text = `sop: 1
id: t
title: T
facts:
  order.total: { type: number, source: orders.get }
  order: { type: string }
parameters:
  limit: { type: number, value: 5 }
actions:
  refund: { input: { amount: number }, effect: write }
start: ask
steps:
  ask: # the first
    kind: question
    ask: "Total {{order.total}}?"
    collects: [order.total]
    next: decide
  decide:
    kind: decision
    branches:
      - { when: order.total > parameters.limit && visits("ask") < 2, next: "ask" }
    otherwise: pay
  pay: { kind: action, call: refund, with: { amount: order.total }, next: done }
  done: { kind: end, outcome: done }
guardrails:
  polite: { tone: Kind words., appliesTo: [ask] }
`;
const document = parseDocument(text);
const symbolBehind = (before: string, skip = 0) =>
  symbolAt(document, text.indexOf(before) + before.length + skip);
const words = (before: string, skip = 0) =>
  symbolBehind(before, skip)?.places.map(({ from, to }) => text.slice(from, to).replaceAll('"', ''));

describe('the symbol under the cursor', () => {
  it('is a step where its id is, with every mention', () => {
    expect(symbolBehind('start: ')).toMatchObject({ section: 'steps', name: 'ask' });
    expect(words('start: ')).toEqual(['ask', 'ask', 'ask', 'ask', 'ask']);
    expect(symbolBehind('visits("', 1)).toMatchObject({ section: 'steps', name: 'ask' });
    expect(symbolBehind('next: "')).toMatchObject({ section: 'steps', name: 'ask' });
  });

  it('is not a step where the same word is a key or a part of a text', () => {
    expect(symbolBehind('kind: question\n    ')).toBeUndefined();
    expect(symbolBehind('outcome: ')).toBeUndefined();
  });

  it('is a fact inside conditions, templates and lists', () => {
    expect(symbolBehind('{{')).toMatchObject({ section: 'facts', name: 'order.total' });
    expect(symbolBehind('when: ', 8)).toMatchObject({ section: 'facts', name: 'order.total' });
    expect(words('collects: [')).toHaveLength(5);
  });

  it('is a parameter behind its prefix', () => {
    expect(symbolBehind('parameters.', 2)).toMatchObject({ section: 'parameters', name: 'limit' });
  });

  it('is an action where it is called', () => {
    expect(symbolBehind('call: ')).toMatchObject({ section: 'actions', name: 'refund' });
  });

  it('leads to its declaration', () => {
    const symbol = symbolBehind('otherwise: ');
    const span = symbol && definitionOf(document, symbol);
    expect(span && text.slice(span.from, span.to + 16)).toBe('pay: { kind: action');
  });

  it('is nothing in a comment', () => expect(symbolBehind('# the ', 1)).toBeUndefined());

  it('covers the name without its quotes', () => {
    const symbol = symbolBehind('next: "', 1);
    expect(symbol && text.slice(symbol.span.from, symbol.span.to)).toBe('ask');
  });

  it('is renamed everywhere, comments and quotes kept', () => {
    const symbol = symbolBehind('start: ');
    const plan = symbol && planRenameSymbol(document, symbol, 'begin');
    if (!plan?.ok) throw new Error('refused');
    const renamed = applyEdits(text, plan.edits);
    expect(renamed).toContain('  begin: # the first');
    expect(renamed).toContain('visits("begin")');
    expect(renamed).toContain('next: "begin"');
    expect(renamed).toContain('    ask: "Total');
    expect(plan.renamed).toEqual([{ from: 'step:ask', to: 'step:begin' }]);
  });
});
