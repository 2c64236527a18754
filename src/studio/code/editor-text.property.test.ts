import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../document/text-edit.ts';
import { difference, documentEdits, editorChanges, editorTextOf, type EditorChange } from './editor-text.ts';

const seed = Number(process.env['SOPWRIGHT_SEED'] ?? Date.now() % 2 ** 31);
console.log(`editor-text seed ${seed}`);
const runs = { seed, numRuns: 2000 };

const piece = fc.constantFrom(
  'a',
  'b: ',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\uFEFF',
  '\u2028',
  '\u0085',
  '😀',
  '\ud800',
);
const textOf = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

function splice(text: string, change: EditorChange): string {
  return text.slice(0, change.offset) + change.text + text.slice(change.offset + change.length);
}

/** Two cut points of a text, as fractions, and what replaces what stands between. */
const cut = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  span: fc.double({ min: 0, max: 0.4, noNaN: true }),
  text: textOf.map((text) => text.replace(/\r\n?|\uFEFF/g, '\n')),
});

describe('the two spellings of any text', () => {
  it('map every place of the editor to the document and back', () => {
    fc.assert(
      fc.property(textOf, (document) => {
        const text = editorTextOf(document);
        for (let offset = 0; offset <= text.editor.length; offset += 1) {
          expect(text.toEditor(text.toDocument(offset))).toBe(offset);
        }
      }),
      runs,
    );
  });

  it('agree on every stretch: the document’s slice reads as the editor’s slice', () => {
    fc.assert(
      fc.property(textOf, cut, (document, { at, span }) => {
        const text = editorTextOf(document);
        const from = Math.floor(at * text.editor.length);
        const to = Math.min(text.editor.length, from + Math.floor(span * 20));
        const slice = document.slice(text.toDocument(from), text.toDocument(to));
        expect(slice.replace(/\r\n?/g, '\n')).toBe(text.editor.slice(from, to));
      }),
      runs,
    );
  });

  it('map places in order', () => {
    fc.assert(
      fc.property(textOf, (document) => {
        const text = editorTextOf(document);
        let last = 0;
        for (let offset = 0; offset <= document.length; offset += 1) {
          const mapped = text.toEditor(offset);
          expect(mapped).toBeGreaterThanOrEqual(last);
          expect(mapped - last).toBeLessThanOrEqual(1);
          last = mapped;
        }
        expect(last).toBe(text.editor.length);
      }),
      runs,
    );
  });
});

describe('any edit in the editor', () => {
  it('leaves every byte of the document outside it alone, and both texts go on agreeing unless a CR met an LF', () => {
    fc.assert(
      fc.property(
        textOf,
        cut,
        fc.constantFrom('\n' as const, '\r\n' as const),
        (document, { at, span, text: insert }, eol) => {
          const before = editorTextOf(document);
          const offset = Math.floor(at * before.editor.length);
          const change = {
            offset,
            length: Math.min(before.editor.length - offset, Math.floor(span * 20)),
            text: insert,
          };
          const [edits = []] = documentEdits(before, [change], eol);
          const result = applyEdits(document, edits);
          const [edit] = edits;
          expect(edit).toBeDefined();
          if (!edit) return;
          expect(result.slice(0, edit.from)).toBe(document.slice(0, edit.from));
          expect(result.slice(edit.from + edit.insert.length)).toBe(document.slice(edit.to));
          const fused =
            (edit.insert === '' && document[edit.from - 1] === '\r' && document[edit.to] === '\n') ||
            (edit.from === 0 && result.startsWith('\uFEFF'));
          if (!fused) expect(editorTextOf(result).editor).toBe(splice(before.editor, change));
        },
      ),
      runs,
    );
  });
});

describe('any edit of the document', () => {
  it('followed by the difference brings the editor to the document’s text', () => {
    fc.assert(
      fc.property(textOf, fc.array(cut, { maxLength: 3 }), (document, cuts) => {
        const edits = [];
        let floor = 0;
        for (const { at, span, text: insert } of cuts) {
          const from = floor + Math.floor(at * (document.length - floor));
          const to = Math.min(document.length, from + Math.floor(span * 10));
          edits.push({ from, to, insert });
          floor = to;
        }
        const before = editorTextOf(document);
        let editor = before.editor;
        for (const change of editorChanges(before, edits).toReversed()) editor = splice(editor, change);
        const after = editorTextOf(applyEdits(document, edits)).editor;
        const rest = difference(editor, after);
        expect(rest ? splice(editor, rest) : editor).toBe(after);
      }),
      runs,
    );
  });
});
