import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../document/parse.ts';
import { applyEdits } from '../../../document/text-edit.ts';
import { gridTexts } from './grid-texts.ts';
import { planSetBlock } from './plan-set-block.ts';

const text = `sop: 1
id: sizes
facts:
  status: { type: string, enum: [pending, delivered] }
  refund: { type: number }
start: check
steps:
  check:
    kind: decision
    columns: [status, refund]
    branches:
      - { when: [delivered, "> 50"], label: Large, next: done } # stays
      - { when: ["-"], next: done }
    otherwise: done
  done: { kind: end, outcome: done }
`;

function after(row: number, column: number, block: readonly (readonly string[])[]) {
  const document = parseDocument(text);
  const plan = planSetBlock(document, 'check', { row, column }, block);
  if (!plan.ok) throw new Error(plan.reason);
  const next = applyEdits(text, plan.edits);
  const step = parseDocument(next).procedure.steps.get('check');
  if (step?.kind !== 'decision') throw new Error('no decision');
  return { text: next, cells: gridTexts(step) };
}

describe('a block of cells', () => {
  it('is written where it was put, and nothing else is touched', () => {
    const { text: next, cells } = after(1, 1, [['<= 20', 'Small']]);
    expect(cells[1]).toEqual(['delivered', '<= 20', 'Small', 'done']);
    expect(next).toBe(text.replace('"> 50"', '"<= 20"').replace('Large', 'Small'));
  });

  it('adds the rows that are missing, and fills up short ones', () => {
    const { cells } = after(2, 0, [
      ['pending', '> 1'],
      ['[pending, delivered]', '', 'Either', 'done', 'too far'],
    ]);
    expect(cells.slice(2)).toEqual([
      ['pending', '> 1', '', 'done'],
      ['[pending, delivered]', '', 'Either', 'done'],
    ]);
  });

  it('takes labels and targets away where it is empty', () => {
    expect(after(1, 0, [['', '', '', '']]).cells[1]).toEqual(['', '', '', '']);
  });

  it('writes expressions into the header, and never empties one', () => {
    expect(after(0, 0, [['', 'refund * 2', 'x']]).cells[0]).toEqual([
      'status',
      'refund * 2',
      'Label',
      'Then',
    ]);
  });
});
