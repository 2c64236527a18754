import type { Finding } from '../finding.ts';
import type { DecisionStep } from '../model.ts';
import { planFitRow } from '../operations/plan-fit-row.ts';
import type { Rule } from './rule.ts';

const valid = `
facts:
  order.status: { type: string, enum: [pending, delivered] }
  order.total: { type: number }
start: check
steps:
  check:
    kind: decision
    hits: unique
    columns: [order.status, order.total]
    branches:
      - { when: [delivered, "> 50"], next: done }
      - { when: [pending, "-"], next: done }
    otherwise: done
  done: { kind: end, outcome: done }`;

export const tableShape: Rule = {
  code: 'table-shape',
  severity: 'error',
  summary:
    'A decision with `columns` is a table, and each of its rows a list of cells; one without has conditions, and no `hits`.',
  valid,
  invalid: valid.replace('[pending, "-"]', 'order.total > 50'),
  *check({ procedure }) {
    for (const [id, step] of procedure.steps) if (step.kind === 'decision') yield* shapeOf(id, step);
  },
};

function* shapeOf(id: string, step: DecisionStep): Generator<Finding> {
  const path = ['steps', id];
  if (step.columns?.length === 0) {
    yield { message: 'The table has no columns. Name at least one.', path: [...path, 'columns'], at: 'key' };
  }
  if (!step.columns && step.hits === 'unique') {
    yield {
      message: '`hits` is for tables. Add `columns`, or remove it.',
      path: [...path, 'hits'],
      at: 'key',
    };
  }
  for (const [index, { cells, when }] of step.branches.entries()) {
    const where = [...path, 'branches', index, 'when'];
    if (step.columns && !cells && when !== '') {
      const message = `This decision is a table, so \`when\` is a list with a cell for each of its ${step.columns.length} columns.`;
      yield { message, path: where };
    } else if (!step.columns && cells) {
      yield {
        message: 'A list of cells is for tables. Add `columns` to the decision, or write a condition.',
        path: where,
        at: 'key',
      };
    }
  }
}

export const tableCells: Rule = {
  code: 'table-cells',
  severity: 'error',
  summary: 'A row of a table has as many cells as the table has columns.',
  valid,
  invalid: valid.replace('[pending, "-"]', '[pending]'),
  *check({ procedure }) {
    for (const [id, step] of procedure.steps) {
      if (step.kind !== 'decision' || !step.columns?.length) continue;
      for (const [index, { cells }] of step.branches.entries()) {
        if (!cells || cells.length === step.columns.length) continue;
        const [has, needs] = [cells.length, step.columns.length];
        const missing = needs - has;
        yield {
          message: `Row ${index + 1} has ${has} cells for ${needs} columns. ${missing > 0 ? `Add ${missing}; \`-\` lets everything pass.` : `Remove ${-missing}.`}`,
          path: ['steps', id, 'branches', index, 'when'],
          at: 'key',
          remedies: [
            {
              kind: 'gesture',
              title: missing > 0 ? 'Fill the row up with `-`' : `Remove the last ${-missing}`,
              plan: (document) => planFitRow(document, id, index),
            },
          ],
        };
      }
    }
  },
};
