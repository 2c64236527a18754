import { describe, expect, it } from 'vitest';
import { contactNamed, programOf, refundText } from './rehearsal.fixture.ts';
import { currentRun, runOut, setFact, startTimeline, type Timeline } from './timeline.ts';
import { whyOf } from './why.ts';

const program = programOf(refundText);
const play = (id: string): Timeline => runOut(startTimeline(program, contactNamed(id)));

function whyAt(timeline: Timeline, type: string, step: string) {
  const run = currentRun(timeline);
  const index = run.trace.findIndex((event) => event.type === type && 'step' in event && event.step === step);
  if (index === -1) throw new Error(`no ${type} at ${step}`);
  return whyOf(program, run, index);
}

describe('why', () => {
  it('explains the branch that was taken, and why not the one before', () => {
    const { decision, arrival } = whyAt(play('agrees'), 'decided', 'how-much');
    expect(arrival).toMatchObject({ kind: 'link', from: 'hello' });
    expect(decision?.otherwise).toEqual({ next: 'sure', taken: true });
    expect(decision?.branches).toMatchObject([{ label: 'Above the limit', result: false, taken: false }]);
    expect(decision?.branches[0]?.explanation?.sentence).toMatch(/20.*not.*50/);
  });

  it('explains it with the values of that moment, not with later ones', () => {
    const changed = runOut(setFact(play('blank'), 'order.total', 80));
    const { decision } = whyAt(changed, 'decided', 'how-much');
    expect(decision?.branches[0]).toMatchObject({ result: true, taken: true });
    expect(decision?.branches[0]?.explanation?.sentence).toMatch(/80/);
  });

  it('names the fact for want of which a decision is stuck', () => {
    const { decision, ended } = whyAt(play('blank'), 'decided', 'how-much');
    expect(decision?.branches[0]).toMatchObject({
      result: 'unknown',
      explanation: { unknown: ['order.total'] },
    });
    expect(ended?.unknown).toEqual(['order.total']);
  });

  it('lists the guardrails that were checked before an action', () => {
    const { checks } = whyAt(play('agrees'), 'called', 'pay');
    expect(checks.map(({ event }) => [event.guardrail, event.result])).toEqual([
      ['timing', true],
      ['yes-first', true],
    ]);
    expect(checks[1]?.explanation?.sentence).toMatch(/request.confirmed/);
  });

  it('explains a trigger on what the turn had just set', () => {
    const timeline = play('furious');
    const run = currentRun(timeline);
    const why = whyOf(
      program,
      run,
      run.trace.findIndex(({ type }) => type === 'turn'),
    );
    expect(why.fired).toMatchObject({ category: 'sentiment', step: 'person' });
    expect(why.triggers[0]?.explanation.outcome).toBe(true);
    const arrival = whyAt(timeline, 'handed-over', 'person').arrival;
    expect(arrival).toMatchObject({ kind: 'trigger', from: 'sure', category: 'sentiment' });
    expect(arrival.kind === 'trigger' && arrival.why).toMatch(/^sentiment .* is below /);
  });

  it('says what a question still lacks', () => {
    const timeline = play('silent');
    expect(whyAt(timeline, 'said', 'sure').collects).toEqual([{ fact: 'request.confirmed', known: false }]);
    const run = currentRun(play('agrees'));
    const turn = run.trace.findIndex(({ type }) => type === 'turn');
    expect(whyOf(program, run, turn).collects).toEqual([{ fact: 'request.confirmed', known: true }]);
  });

  it('has nothing to explain before the first step', () => {
    expect(whyOf(program, currentRun(startTimeline(program, contactNamed('agrees'))), 0)).toMatchObject({
      step: undefined,
      arrival: { kind: 'start' },
      triggers: [],
    });
  });
});
