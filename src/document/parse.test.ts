import { describe, expect, it } from 'vitest';
import { parseDocument } from './parse.ts';
import { rulePages } from './rules/all-rules.ts';
import { completeExample } from './rules/example.ts';

describe('parseDocument', () => {
  it.each(rulePages.map((page) => [page.code, page] as const))(
    'reports %s for its invalid example alone',
    (code, page) => {
      expect(parseDocument(completeExample(page.invalid)).diagnostics.map((each) => each.code)).toContain(
        code,
      );
      const valid = parseDocument(completeExample(page.valid)).diagnostics;
      expect(valid.filter((each) => each.code === code || each.severity === 'error')).toEqual([]);
    },
  );
});
