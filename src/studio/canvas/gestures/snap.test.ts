import { expect, test } from 'vitest';
import { snapTo } from './snap.ts';

const box = (x: number, y: number, width = 100, height = 40) => ({ x, y, width, height });

test('an edge near a neighbour’s edge comes to lie on it, with a guide through both', () => {
  const { by, guides } = snapTo(box(203, 300), [box(200, 0)], 6);
  expect(by).toEqual({ x: -3, y: 0 });
  expect(guides).toEqual([{ vertical: true, at: 200, from: -12, to: 352 }]);
});

test('the nearest of several wins, and both axes snap on their own', () => {
  const { by } = snapTo(box(204, 98), [box(200, 0), box(205, 1000), box(900, 100)], 6);
  expect(by).toEqual({ x: 1, y: 2 });
});

test('where links arrive counts, whatever the heights of the nodes are', () => {
  const { by, guides } = snapTo(
    { ...box(0, 12, 100, 72), inY: 36 },
    [{ ...box(300, 20, 100, 150), inY: 28 }],
    6,
  );
  expect(by.y).toBe(0);
  expect(guides).toContainEqual({ vertical: false, at: 48, from: -12, to: 412 });
});

test('what is further away than the reach pulls nothing', () => {
  expect(snapTo(box(0, 0), [box(207, 207)], 6)).toEqual({ by: { x: 0, y: 0 }, guides: [] });
});
