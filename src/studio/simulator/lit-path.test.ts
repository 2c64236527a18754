import { describe, expect, it } from 'vitest';
import { linkKey } from '../../document/operations/link.ts';
import { litPathOf } from './lit-path.ts';
import { contactNamed, programOf, refundText } from './rehearsal.fixture.ts';
import { jumpTo, runOut, startTimeline, traceOf } from './timeline.ts';

const program = programOf(refundText);
const lit = (id: string, at?: number) => {
  const end = runOut(startTimeline(program, contactNamed(id)));
  return litPathOf(program.procedure, traceOf(at === undefined ? end : jumpTo(end, at)));
};

describe('the lit path', () => {
  it('holds the steps entered and the links between them', () => {
    const { current, steps, links } = lit('agrees');
    expect(current).toBe('done');
    expect([...steps]).toEqual(['hello', 'how-much', 'sure', 'agreed', 'pay', 'done']);
    expect([...links]).toEqual([
      linkKey({ from: undefined, slot: 'start' }),
      linkKey({ from: 'hello', slot: 'next' }),
      linkKey({ from: 'how-much', slot: 'otherwise' }),
      linkKey({ from: 'sure', slot: 'next' }),
      linkKey({ from: 'agreed', slot: 'branch', index: 0 }),
      linkKey({ from: 'pay', slot: 'next' }),
    ]);
  });

  it('lights no link for a trigger, which jumps', () => {
    const { current, links } = lit('furious');
    expect(current).toBe('person');
    expect([...links].some((key) => key.includes('person'))).toBe(false);
    expect(links.size).toBe(3);
  });

  it('takes the way of an error', () => {
    const failing = {
      ...contactNamed('agrees'),
      results: { refund: [{ ok: false, error: 'down' } as const] },
    };
    const trace = traceOf(runOut(startTimeline(program, failing)));
    expect(litPathOf(program.procedure, trace).links).toContain(linkKey({ from: 'pay', slot: 'onError' }));
  });

  it('is empty before the first step and grows with each', () => {
    expect(lit('agrees', 0)).toMatchObject({ current: undefined, steps: new Set() });
    expect(lit('agrees', 1).steps.size).toBe(1);
  });
});
