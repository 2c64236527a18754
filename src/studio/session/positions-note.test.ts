import { expect, test } from 'vitest';
import { appendPositions, takePositions } from './positions-note.ts';

const positions = new Map([
  ['step:a', { x: 10, y: -20 }],
  ['guardrail:b c', { x: 0, y: 4 }],
]);
const notes = new Map([
  [
    'n1',
    { text: 'Ask legal:\n"why"\u2028\\ 😀', x: -4, y: 8, width: 200, height: 120, tone: 'blue' as const },
  ],
]);
const sections = new Map([
  ['s1', { title: 'Identity [1]', members: ['step:a', 'guardrail:b c'], collapsed: true }],
]);
const nothing = { positions: new Map(), notes: new Map(), sections: new Map() };

test.each(['sop: 1\n', 'sop: 1', 'sop: 1\r\ntitle: x\r\n', '', 'sop: 1\n\n\n'])(
  'what stands on the canvas behind %j is taken out again to the byte',
  (text) => {
    const arranged = { positions, notes, sections };
    expect(takePositions(appendPositions(text, arranged))).toEqual({ text, ...arranged });
    expect(takePositions(appendPositions(text, { positions }))).toEqual({ text, ...nothing, positions });
  },
);

test('a file with text behind its positions is left alone', () => {
  const file = `${appendPositions('sop: 1\n', { positions })}title: x\n`;
  expect(takePositions(file)).toEqual({ text: file, ...nothing });
});

test.each(['#@ note n 1 2 3 4 pink "x"', '#@ note n 1 2 3 4 blue "x', '#@ section s open [1]'])(
  'a file whose %j cannot be read is left alone',
  (row) => {
    const file = `${appendPositions('sop: 1\n', { positions })}${row}\n`;
    expect(takePositions(file)).toEqual({ text: file, ...nothing });
  },
);

test('a file without positions is left alone', () => {
  expect(takePositions('sop: 1\n')).toEqual({ text: 'sop: 1\n', ...nothing });
});
