import { expect, test } from 'vitest';
import { nearView } from './near-view.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';

const node = (id: string, x: number): FlowNode => ({
  id,
  type: 'start',
  position: { x, y: 0 },
  data: {},
  width: 100,
  height: 40,
});
const link = (id: string, source: string, target: string, points: { x: number; y: number }[]): FlowEdge => ({
  id,
  type: 'link',
  source,
  target,
  data: {
    connection: { key: id, link: { from: 'a', slot: 'next' }, source, port: 'next', target, label: '' },
    points,
    light: undefined,
  },
});
const picture = {
  nodes: [node('a', 0), node('b', 1000), node('c', 5000), node('d', 9000)],
  edges: [
    link('through', 'a', 'd', [
      { x: 100, y: 20 },
      { x: 9000, y: 20 },
    ]),
    link('away', 'c', 'd', [
      { x: 5100, y: 20 },
      { x: 9000, y: 20 },
    ]),
  ],
};
const seen = { x: 900, y: -100, width: 400, height: 200 };

test('what is in sight is built; the ends of a link that passes through are known only', () => {
  const near = nearView(picture, { seen, far: false }, new Set());
  expect(near.nodes.map(({ id, hidden }) => [id, hidden === true])).toEqual([
    ['a', true],
    ['b', false],
    ['d', true],
  ]);
  expect(near.edges.map(({ id }) => id)).toEqual(['through']);
  expect(nearView(picture, { seen, far: false }, new Set()).nodes[0]).toBe(near.nodes[0]);
});

test('what is worked on is built wherever it is, and alone from far away', () => {
  const worked = new Set(['c']);
  expect(nearView(picture, { seen, far: false }, worked).nodes.map(({ id }) => id)).toContain('c');
  const far = nearView(picture, { seen: undefined, far: true }, worked);
  expect(far.nodes.map(({ id }) => id)).toEqual(['c']);
  expect(far.edges).toEqual([]);
});

test('of a small picture everything is built', () => {
  expect(nearView(picture, { seen: undefined, far: false }, new Set())).toBe(picture);
});
