import { describe, expect, it } from 'vitest';
import { explainEnding, type Ending } from './ending.ts';
import { contactNamed, programOf, refundText } from './rehearsal.fixture.ts';
import { runOut, startTimeline, traceOf } from './timeline.ts';

function endingOf(contact: string, text = refundText): Ending {
  const trace = traceOf(runOut(startTimeline(programOf(text), contactNamed(contact))));
  const event = trace.at(-1);
  if (event?.type !== 'ended') throw new Error('the run has not ended');
  const titles = { step: (id: string) => `<${id}>`, guardrail: (id: string) => `[${id}]` };
  return explainEnding(event, trace, titles);
}

describe('an ending', () => {
  it('is told by its outcome where somebody drew it', () => {
    expect(endingOf('agrees')).toEqual({ title: 'Ended: refunded', sentence: '', tone: 'good', waysOut: [] });
    expect(endingOf('furious')).toMatchObject({ tone: 'handed-over' });
  });

  it('offers to fill in the fact that a run is stuck on, and to see the step', () => {
    expect(endingOf('blank').waysOut).toEqual([
      { kind: 'fill-fact', fact: 'order.total' },
      { kind: 'open-step', step: 'how-much' },
    ]);
  });

  it('leads to the guardrail that blocks', () => {
    const silentAgent = refundText.replace(', includes: [timing]', '');
    expect(endingOf('agrees', silentAgent)).toMatchObject({
      title: 'Blocked by a guardrail',
      sentence: '[timing] blocks <pay>: its disclosure was not said.',
      waysOut: [
        { kind: 'open-guardrail', guardrail: 'timing' },
        { kind: 'open-step', step: 'pay' },
      ],
    });
  });

  it('leads to the scope that does not cover the contact', () => {
    expect(endingOf('elsewhere')).toMatchObject({
      sentence: expect.stringMatching(/^[A-Z].*cancel.*\.$/),
      waysOut: [{ kind: 'open-scope' }],
    });
  });

  it('names the circle that a run goes round in', () => {
    const circle = refundText.replace('next: done,', 'next: hello,');
    const { title, sentence } = endingOf('agrees', circle);
    expect(title).toBe('Going round in circles');
    expect(sentence).toMatch(/<hello> → <how-much> → <sure> → <agreed> → <pay>/);
  });
});
