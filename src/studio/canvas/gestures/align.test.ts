import { describe, expect, test } from 'vitest';
import { aligned, alignments, distributed } from './align.ts';

const rects = new Map([
  ['a', { x: 0, y: 0, width: 100, height: 40 }],
  ['b', { x: 40, y: 100, width: 60, height: 80 }],
  ['c', { x: 20, y: 300, width: 200, height: 40 }],
]);

describe('aligning', () => {
  test.each([
    ['left', { b: [0, 100], c: [0, 300] }],
    ['right', { a: [120, 0], b: [160, 100] }],
    ['centre', { a: [60, 0], b: [80, 100], c: [12, 300] }],
    ['top', { b: [40, 0], c: [20, 0] }],
    ['bottom', { a: [0, 300], b: [40, 260] }],
    ['middle', { a: [0, 152], b: [40, 132], c: [20, 152] }],
  ] as const)('%s', (how, expected) => {
    const places = Object.entries(expected).map(([key, [x, y]]) => [key, { x, y }]);
    expect([...aligned(rects, how)].map(([key, at]) => [key, at])).toEqual(places);
  });

  test.each(alignments)('%s of what is in line moves nothing', (how) => {
    const line = new Map([...rects].map(([key]) => [key, rects.get('a')!]));
    expect(aligned(line, how).size).toBe(0);
  });
});

describe('distributing', () => {
  test('makes the gaps equal and leaves the outermost in place', () => {
    // 340 high, 160 of it nodes: two gaps of 90.
    expect([...distributed(rects, 'down')]).toEqual([['b', { x: 40, y: 132 }]]);
  });

  test('of fewer than three moves nothing', () => {
    expect(distributed(new Map([...rects].slice(0, 2)), 'down').size).toBe(0);
  });
});
