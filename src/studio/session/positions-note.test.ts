import { expect, test } from 'vitest';
import { appendPositions, takePositions } from './positions-note.ts';

const positions = new Map([
  ['step:a', { x: 10, y: -20 }],
  ['guardrail:b c', { x: 0, y: 4 }],
]);

test.each(['sop: 1\n', 'sop: 1', 'sop: 1\r\ntitle: x\r\n', '', 'sop: 1\n\n\n'])(
  'positions behind %j are taken out again to the byte',
  (text) => {
    expect(takePositions(appendPositions(text, positions))).toEqual({ text, positions });
  },
);

test('a file with text behind its positions is left alone', () => {
  const file = `${appendPositions('sop: 1\n', positions)}title: x\n`;
  expect(takePositions(file)).toEqual({ text: file, positions: new Map() });
});

test('a file without positions is left alone', () => {
  expect(takePositions('sop: 1\n')).toEqual({ text: 'sop: 1\n', positions: new Map() });
});
