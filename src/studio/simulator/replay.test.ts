import { describe, expect, it } from 'vitest';
import { pathOf } from '../../engine/run.ts';
import { contactNamed, programOf, refundText } from './rehearsal.fixture.ts';
import { replay } from './replay.ts';
import {
  answer,
  currentRun,
  jumpTo,
  resetWhatIf,
  runOut,
  setFact,
  startTimeline,
  traceOf,
} from './timeline.ts';

const program = programOf(refundText);
const edited = (from: string, to: string) => {
  if (!refundText.includes(from)) throw new Error(`the text has no ${from}`);
  return programOf(refundText.replaceAll(from, to));
};

describe('a replay on another version', () => {
  it('stands at the same point, and says nothing when the path is the same', () => {
    const before = jumpTo(runOut(startTimeline(program, contactNamed('agrees'))), 2);
    const { timeline, change } = replay(edited('say: Hello.', 'say: Good day.'), before);
    expect(change).toBeUndefined();
    expect(timeline.at).toBe(2);
    expect(traceOf(timeline)).toContainEqual(expect.objectContaining({ type: 'said', text: 'Good day.' }));
  });

  it('says where the path parts', () => {
    const before = runOut(startTimeline(program, contactNamed('agrees')));
    const { timeline, change } = replay(edited('value: 50', 'value: 10'), before);
    expect(change).toMatchObject({ after: 'how-much', was: 'sure', now: 'person' });
    expect(currentRun(timeline).result?.outcome).toBe('escalated');
    const there = traceOf(jumpTo(timeline, change?.moment ?? -1));
    expect(pathOf(there).at(-1)).toBe('person');
  });

  it('takes a renamed step for the same one', () => {
    const before = runOut(startTimeline(program, contactNamed('agrees')));
    expect(replay(edited('how-much', 'amount'), before).change).toBeUndefined();
  });

  it('carries typed answers and changed facts over, and their reset', () => {
    const waiting = runOut(startTimeline(program, contactNamed('silent')));
    const before = runOut(setFact(answer(waiting, 'Yes.', { 'request.confirmed': true }), 'sentiment', 0.2));
    const { timeline, change } = replay(edited('outcome: refunded', 'outcome: paid'), before);
    expect(change).toBeUndefined();
    expect(currentRun(timeline).result?.outcome).toBe('paid');
    expect(currentRun(runOut(resetWhatIf(timeline))).result?.outcome).toBe('paid');
  });

  it('follows the contact when that is what changed', () => {
    const before = runOut(startTimeline(program, contactNamed('agrees')));
    const dearer = { ...contactNamed('agrees'), facts: { 'order.total': 90 } };
    expect(replay(program, before, dearer).change).toMatchObject({ was: 'sure', now: 'person' });
  });

  it('drops an answer that nothing asks for any more', () => {
    const waiting = runOut(startTimeline(program, contactNamed('silent')));
    const before = runOut(answer(waiting, 'Yes.', { 'request.confirmed': true }));
    const { timeline } = replay(edited('value: 50', 'value: 10'), before);
    expect(currentRun(timeline).result?.outcome).toBe('escalated');
  });
});
