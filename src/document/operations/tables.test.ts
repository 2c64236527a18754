import { describe, expect, it } from 'vitest';
import { parseDocument } from '../parse.ts';
import type { SopDocument } from '../document.ts';
import { applyEdits } from '../text-edit.ts';
import { planAddBranch } from './plan-add-branch.ts';
import { planAddColumn } from './plan-add-column.ts';
import { planBranchesFromTable } from './plan-branches-from-table.ts';
import { planDeleteColumn } from './plan-delete-column.ts';
import { planMoveColumn } from './plan-move-column.ts';
import { planRenameName } from './plan-rename-name.ts';
import { planSetCell } from './plan-set-cell.ts';
import { planTableFromBranches } from './plan-table-from-branches.ts';
import type { Plan } from './plan.ts';

const head = `sop: 1
id: refunds
facts:
  status: { type: string, enum: [pending, delivered, vip] }
  refund: { type: number }
  vip: { type: boolean }
parameters:
  limit: { type: number, value: 50 }
start: check
steps:
  done: { kind: end, outcome: done }
  check:
    kind: decision
`;

const table = `${head}    hits: unique # claimed
    columns: [status, refund]
    branches:
      - { when: [delivered, "> parameters.limit"], label: Large, next: done } # first
      - when:
          - [pending, delivered] # either
          - "-"
        next: done
    otherwise: done
`;

const branches = `${head}    branches:
      - { when: status == "delivered" && refund > parameters.limit && vip, label: Large, next: done }
      - { when: "!vip && (status == 'pending' || status == \\"delivered\\")", next: done } # either
      - { when: 10 < refund && refund <= 20, next: done }
      - { when: "true", next: done }
    otherwise: done
`;

function read(text: string): SopDocument {
  return parseDocument(text);
}

function after(document: SopDocument, plan: Plan): string {
  if (!plan.ok) throw new Error(plan.reason);
  return applyEdits(document.text, plan.edits);
}

const plain = read(branches);
const tabular = read(table);

describe('columns', () => {
  it('are added with a cell in every row that lets everything pass', () => {
    expect(after(tabular, planAddColumn(tabular, 'check', 'vip', 1))).toBe(
      table
        .replace('[status, refund]', '[status, vip, refund]')
        .replace('[delivered, "> parameters.limit"]', '[delivered, "-", "> parameters.limit"]')
        .replace('          - "-"\n', '          - "-"\n          - "-"\n'),
    );
  });

  it('are moved with their cells, comments included', () => {
    const text = after(tabular, planMoveColumn(tabular, 'check', 0, 1));
    expect(text).toContain('columns: [refund, status]');
    expect(text).toContain('["> parameters.limit", delivered]');
    expect(text).toContain('          - "-"\n          - [pending, delivered] # either\n');
  });

  it('are deleted with their cells, but for the last', () => {
    const text = after(tabular, planDeleteColumn(tabular, 'check', 1));
    expect(text).toBe(
      table
        .replace('[status, refund]', '[status]')
        .replace('[delivered, "> parameters.limit"]', '[delivered]')
        .replace('          - "-"\n', ''),
    );
    const one = read(text);
    expect(planDeleteColumn(one, 'check', 0)).toMatchObject({ ok: false, code: 'not-possible' });
  });

  it('belong to tables', () => {
    expect(planAddColumn(plain, 'check', 'vip')).toMatchObject({ ok: false, code: 'not-possible' });
    expect(planAddColumn(plain, 'nowhere', 'vip')).toMatchObject({ ok: false, code: 'step-not-found' });
    expect(planAddColumn(plain, 'done', 'vip')).toMatchObject({ ok: false, code: 'not-possible' });
  });
});

