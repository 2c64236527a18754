import { describe, expect, it } from 'vitest';
import { completeExpression, type Completion } from './complete.ts';
import { createEnvironment } from './environment.ts';

const environment = createEnvironment(
  [
    {
      name: 'order.status',
      role: 'fact',
      type: { kind: 'string', enum: ['pending', 'delivered', "won't ship"] },
    },
    {
      name: 'order.items',
      role: 'fact',
      type: {
        kind: 'list',
        items: {
          kind: 'object',
          fields: new Map([
            ['id', { kind: 'string' }],
            ['price', { kind: 'number' }],
            ['zip-code', { kind: 'string' }],
          ] as const),
        },
      },
    },
    { name: 'refund', role: 'derived', type: { kind: 'number' }, unit: 'USD', is: '1' },
    { name: 'parameters.limit', role: 'parameter', type: { kind: 'number', unit: 'USD' } },
    { name: 'contact.at', role: 'context', type: { kind: 'timestamp' } },
  ],
  ['ask-email', 'deny'],
);

/** The caret is `|`. */
function complete(marked: string): readonly Completion[] {
  const offset = marked.indexOf('|');
  return completeExpression(marked.replace('|', ''), offset, environment);
}

function labels(marked: string): readonly string[] {
  return complete(marked).map(({ label }) => label);
}

/** The source once the completion of that label was taken. */
function taken(marked: string, label: string): string | undefined {
  const chosen = complete(marked).find((completion) => completion.label === label);
  const source = marked.replace('|', '');
  return chosen && source.slice(0, chosen.from) + chosen.insert + source.slice(chosen.to);
}

describe('completing a condition', () => {
  it('offers names by any of their parts, those that begin as written first', () => {
    expect(labels('or|').slice(0, 2)).toEqual(['order.status', 'order.items']);
    expect(labels('sta|')).toContain('order.status');
    expect(taken('refund > lim|', 'parameters.limit')).toBe('refund > parameters.limit');
    expect(taken('order.st| == "x"', 'order.status')).toBe('order.status == "x"');
  });

  it('offers the values of an enum, quoted, before any quote is typed', () => {
    expect(labels('order.status == |').slice(0, 3)).toEqual(['pending', 'delivered', "won't ship"]);
    expect(taken('order.status == del|', 'delivered')).toBe('order.status == "delivered"');
    expect(taken('order.status in ["pending", |]', "won't ship")).toBe(
      'order.status in ["pending", "won\'t ship"]',
    );
    expect(labels('refund == |')).not.toContain('pending');
  });

  it('offers the values of an enum inside quotes, after == and within a list', () => {
    expect(labels('order.status == "|')).toEqual(['pending', 'delivered', "won't ship"]);
    expect(taken('order.status != "deli|"', 'delivered')).toBe('order.status != "delivered"');
    expect(taken("order.status in ['pending', 'w|", "won't ship")).toBe(
      "order.status in ['pending', 'won\\'t ship'",
    );
    expect(labels('refund > 1 && order.status == "pe|')).toEqual(['pending']);
  });

  it('offers the fields of a list item, quoting those that are no plain names', () => {
    expect(labels('order.items.exists(i, i.|').slice(0, 3)).toEqual(['id', 'price', 'zip-code']);
    expect(taken('order.items.exists(i, i.pr|)', 'price')).toBe('order.items.exists(i, i.price)');
    expect(taken('order.items[0].z|', 'zip-code')).toBe('order.items[0].`zip-code`');
  });

  it('offers what a list and a text can do, and the variable of a macro', () => {
    expect(labels('order.items.|')).toContain('exists(i, …)');
    expect(labels('order.items.|')).not.toContain('startsWith');
    expect(labels('order.status.st|')).toEqual(['startsWith']);
    expect(labels('order.items.filter(item, it|')).toContain('item');
  });

  it('offers step ids to visits', () => {
    expect(taken('visits("as|") > 1', 'ask-email')).toBe('visits("ask-email") > 1');
  });
});
