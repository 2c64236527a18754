import { expect, test } from 'vitest';
import type { Command } from '../session/commands.ts';
import { parseDocument } from '../../document/parse.ts';
import { destinationsOf } from './destinations.ts';
import { search } from './search.ts';
import type { Choice } from './search.ts';

const commands: readonly Command[] = [
  command('view.theme-dark', 'Theme: dark'),
  command('canvas.add-step', 'Add a step'),
  command('canvas.tidy', 'Tidy the layout', { keywords: ['arrange'] }),
  command('procedure.undo', 'Undo', { unavailable: 'Nothing to undo' }),
];

const { procedure } = parseDocument(`sop: 1
id: a
facts: { order.status: { type: string } }
steps:
  known-customer: { kind: end, outcome: done, title: Who is it }
guardrails:
  no-promises: { neverSay: [guarantee] }
`);

function command(id: string, title: string, more: Partial<Command> = {}): Command {
  return { id, title, section: 'View', run: () => undefined, ...more };
}

function found(typed: string, recent: readonly string[] = []): readonly string[] {
  return search(typed, commands, destinationsOf(procedure), recent).map(idOf);
}

function idOf(choice: Choice): string {
  return choice.kind === 'command' ? choice.command.id : choice.destination.id;
}

test('a command is found by the beginnings of its words', () => {
  expect(found('ad st')[0]).toBe('canvas.add-step');
  expect(found('dark')[0]).toBe('view.theme-dark');
});

test('a command is found by what else it is called', () => {
  expect(found('arrange')[0]).toBe('canvas.tidy');
});

test('a step is found by its title and by its id', () => {
  expect(found('who is')[0]).toBe('go-to.step:known-customer');
  expect(found('known-c')[0]).toBe('go-to.step:known-customer');
});

test('guardrails and facts are found too', () => {
  expect(found('promises')[0]).toBe('go-to.guardrail:no-promises');
  expect(found('order.status')[0]).toBe('go-to.facts:order.status');
});

test('what cannot be done now is found all the same', () => {
  expect(found('undo')).toContain('procedure.undo');
});

test('of two that fit equally well the one used lately comes first', () => {
  const twins = [command('a', 'Fold all'), command('b', 'Fold all')];
  expect(search('fold', twins, [], ['b']).map(idOf)).toEqual(['b', 'a']);
});

test('nothing typed finds nothing', () => {
  expect(found('  ')).toEqual([]);
});
