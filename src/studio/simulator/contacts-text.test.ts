import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../document/text-edit.ts';
import type { Plan } from '../../document/operations/plan.ts';
import { programOf, refundText } from './rehearsal.fixture.ts';
import {
  findContact,
  newContact,
  planAddContact,
  planDeleteContact,
  planDuplicateContact,
  planMoveItem,
  planRemove,
  planSet,
  readContactsText,
} from './contacts-text.ts';

const { procedure } = programOf(refundText);
const text = `# Contacts

- id: first   # the usual one
  intent: refund
  facts: { order.total: 20 }
  turns:
    - Hello
    - say: Yes
      facts: { request.confirmed: true }

# the second
- id: second
  intent: refund
`;

function done(before: string, plan: Plan): string {
  if (!plan.ok) throw new Error(plan.reason);
  return applyEdits(before, plan.edits);
}

describe('edits of the contacts’ text', () => {
  const file = readContactsText(text);

  it('finds each contact by its id', () => {
    expect(file.entries.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(file.parsed.contacts.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(findContact(file, 'second')?.path).toEqual([1]);
  });

  it('changes a value and nothing else', () => {
    expect(done(text, planSet(file, [0, 'facts', 'order.total'], 80))).toBe(text.replace('20', '80'));
    expect(done(text, planSet(file, [0, 'id'], 'usual'))).toBe(text.replace('first ', 'usual '));
  });

  it('leaves no empty map behind', () => {
    const next = done(text, planRemove(file, [0, 'facts', 'order.total']));
    expect(next).not.toContain('facts: {}');
    expect(next).toBe(text.replace('  facts: { order.total: 20 }\n', ''));
  });

  it('moves a turn', () => {
    const next = readContactsText(done(text, planMoveItem(file, [0, 'turns'], 1, 0)));
    expect(next.parsed.contacts[0]?.turns.map((turn) => turn.text)).toEqual(['Yes', 'Hello']);
  });

  it('duplicates letter for letter but for the id, behind the original', () => {
    const copy = planDuplicateContact(file, 'first');
    expect(copy.id).toBe('first-2');
    const next = done(text, copy.plan);
    const lines = text.slice(text.indexOf('- id: first'), text.indexOf('\n# the second'));
    expect(next).toContain(`${lines}\n${lines.replace('first', 'first-2')}`);
    expect(readContactsText(next).entries.map(({ id }) => id)).toEqual(['first', 'first-2', 'second']);
    expect(next.replace(`\n${lines.replace('first', 'first-2')}`, '')).toBe(text);
  });

  it('duplicates the last one, and one in flow style', () => {
    const last = readContactsText(done(text, planDuplicateContact(file, 'second').plan));
    expect(last.entries.map(({ id }) => id)).toEqual(['first', 'second', 'second-2']);
    const flow = readContactsText('[{ id: a, intent: refund }]');
    const next = readContactsText(done(flow.text, planDuplicateContact(flow, 'a').plan));
    expect(next.entries.map(({ id }) => id)).toEqual(['a', 'a-2']);
  });

  it('counts on when a copy is copied', () => {
    const once = readContactsText(done(text, planDuplicateContact(file, 'first').plan));
    expect(planDuplicateContact(once, 'first').id).toBe('first-3');
    expect(planDuplicateContact(once, 'first-2').id).toBe('first-3');
  });

  it('deletes one and keeps the comment above the next', () => {
    const next = done(text, planDeleteContact(file, 'first'));
    expect(next).toContain('# the second');
    expect(readContactsText(next).entries.map(({ id }) => id)).toEqual(['second']);
  });

  it.each([
    '',
    '\n',
    '# nothing yet\n',
    '[]\n',
    'contacts: []\n',
    '- id: a\n',
    '- id: a',
    'contacts:\n  - id: a\n',
    '- id: a\r\n  intent: x\r\n',
  ])('adds a contact to %j', (before) => {
    const start = readContactsText(before);
    const contact = newContact(start, procedure);
    const next = readContactsText(done(before, planAddContact(start, contact)));
    expect(next.parsed.problems).toEqual([]);
    expect(next.entries.at(-1)?.id).toBe(contact.id);
    expect(next.parsed.contacts.at(-1)).toMatchObject({
      intent: 'refund',
      channel: 'chat',
      turns: [{ text: 'Hello' }],
    });
    if (before.includes('\r\n')) expect(next.text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('sets a new contact apart by a blank line where the others are', () => {
    const next = done(text, planAddContact(file, newContact(file, procedure)));
    expect(next.startsWith(`${text}\n- id: new-contact\n`)).toBe(true);
    expect(readContactsText(next).entries.map(({ id }) => id)).toEqual(['first', 'second', 'new-contact']);
  });

  it('refuses to add to a single contact or to a broken text, and says why', () => {
    for (const before of ['id: alone\n', '- id: [\n']) {
      const start = readContactsText(before);
      expect(planAddContact(start, newContact(start, procedure)).ok, before).toBe(false);
    }
  });
});
