import { describe, expect, it } from 'vitest';
import { compilePattern } from './text-pattern.ts';

function find(pattern: string, text: string): string | undefined {
  const compiled = compilePattern(pattern);
  if ('problem' in compiled) throw new Error(compiled.problem);
  const found = compiled.find(text);
  expect(compiled.test(text)).toBe(found !== undefined);
  return found && text.slice(found.from, found.to);
}

describe('a pattern', () => {
  it('is found anywhere, and says where', () => {
    expect(find('100 ?%', 'we are 100 % sure')).toBe('100 %');
    expect(find('^we', 'so we')).toBeUndefined();
    expect(find('😀+', 'a😀😀b')).toBe('😀😀');
  });

  it('runs in linear time where a backtracking engine would not end', () => {
    expect(find('(a+)+$', `${'a'.repeat(20_000)}b`)).toBeUndefined();
  });

  it.each(['(', '(?=a)', '(a)\\1', 'a{999}{999}', '(a{100}){100}', 'x'.repeat(1_001)])(
    'is refused with a reason: %s',
    (source) => {
      expect(compilePattern(source)).toHaveProperty('problem');
    },
  );

  it('may ignore case', () => {
    const compiled = compilePattern('guarantee', { ignoreCase: true });
    expect('problem' in compiled || compiled.test('We GUARANTEE it')).toBe(true);
  });
});
