import { describe, expect, test } from 'vitest';
import { overlaps, shapeOf, type Rect } from '../element-geometry.ts';
import type { LayoutGraph } from './layout-graph.ts';
import { freePlaceNear } from './place-near.ts';
import { plainLayout } from './plain-layout.ts';
import { settleOverlaps } from './settle-overlaps.ts';

const size = { width: 248, height: 72 };

describe('placing single nodes', () => {
  test('takes the wanted place when it is free', () => {
    expect(freePlaceNear({ x: 400, y: 0 }, size, [{ x: 0, y: 0, ...size }])).toEqual({ x: 400, y: 0 });
  });

  test('never lands on another node, however crowded it is', () => {
    const taken: Rect[] = [];
    for (let index = 0; index < 120; index += 1) {
      const at = freePlaceNear({ x: 0, y: 0 }, size, taken);
      expect(taken.some((rect) => overlaps(rect, { ...at, ...size }, 8))).toBe(false);
      taken.push({ ...at, ...size });
    }
  });

  test('a node that grew pushes down what it covers, and that what it covers', () => {
    const rects = new Map<string, Rect>([
      ['grown', { x: 0, y: 0, width: 248, height: 160 }],
      ['below', { x: 0, y: 104, ...size }],
      ['lowest', { x: 0, y: 208, ...size }],
      ['aside', { x: 400, y: 104, ...size }],
    ]);
    const moved = settleOverlaps(rects, ['grown']);
    expect([...moved.keys()]).toEqual(['below', 'lowest']);
    const settled = [...rects].map(([key, rect]) => Object.assign({}, rect, moved.get(key)));
    for (const [index, rect] of settled.entries()) {
      expect(settled.slice(index + 1).some((other) => overlaps(rect, other))).toBe(false);
    }
  });
});

describe('the plain layout', () => {
  test('lays out a chain of 1,000 steps with a link back, without overlaps', () => {
    const count = 1000;
    const graph: LayoutGraph = {
      nodes: Array.from({ length: count }, (_, index) => ({
        key: `s${index}`,
        lead: index === 0 ? 96 : 0,
        ...shapeOf('message', true, [], true),
      })),
      lane: [],
      links: Array.from({ length: count }, (_, index) => ({
        from: `s${index}`,
        port: 'next',
        to: `s${(index + 1) % count}`,
      })),
      ties: [],
    };
    const positions = plainLayout(graph);
    const places = new Set([...positions.values()].map(({ x, y }) => `${x},${y}`));
    expect(places.size).toBe(count);
    const width = Math.max(...[...positions.values()].map(({ x }) => x));
    const height = Math.max(...[...positions.values()].map(({ y }) => y));
    expect(width / height).toBeLessThan(12);
  });
});
