import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../document/text-edit.ts';
import { shownOffset, shownText, typedEdit } from './shown-text.ts';

function typeInto(text: string, typed: string, eol: '\n' | '\r\n'): string {
  const edit = typedEdit(text, typed, eol);
  return edit ? applyEdits(text, [edit]) : text;
}

describe('typing in a text area', () => {
  it('leaves the line ends of untouched lines alone, mixed ones too', () => {
    const text = 'a: 1\r\nb: 2\nc: 3\r\n';
    expect(typeInto(text, shownText(text).replace('2', '22'), '\r\n')).toBe('a: 1\r\nb: 22\nc: 3\r\n');
  });

  it('gives new lines the line end of the text', () => {
    expect(typeInto('a: 1\r\nb: 2\r\n', 'a: 1\nx: 0\nb: 2\n', '\r\n')).toBe('a: 1\r\nx: 0\r\nb: 2\r\n');
  });

  it('changes nothing when nothing was typed', () => {
    expect(typedEdit('a\r\nb', 'a\nb', '\r\n')).toBeUndefined();
  });

  it('finds an offset again behind carriage returns', () => {
    expect(shownOffset('a\r\nb\r\nc', 6)).toBe(4);
  });
});
