import { describe, expect, test } from 'vitest';
import type { Connections } from './canvas-connections.ts';
import type { Rect } from './element-geometry.ts';
import { neighbourOf } from './navigation.ts';

const link = (source: string, port: string, target: string): Connections['links'][number] => ({
  key: `${source}/${port}`,
  link: { from: source.slice(5), slot: 'next' },
  source,
  port,
  target,
  label: '',
});

const where = {
  connections: {
    links: [
      link('step:a', 'branch:0', 'step:b'),
      link('step:a', 'branch:1', 'step:c'),
      link('step:b', 'next', 'step:d'),
      link('step:c', 'next', 'step:d'),
    ],
    ties: [],
  },
  rects: new Map<string, Rect>(
    (
      [
        ['step:a', 0, 0],
        ['step:b', 300, 0],
        ['step:c', 300, 100],
        ['step:d', 600, 0],
        ['guardrail:g', 0, -200],
      ] as const
    ).map(([key, x, y]) => [key, { x, y, width: 248, height: 72 }]),
  ),
};

describe('arrow keys', () => {
  test('Right follows the first link', () => {
    expect(neighbourOf('step:a', 'right', undefined, where)).toBe('step:b');
  });

  test('Left goes back by the link that was come by', () => {
    expect(neighbourOf('step:d', 'left', 'step:c', where)).toBe('step:c');
    expect(neighbourOf('step:d', 'left', undefined, where)).toBe('step:b');
  });

  test('Up and Down go through the branches in their order', () => {
    expect(neighbourOf('step:b', 'down', 'step:a', where)).toBe('step:c');
    expect(neighbourOf('step:c', 'up', 'step:a', where)).toBe('step:b');
  });

  test('where no link leads, the nearest node that way', () => {
    expect(neighbourOf('step:a', 'up', undefined, where)).toBe('guardrail:g');
    expect(neighbourOf('guardrail:g', 'down', undefined, where)).toBe('step:a');
    expect(neighbourOf('step:a', 'left', undefined, where)).toBeUndefined();
  });
});