describe('a cell', () => {
  it.each([
    ['pending', 'pending'],
    ['', '"-"'],
    ['-', '"-"'],
    ['42', '42'],
    ['0.50', '"0.50"'],
    ['true', 'true'],
    ['!= pending', '"!= pending"'],
    ['[pending, vip]', '[pending, vip]'],
  ])('typed as %s is written %s', (typed, written) => {
    const text = after(tabular, planSetCell(tabular, 'check', 0, 0, typed));
    expect(text).toContain(`{ when: [${written}, "> parameters.limit"], label`);
  });

  it('means what was typed, however it is written', () => {
    for (const typed of ['pending', '!= pending', '[pending, vip]', '42', '0.50', 'a: b', '"x, y"']) {
      const read = parseDocument(after(tabular, planSetCell(tabular, 'check', 0, 0, typed)));
      const step = read.procedure.steps.get('check');
      expect(step?.kind === 'decision' && step.branches[0]?.cells?.[0]).toBe(typed);
    }
  });

  it('beyond the end of its row fills the row up', () => {
    const short = read(table.replace('[delivered, "> parameters.limit"]', '[]'));
    expect(after(short, planSetCell(short, 'check', 0, 1, '> 3'))).toContain('when: ["-", "> 3"]');
    expect(planSetCell(short, 'check', 0, 2, 'x')).toMatchObject({ ok: false, code: 'not-found' });
  });
});

describe('a branch that is added to a table', () => {
  it('is a row that lets everything pass', () => {
    const text = after(tabular, planAddBranch(tabular, 'check', { when: 'true', next: 'done' }));
    const step = read(text).procedure.steps.get('check');
    expect(step?.kind === 'decision' && step.branches[2]).toEqual({
      when: 'true',
      cells: ['-', '-'],
      label: undefined,
      next: 'done',
    });
  });
});

describe('a decision', () => {
  it('becomes a table, and decides the same', () => {
    const text = after(plain, planTableFromBranches(plain, 'check'));
    expect(text).toContain('columns: [status, refund, vip]');
    const step = read(text).procedure.steps.get('check');
    expect(step?.kind === 'decision' && step.branches.map(({ cells }) => cells)).toEqual([
      ['delivered', '> parameters.limit', 'true'],
      ['[pending, delivered]', '-', 'false'],
      ['-', '> 10 && <= 20', '-'],
      ['-', '-', '-'],
    ]);
    expect(step?.kind === 'decision' && step.branches.map(({ when }) => when)).toEqual([
      'status == "delivered" && refund > parameters.limit && vip',
      'status in ["pending", "delivered"] && !vip',
      'refund > 10 && refund <= 20',
      'true',
    ]);
    expect(text).toContain('next: done } # either');
  });

  it('keeps a value that begins like an operator', () => {
    const onTheWay = (text: string) =>
      read(
        text
          .replaceAll('pending', 'in-transit')
          .replace('status == "delivered"', 'status == "in-transit" && status != "delivered"'),
      );
    const before = onTheWay(branches);
    const step = read(after(before, planTableFromBranches(before, 'check'))).procedure.steps.get('check');
    expect(step?.kind === 'decision' && step.branches[0]?.when).toContain(
      'status == "in-transit" && status != "delivered"',
    );
  });

  it('stays as it is where a branch says more than a row can', () => {
    const more = read(branches.replace('10 < refund', 'vip || 10 < refund'));
    expect(planTableFromBranches(more, 'check')).toMatchObject({
      ok: false,
      reason: 'Branch 3 is more than comparisons joined by “and”, so no row of a table can say it.',
    });
  });

  it('becomes plain branches again', () => {
    const text = after(tabular, planBranchesFromTable(tabular, 'check'));
    expect(text).not.toContain('columns');
    expect(text).not.toContain('hits');
    const before = tabular.procedure.steps.get('check');
    const step = read(text).procedure.steps.get('check');
    expect(step?.kind === 'decision' && step.branches.map(({ when, next }) => [when, next])).toEqual(
      before?.kind === 'decision' && before.branches.map(({ when, next }) => [when, next]),
    );
  });
});

describe('renaming', () => {
  it('reaches columns and cells, and leaves values of an enumeration alone', () => {
    const text = after(tabular, planRenameName(tabular, 'parameters', 'limit', 'top'));
    expect(text).toBe(table.replaceAll('limit', 'top'));
    const words = read(
      table.replace('[status, refund]', '[status, vip]').replace('[pending, delivered]', 'vip'),
    );
    const renamed = after(words, planRenameName(words, 'facts', 'vip', 'regular'));
    expect(renamed).toContain('columns: [status, regular]');
    expect(renamed).toContain('          - vip # either\n');
  });

  it('leaves a value alone that holds the name behind an operator’s letters', () => {
    const words = read(
      table
        .replace('[pending, delivered', '[in-vip, pending, delivered')
        .replace('[pending, delivered]', 'in-vip'),
    );
    expect(after(words, planRenameName(words, 'facts', 'vip', 'regular'))).toContain('in-vip');
  });
});
