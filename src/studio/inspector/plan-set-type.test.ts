import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../document/parse.ts';
import { applyEdits } from '../../document/text-edit.ts';
import { planRenameInput } from './plan-rename-input.ts';
import { planSetType } from './plan-set-type.ts';

const text = `sop: 1
id: t
facts:
  total: { type: number, unit: USD, source: orders } # money
  status:
    type: string   # as the system says it
    enum: [open, shut]
    source: orders
actions:
  refund: { input: { amount: number }, effect: write }
steps:
  pay: { kind: action, call: refund, with: { amount: total } } # pays
`;
const document = parseDocument(text);
const after = (plan: ReturnType<typeof planSetType>) => {
  if (!plan.ok) throw new Error(plan.reason);
  return applyEdits(text, plan.edits);
};

describe('a declaration given another type', () => {
  it('keeps its source, its comments and its shape', () => {
    const result = after(planSetType(document, ['facts', 'status'], { kind: 'number', minimum: 0 }));
    expect(result).toContain('type: number   # as the system says it');
    expect(result).not.toContain('enum');
    expect(parseDocument(result).procedure.facts.get('status')).toEqual({
      type: { kind: 'number', minimum: 0 },
      source: 'orders',
      description: undefined,
    });
    expect(result.replace(/ {2}status:[\s\S]*actions:/, '')).toBe(
      text.replace(/ {2}status:[\s\S]*actions:/, ''),
    );
  });

  it('loses only the key that is gone', () => {
    expect(after(planSetType(document, ['facts', 'total'], { kind: 'number' }))).toContain(
      'total: { type: number, source: orders } # money',
    );
  });

  it('is refused where there is none', () => {
    expect(planSetType(document, ['facts', 'nothing'], { kind: 'number' })).toMatchObject({ ok: false });
  });
});

describe('an input that is renamed', () => {
  it('is renamed in the calls too, and nothing else is touched', () => {
    expect(after(planRenameInput(document, 'refund', 'amount', 'sum_total'))).toBe(
      text
        .replace('{ amount: number }', '{ sum_total: number }')
        .replace('{ amount: total }', '{ sum_total: total }'),
    );
  });

  it('may not take a name that is taken or no name', () => {
    expect(planRenameInput(document, 'refund', 'amount', 'two words')).toMatchObject({ ok: false });
    expect(planRenameInput(document, 'refund', 'other', 'x')).toMatchObject({ ok: false });
  });
});
