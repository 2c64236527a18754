import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from '../parse.ts';
import { readingOrder } from './reading-order.ts';

test('print', () => {
  const { procedure } = parseDocument(readFileSync('public/examples/order-support/procedure.yaml', 'utf8'));
  console.log(
    readingOrder(procedure)
      .map(
        (r) =>
          `${r.number}\t${r.id}\t${r.off ? `off ${r.off.step} ${r.off.way?.label ?? r.off.way?.words}` : ''}`,
      )
      .join('\n'),
  );
  expect(1).toBe(1);
});
