import { expect, test } from 'vitest';
import { decodeContent, encodeContent } from './procedure-content.ts';
import { retitled } from './plan-title.ts';

test('what is put into storage comes out again to the byte', () => {
  const content = {
    text: 'sop: 1\r\ntitle: Grüße 😀\r\n',
    contacts: '- id: one\n',
    positions: new Map([['step:a', { x: 1, y: -2 }]]),
    notes: new Map([
      ['n1', { text: 'Ask legal', x: 1, y: 2, width: 200, height: 120, tone: 'blue' as const }],
    ]),
    sections: new Map([['s1', { title: 'Identity', members: ['step:a'], collapsed: true }]]),
  };
  expect(decodeContent([encodeContent(content)])).toEqual(content);
});

test('a copy has another title, and nothing else differs', () => {
  expect(retitled('sop: 1\ntitle: Returns # of shoes\n', (title) => `${title} (copy)`)).toBe(
    'sop: 1\ntitle: Returns (copy) # of shoes\n',
  );
});

test('a text whose title cannot be set is copied as it is', () => {
  expect(retitled('- no\n- map\n', () => 'Title')).toBe('- no\n- map\n');
});
