import { describe, expect, it } from 'vitest';
import { contactNamed, programOf, refundText } from './rehearsal.fixture.ts';
import { runOut, startTimeline, traceOf } from './timeline.ts';
import { entryAt, transcriptOf } from './transcript.ts';

const program = programOf(refundText);
const play = (id: string) => traceOf(runOut(startTimeline(program, contactNamed(id))));

describe('a transcript', () => {
  it('reads a run as a conversation', () => {
    const entries = transcriptOf(play('agrees'), program.procedure);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'agent',
      'agent',
      'decision',
      'agent',
      'customer',
      'decision',
      'checks',
      'call',
      'agent',
      'end',
    ]);
    expect(entries.find((entry) => entry.kind === 'agent' && entry.as === 'disclosure')).toMatchObject({
      text: 'It takes 5 days.',
      guardrail: 'timing',
    });
  });

  it('shows what a turn and a call set beside them', () => {
    const entries = transcriptOf(play('agrees'), program.procedure);
    expect(entries.find(({ kind }) => kind === 'customer')).toMatchObject({
      text: 'Yes.',
      sets: [{ fact: 'request.confirmed', value: true }],
    });
    expect(entries.find(({ kind }) => kind === 'call')).toMatchObject({
      state: 'returned',
      sets: [{ fact: 'payment.id', value: 'p-1' }],
    });
  });

  it('tells a trigger and the handover', () => {
    const kinds = transcriptOf(play('furious'), program.procedure).map(({ kind }) => kind);
    expect(kinds.slice(-4)).toEqual(['customer', 'trigger', 'hand-over', 'end']);
  });

  it('says that a question needed no asking', () => {
    const known = { ...contactNamed('agrees'), facts: { 'order.total': 20, 'request.confirmed': true } };
    const entries = transcriptOf(traceOf(runOut(startTimeline(program, known))), program.procedure);
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'passed', step: 'sure' }));
    expect(entries.some(({ kind }) => kind === 'customer')).toBe(false);
  });

  it('loses no event that a person would want to ask about', () => {
    for (const id of ['agrees', 'furious', 'blank', 'elsewhere']) {
      const trace = play(id);
      const entries = transcriptOf(trace, program.procedure);
      for (const [index, event] of trace.entries()) {
        if (event.type === 'entered' || (event.type === 'set' && event.by === 'contact')) continue;
        const entry = entryAt(entries, index);
        expect(entry && index <= entry.last, `${id} ${event.type}`).toBe(true);
      }
    }
  });
});
