import { describe, expect, it } from 'vitest';
import { factRows } from './fact-rows.ts';
import { contactNamed, programOf, refundText } from './rehearsal.fixture.ts';
import { jumpTo, runOut, setFact, startTimeline, type Timeline } from './timeline.ts';

const program = programOf(
  refundText.replace(
    'parameters:',
    'derived:\n  large: { type: boolean, is: order.total > 100 }\nparameters:',
  ),
);
const play = (id: string): Timeline => runOut(startTimeline(program, contactNamed(id)));
const row = (timeline: Timeline, name: string) => {
  const found = factRows(timeline).find((one) => one.name === name);
  if (!found) throw new Error(`no fact ${name}`);
  return found;
};

describe('the facts now', () => {
  it('list every declared fact, known or not, and derived names read-only', () => {
    const rows = factRows(startTimeline(program, contactNamed('agrees')));
    expect(rows.map(({ name }) => name)).toEqual([
      'order.total',
      'request.confirmed',
      'payment.id',
      'sentiment',
      'large',
    ]);
    expect(rows[1]).toMatchObject({ value: undefined, setBy: undefined, editable: true });
    expect(rows[4]).toMatchObject({ value: false, setBy: 'derived', editable: false });
  });

  it('say who set each, as far as the current moment', () => {
    const end = play('agrees');
    expect(row(end, 'order.total').setBy).toBe('contact');
    expect(row(end, 'request.confirmed')).toMatchObject({ value: true, setBy: 'turn' });
    expect(row(end, 'payment.id')).toMatchObject({ value: 'p-1', setBy: 'action' });
    expect(row(jumpTo(end, 1), 'payment.id').value).toBeUndefined();
  });

  it('mark what the current moment changed, and nothing at the start', () => {
    const end = play('agrees');
    const changed = end.moments.flatMap((_, at) =>
      factRows(jumpTo(end, at))
        .filter((one) => one.changed)
        .map(({ name }) => name),
    );
    expect(changed).toEqual(['request.confirmed', 'payment.id']);
  });

  it('mark a value that a person tries, and what follows from it', () => {
    const tried = setFact(jumpTo(play('agrees'), 1), 'order.total', 300);
    expect(row(tried, 'order.total')).toMatchObject({
      value: 300,
      setBy: 'person',
      whatIf: true,
      changed: true,
    });
    expect(row(tried, 'large').value).toBe(true);
  });
});
