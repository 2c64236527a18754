import { describe, expect, it } from 'vitest';
import { parseTemplate } from './template.ts';

/** Expressions in angle brackets. */
function shape(text: string): readonly string[] {
  return parseTemplate(text).parts.map((part) => ('text' in part ? part.text : `<${part.source}>`));
}

describe('a template', () => {
  it('is text and expressions, with the place of each', () => {
    expect(shape('Order {{order.id}}, {{ refund }}.')).toEqual([
      'Order ',
      '<order.id>',
      ', ',
      '<refund>',
      '.',
    ]);
    const [, part] = parseTemplate('Order {{ order.id }}').parts;
    expect(part).toEqual({ source: 'order.id', from: 9, to: 17 });
  });

  it('knows braces and quotes that belong to the expression', () => {
    expect(shape('{{ {"a": {"b": 1}}.a.b }}!')).toEqual(['<{"a": {"b": 1}}.a.b>', '!']);
    expect(shape('{{ "}}" + order.id }}')).toEqual(['<"}}" + order.id>']);
  });

  it('takes braces that are never closed for text', () => {
    expect(shape('a {{ b')).toEqual(['a {{ b']);
    expect(shape('a { b }')).toEqual(['a { b }']);
    expect(shape('{{}}')).toEqual(['<>']);
  });
});
