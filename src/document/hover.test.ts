import { describe, expect, it } from 'vitest';
import { hoverAt } from './hover.ts';
import { parseDocument } from './parse.ts';

const text = `sop: 1
id: example
facts:
  order.total: { type: number, unit: USD, source: orders.get, description: What was paid. }
actions:
  orders.get: { input: { id: string } }
start: check
steps:
  check:
    kind: decision
    branches:
      - { when: "order.total > 50", next: tell }
    otherwise: done
  table:
    kind: decision
    columns: [order.total]
    branches:
      - { when: ["> size(contact.channel) + order.total"], next: done }
      - { when: [["<= 5", 70]], next: done }
    otherwise: done
  tell: { kind: message, say: "It was {{order.total}}.", next: done }
  done: { kind: end, outcome: done }
`;
const document = parseDocument(text);

/** Hovers where the words stand, `into` characters behind their beginning. */
function over(words: string, into = 1) {
  const hover = hoverAt(document, text.indexOf(words) + into);
  return hover && { ...hover, text: text.slice(hover.span.from, hover.span.to) };
}

describe('hoverAt', () => {
  it('tells a cell of a table with its column, and a name in it', () => {
    expect(over('"<= 5"', 2)).toEqual({
      markdown: 'Order.total is at most 5 USD',
      span: expect.anything() as unknown,
      text: '"<= 5"',
    });
    expect(over('70')?.markdown).toBe('Order.total is 70 USD');
    const hover = over('+ order.total"', 4);
    expect(hover?.text).toBe('order.total');
    expect(hover?.markdown).toMatch(/^`order\.total`: number in USD, from orders\.get/);
  });
  it('documents a key by the schema', () => {
    expect(over('otherwise:')?.markdown).toMatch(/no branch holds/);
    expect(over('unit:')?.markdown).toMatch(/counts/);
  });
  it('tells a fact by its type, source and description', () => {
    expect(over('order.total:')?.markdown).toBe(
      '`order.total`: number in USD, from orders.get\n\nWhat was paid.',
    );
  });
  it('tells a name inside a condition, and the condition as a sentence', () => {
    const hover = over('order.total > 50');
    expect(hover?.text).toBe('order.total');
    expect(hover?.markdown).toMatch(/number in USD[\s\S]*more than 50/);
  });
  it('tells a name inside a template', () => {
    expect(over('{{order.total', 4)?.text).toBe('order.total');
  });
  it('tells the step that a link leads to', () => {
    expect(over('next: tell', 7)?.markdown).toBe('`tell`: message\n\nIt was {{order.total}}.');
  });
  it('is silent on white space and outside the text', () => {
    expect(hoverAt(document, text.length + 5)).toBeUndefined();
    expect(hoverAt(parseDocument(''), 0)).toBeUndefined();
  });
});
