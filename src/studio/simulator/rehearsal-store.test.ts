import { expect, test } from 'vitest';
import { contactNamed, programOf, refundText } from './rehearsal.fixture.ts';
import { useRehearsal } from './rehearsal-store.ts';

const program = programOf(refundText);
const [agrees, silent] = [contactNamed('agrees'), contactNamed('silent')];

test('a contact that was put aside no longer changes what is rehearsed', () => {
  const { open, receive, update } = useRehearsal.getState();
  open(program, silent);
  receive(program, agrees, 'Something.');
  update(programOf(refundText.replace('Hello.', 'Good day.')), silent);
  expect(useRehearsal.getState()).toMatchObject({ contactId: 'agrees', change: undefined });
  expect(useRehearsal.getState().timeline?.contact).toBe(agrees);
});

test('the contact at hand is played again by the procedure that there is now', () => {
  const { open, update } = useRehearsal.getState();
  const edited = programOf(refundText.replace('Hello.', 'Good day.'));
  open(program, silent);
  update(edited, silent);
  expect(useRehearsal.getState().timeline?.program).toBe(edited);
});
