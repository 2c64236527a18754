import { expect, test } from 'vitest';
import { parseDocument } from '../../document/parse.ts';
import { everyCalledId } from './called-ids.ts';

function calling(...ids: readonly string[]) {
  const steps = ids.map((id, index) => `  s${index}: { kind: procedure, procedure: ${id} }\n`);
  return parseDocument(`sop: 1\nid: a\nsteps:\n${steps.join('')}  done: { kind: end, outcome: done }\n`);
}

test('what is called by what is called counts too, as far as it is known', () => {
  const documents = new Map([
    ['b', calling('c', 'd')],
    ['c', calling('e')],
  ]);
  expect(everyCalledId(calling('b').procedure, documents)).toEqual(new Set(['b', 'c', 'd', 'e']));
});

test('procedures that call each other are each there once', () => {
  const documents = new Map([
    ['b', calling('c')],
    ['c', calling('b')],
  ]);
  expect(everyCalledId(calling('b').procedure, documents)).toEqual(new Set(['b', 'c']));
});
