import { describe, expect, it } from 'vitest';
import { pathOf } from '../../engine/run.ts';
import { contactNamed, programOf, refundText } from './rehearsal.fixture.ts';
import {
  answer,
  askedFacts,
  canStepForward,
  currentRun,
  eventsOf,
  jumpTo,
  momentOf,
  resetWhatIf,
  runOut,
  setFact,
  startTimeline,
  stepBack,
  stepForward,
  traceOf,
  whatIfFacts,
} from './timeline.ts';

const program = programOf(refundText);
const outcome = (timeline: Parameters<typeof currentRun>[0]): string | undefined =>
  currentRun(timeline).result?.outcome;

describe('a timeline', () => {
  it('plays a contact to its end', () => {
    const end = runOut(startTimeline(program, contactNamed('agrees')));
    expect(outcome(end)).toBe('refunded');
    expect(canStepForward(end)).toBe(false);
  });

  it('steps back to exactly the run that was, and forward again to the same end', () => {
    const end = runOut(startTimeline(program, contactNamed('agrees')));
    let back = end;
    for (let count = 0; count < 3; count += 1) back = stepBack(back);
    expect(currentRun(back)).toBe(end.moments[end.at - 3]?.run);
    expect(currentRun(runOut(back))).toBe(currentRun(end));
    expect(jumpTo(end, -4).at).toBe(0);
    expect(stepBack(jumpTo(end, 0)).at).toBe(0);
  });

  it('says which events a moment added', () => {
    const end = runOut(startTimeline(program, contactNamed('agrees')));
    const covered = end.moments.flatMap((_, index) => {
      const { from, to } = eventsOf(end, index);
      return Array.from({ length: to - from }, (__, offset) => {
        expect(momentOf(end, from + offset)).toBe(index);
        return from + offset;
      });
    });
    expect(covered).toEqual(traceOf(end).map((_, index) => index));
  });

  it('waits for a reply when the contact has none, and goes on with the one that is typed', () => {
    const waiting = runOut(startTimeline(program, contactNamed('silent')));
    expect(currentRun(waiting).status).toBe('waiting');
    expect(askedFacts(waiting)).toEqual(['request.confirmed']);
    const no = runOut(answer(waiting, 'No.', { 'request.confirmed': false }));
    expect(outcome(no)).toBe('denied');
    const yes = runOut(answer(jumpTo(no, waiting.at), 'Yes.', { 'request.confirmed': true }));
    expect(outcome(yes)).toBe('refunded');
  });

  it('ignores a reply that nothing waits for', () => {
    const start = startTimeline(program, contactNamed('agrees'));
    expect(answer(start, 'Hm.', {})).toBe(start);
  });

  it('continues from a changed fact to another outcome, and back on reset', () => {
    const end = runOut(startTimeline(program, contactNamed('agrees')));
    const early = jumpTo(end, 1);
    const changed = setFact(early, 'order.total', 80);
    expect(whatIfFacts(changed)).toEqual(['order.total']);
    expect(outcome(runOut(changed))).toBe('escalated');
    const twice = setFact(stepForward(changed), 'sentiment', 0.5);
    expect(resetWhatIf(twice)).toBe(early);
    expect(outcome(runOut(resetWhatIf(twice)))).toBe('refunded');
  });

  it('fills in the fact that a run got stuck on, from before it got stuck', () => {
    const stuck = runOut(startTimeline(program, contactNamed('blank')));
    expect(outcome(stuck)).toBe('stuck');
    const filled = runOut(setFact(stuck, 'order.total', 80));
    expect(outcome(filled)).toBe('escalated');
    expect(pathOf(traceOf(filled)).filter((step) => step === 'how-much')).toHaveLength(1);
  });

  it('refuses a value that the fact cannot hold', () => {
    const start = startTimeline(program, contactNamed('agrees'));
    expect(setFact(start, 'order.total', 'much')).toBe(start);
  });
});
