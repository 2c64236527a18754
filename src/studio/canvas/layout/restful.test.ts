import { expect, test } from 'vitest';
import { restful } from './restful.ts';

const size = { width: 100, height: 40 };
const at = (x: number, y: number) => ({ x, y });

test('a layout is shifted so that most nodes stay, and only the others move', () => {
  const rects = new Map([
    ['a', { ...at(100, 50), ...size }],
    ['b', { ...at(300, 50), ...size }],
    ['c', { ...at(0, 0), ...size }],
  ]);
  const layout = new Map([
    ['a', at(0, 0)],
    ['b', at(200, 0)],
    ['c', at(400, 0)],
  ]);
  expect([...restful(layout, rects, 'c')]).toEqual([['c', at(500, 50)]]);
});

test('of two ways that leave as many the one is taken that leaves the start', () => {
  const rects = new Map([
    ['a', { ...at(10, 0), ...size }],
    ['b', { ...at(20, 0), ...size }],
  ]);
  const layout = new Map([
    ['a', at(0, 0)],
    ['b', at(0, 0)],
  ]);
  expect([...restful(layout, rects, 'b')]).toEqual([['a', at(20, 0)]]);
});
