import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../document/text-edit.ts';
import { difference, documentEdits, editorChanges, editorTextOf } from './editor-text.ts';

function edited(document: string, changes: Parameters<typeof documentEdits>[1], eol: '\n' | '\r\n'): string {
  let text = document;
  for (const edits of documentEdits(editorTextOf(document), changes, eol)) text = applyEdits(text, edits);
  return text;
}

describe('the two spellings of a text', () => {
  it('leaves a text with plain line breaks as it is', () => {
    const text = editorTextOf('a: 1\nb: 2\n');
    expect(text.editor).toBe('a: 1\nb: 2\n');
    expect([0, 4, 5, 10].map((offset) => text.toDocument(offset))).toEqual([0, 4, 5, 10]);
  });

  it('hides the byte order mark and counts it', () => {
    const text = editorTextOf('\uFEFFa');
    expect(text.editor).toBe('a');
    expect(text.toDocument(0)).toBe(1);
    expect(text.toEditor(0)).toBe(0);
    expect(text.toEditor(1)).toBe(0);
    expect(text.toEditor(2)).toBe(1);
  });

  it('hides only the first of two byte order marks', () => {
    expect(editorTextOf('\uFEFF\uFEFFa').editor).toBe('\uFEFFa');
  });

  it('shows CRLF, lone CR and LF as one line break each', () => {
    const text = editorTextOf('a\r\nb\rc\nd\r\r\ne');
    expect(text.editor).toBe('a\nb\nc\nd\n\ne');
    expect([...text.editor].map((_, offset) => text.toDocument(offset))).toEqual([
      0, 1, 3, 4, 5, 6, 7, 8, 9, 11,
    ]);
  });

  it('maps a place between CR and LF to before the line break', () => {
    const text = editorTextOf('a\r\nb');
    expect([0, 1, 2, 3, 4].map((offset) => text.toEditor(offset))).toEqual([0, 1, 1, 2, 3]);
  });

  it('keeps line separators, next lines and lone surrogates, which are no line breaks in YAML 1.2', () => {
    const odd = 'a\u2028b\u2029c\u0085d\ud800e';
    expect(editorTextOf(odd).editor).toBe(odd);
  });

  it('keeps offsets inside the text', () => {
    const text = editorTextOf('a\r\n');
    expect(text.toDocument(99)).toBe(3);
    expect(text.toEditor(99)).toBe(2);
    expect(text.toDocument(-1)).toBe(0);
  });
});

describe('edits that the editor reports', () => {
  it('writes new line breaks in the document’s own kind', () => {
    expect(edited('a\r\nb', [{ offset: 1, length: 0, text: '\nx' }], '\r\n')).toBe('a\r\nx\r\nb');
  });

  it('removes both units of a CRLF when its line break is deleted', () => {
    expect(edited('a\r\nb', [{ offset: 1, length: 1, text: '' }], '\r\n')).toBe('ab');
  });

  it('does not touch other kinds of line break in a mixed text', () => {
    expect(edited('a\r\nb\nc\rd', [{ offset: 3, length: 0, text: '!' }], '\r\n')).toBe('a\r\nb!\nc\rd');
  });

  it('begins a line of its own behind a lone CR', () => {
    expect(edited('a\rb', [{ offset: 2, length: 0, text: '\n' }], '\n')).toBe('a\r\r\nb');
  });

  it('takes several cursors in one batch', () => {
    const changes = [
      { offset: 5, length: 1, text: 'Z' },
      { offset: 0, length: 1, text: 'XX' },
    ];
    expect(documentEdits(editorTextOf('aaa\r\nbbb'), changes, '\r\n')).toEqual([
      [
        { from: 0, to: 1, insert: 'XX' },
        { from: 6, to: 7, insert: 'Z' },
      ],
    ]);
  });

  it('applies changes in ascending order one after the other', () => {
    const changes = [
      { offset: 0, length: 0, text: '12' },
      { offset: 3, length: 1, text: '' },
    ];
    expect(documentEdits(editorTextOf('abc'), changes, '\n')).toHaveLength(2);
    expect(edited('abc', changes, '\n')).toBe('12ac');
  });
});

describe('edits of the document', () => {
  it('become changes of the editor’s text', () => {
    const text = editorTextOf('\uFEFFa: 1\r\nb: 2\r\n');
    expect(editorChanges(text, [{ from: 10, to: 11, insert: '3\r\nc: 4' }])).toEqual([
      { offset: 8, length: 1, text: '3\nc: 4' },
    ]);
  });
});

describe('the difference of two texts', () => {
  it('is none between equal texts', () => expect(difference('a', 'a')).toBeUndefined());
  it('is the shortest single change', () =>
    expect(difference('one two three', 'one 2 three')).toEqual({ offset: 4, length: 3, text: '2' }));
  it('does not cut a surrogate pair at its beginning', () =>
    expect(difference('😀', '😁')).toEqual({ offset: 0, length: 2, text: '😁' }));
  it('does not cut a surrogate pair at its end', () =>
    expect(difference('\u{1F600}', '\u{1FA00}')).toEqual({ offset: 0, length: 2, text: '\u{1FA00}' }));
});
