import { describe, expect, it } from 'vitest';
import type { Contact } from '../contact.ts';
import { applyMap } from './apply-map.ts';
import { parseMap, type ContactMap } from './parse-map.ts';

function mapOf(text: string): ContactMap {
  const parsed = parseMap(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.map;
}

function problemsOf(text: string): readonly string[] {
  const parsed = parseMap(text);
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line}: ${message}`);
}

function contactsOf(map: string, row: unknown): readonly Contact[] {
  return applyMap(mapOf(map), { value: row, line: 1 }, 1).contacts.flatMap(({ contact }) => contact ?? []);
}

const conversations = `
map: 1
expectations: labels
each: { in: data.requests, as: request }
lookups:
  order: { in: data.orders, where: { id: request.order } }
  owner: { in: data.people, where: { name: order.owner } }
contact: { id: id, intent: request.kind, locale: { value: en } }
facts:
  order.status: order.status
  owner.age: owner.age
  first: data.orders[0]["zip code"]
turns:
  - { say: { value: "Yes." }, facts: { confirmed: { value: true } } }
expect: { outcome: labels.outcome }
`;

const row = {
  id: 'r1',
  data: {
    requests: [
      { kind: 'cancel', order: 2 },
      { kind: 'return', order: 9 },
    ],
    orders: [
      { id: 1, status: 'open', 'zip code': '10001' },
      { id: 2, status: 'sent', owner: 'ann' },
    ],
    people: { a: { name: 'ann', age: 40 } },
  },
  labels: { outcome: 'denied' },
};

describe('a map', () => {
  it('makes one contact of each element, with what is looked up for it', () => {
    const [one, other] = contactsOf(conversations, row);
    expect(one).toMatchObject({
      id: 'r1#1',
      intent: 'cancel',
      locale: 'en',
      facts: { 'order.status': 'sent', 'owner.age': 40, first: '10001' },
      turns: [{ text: 'Yes.', facts: { confirmed: true } }],
      expect: { outcome: 'denied' },
    });
    expect(other).toMatchObject({ id: 'r1#2', intent: 'return', facts: { first: '10001' } });
    expect(Object.keys(other?.facts ?? {})).toEqual(['first']);
  });

  it('makes the same contact of a row without labels, but for what is expected', () => {
    const { labels: _, ...unlabelled } = row;
    const strip = (contacts: readonly Contact[]): readonly object[] =>
      contacts.map((contact) => ({ ...contact, expect: undefined }));
    expect(strip(contactsOf(conversations, unlabelled))).toEqual(strip(contactsOf(conversations, row)));
  });

  it('makes turns of a list of messages', () => {
    const map = `
map: 1
turns: { in: messages, where: { role: { value: customer } }, say: turn.text, facts: { sentiment: turn.mood } }
`;
    const messages = [
      { role: 'customer', text: 'Hi', mood: 0.5 },
      { role: 'agent', text: 'Hello' },
      { role: 'customer', text: 'Bye' },
    ];
    expect(contactsOf(map, { messages })[0]?.turns).toEqual([
      { text: 'Hi', facts: { sentiment: 0.5 } },
      { text: 'Bye', facts: {} },
    ]);
  });

  it('may not read labels for facts, by whatever way', () => {
    expect(problemsOf('map: 1\nfacts: { a: expected.outcome }')).toEqual([
      '2: facts.a: "expected.outcome" reads the expectations under "expected"; only expect may do that.',
    ]);
    expect(problemsOf('map: 1\nexpectations: data.labels\nfacts: { a: data.labels.x }')).toHaveLength(1);
    expect(problemsOf('map: 1\nfacts: { a: truth.x }\nexpect: { outcome: truth }')).toHaveLength(1);
    expect(problemsOf('map: 1\nfacts: { a: row.expected }')).toHaveLength(1);
    expect(
      problemsOf(
        'map: 1\neach: { in: list, as: one }\nfacts: { a: one.gold }\nexpect: { outcome: one.gold }',
      ),
    ).toHaveLength(1);
    expect(
      problemsOf('map: 1\neach: list\nfacts: { a: list[0].gold }\nexpect: { outcome: item.gold }'),
    ).toHaveLength(1);
    expect(problemsOf('map: 1\nlookups: { x: { in: expected.list, where: { a: id } } }')).not.toEqual([]);
    expect(problemsOf('map: 1\nturns: { in: expected, say: turn.text }')).not.toEqual([]);
    expect(problemsOf('map: 1\nresults: { get: { facts: { a: expected.x } } }')).toHaveLength(1);
    expect(problemsOf('map: 1\ncontact: { intent: expected.intent }')).toHaveLength(1);
  });

  it('cannot get at labels even through a row that hides them in a list', () => {
    const map = 'map: 1\neach: { in: list, as: one }\nfacts: { all: one }\nexpect: { outcome: row.gold }';
    expect(contactsOf(map, { list: [{ a: 1 }], gold: 'x' })[0]?.facts).toEqual({ all: { a: 1 } });
    const nested = mapOf(
      'map: 1\nexpectations: data.gold\nfacts: { a: data }\nexpect: { outcome: data.gold }',
    );
    const { contact } =
      applyMap(nested, { value: { data: { plain: 1, gold: 'x' } }, line: 1 }).contacts[0] ?? {};
    expect(contact).toMatchObject({ facts: { a: { plain: 1 } }, expect: { outcome: 'x' } });
  });

  it('reads the labels of the very element that a contact is made of', () => {
    const map = `
map: 1
each: { in: list, as: one }
lookups: { order: { in: orders, where: { id: one.order } } }
facts: { n: one.n, status: order.status, all: one }
expect: { outcome: one.gold, escalation: order.gold }
`;
    const [, second] = contactsOf(map, {
      list: [
        { n: 1, order: 7, gold: 'a' },
        { n: 2, order: 8, gold: 'b' },
      ],
      orders: [
        { id: 7, status: 'x', gold: 'p' },
        { id: 8, status: 'y', gold: 'q' },
      ],
    });
    expect(second?.facts).toEqual({ n: 2, status: 'y', all: { n: 2, order: 8 } });
    expect(second?.expect).toEqual({ outcome: 'b', escalation: 'q' });
  });

  it('says what is wrong with itself, with the line', () => {
    expect(problemsOf('map: 1\nfacts:\n  a: data[\n')).toEqual([
      '3: facts.a: "data[" is not a path. Constants are written { value: … }.',
    ]);
    expect(problemsOf('map: 2')[0]).toMatch(/^1: map: /);
    expect(problemsOf('map: 1\nfacts: { a: { path: x } }')[0]).toMatch(/^2: facts\.a: /);
    expect(problemsOf('map: 1\neach: { in: a, as: row }')).toEqual(['2: each: "row" already has a meaning.']);
    expect(problemsOf('map: [')[0]).toMatch(/Not YAML/);
  });

  it('says what is wrong with a row', () => {
    const map = mapOf('map: 1\neach: list');
    expect(applyMap(map, { value: { list: 3 }, line: 7 }, 1).problems).toMatchObject([
      {
        severity: 'error',
        line: 7,
        message: 'Row 1: what the map makes contacts of is a number, not a list.',
      },
    ]);
    expect(applyMap(map, { value: [], line: 1 }, 2).problems).toMatchObject([{ severity: 'error' }]);
    expect(applyMap(map, { value: {}, line: 1 }, 1)).toEqual({ contacts: [], problems: [] });
  });
});
