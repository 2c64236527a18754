import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTsv, toTsv } from './grid-texts.ts';

describe('cells as tab-separated text', () => {
  it('come back as they were', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '"-"', '> 5', '[a, b]', 'a\tb', 'a\nb', '"x" || "y"', '""'),
      fc.string().map((text) => text.replaceAll('\r', '')),
    );
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      )
      // One empty cell, and nothing at all, are one text.
      .filter((rows) => rows.at(-1)?.some((text) => text !== '') === true);
    fc.assert(
      fc.property(block, (rows) => {
        expect(fromTsv(toTsv(rows))).toEqual(rows);
      }),
    );
  });

  it('are read as a spreadsheet writes them', () => {
    expect(fromTsv('delivered\t"a\nb"\r\n> 5\t\r\n')).toEqual([
      ['delivered', 'a\nb'],
      ['> 5', ''],
    ]);
    expect(fromTsv('"vip" in tags')).toEqual([['"vip" in tags']]);
  });
});
