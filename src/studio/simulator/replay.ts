import type { StepId } from '../../document/model.ts';
import type { Contact } from '../../engine/contact.ts';
import { advance } from '../../engine/advance.ts';
import type { Program } from '../../engine/program.ts';
import { pathOf, type Run } from '../../engine/run.ts';
import { startTimeline, type Moment, type Timeline } from './timeline.ts';
import { wholeProcedure } from './whole-procedure.ts';

/** Where the path of a replayed contact parts from the one before. */
export interface PathChange {
  /** Where in the new rehearsal it happens. */
  readonly moment: number;
  /** The last step that both paths share. */
  readonly after: StepId | undefined;
  /** The step that followed before; undefined: it ended there. */
  readonly was: StepId | undefined;
  /** The step that follows now; undefined: it ends there. */
  readonly now: StepId | undefined;
}

export interface Replay {
  readonly timeline: Timeline;
  readonly change: PathChange | undefined;
}

/**
 * Plays the same contact, answers and changes of facts against another program, up to the same point. An answer
 * that nothing asks for any more is left out; where the path parts, so does what was typed for the old one.
 */
export function replay(program: Program, before: Timeline, contact: Contact = before.contact): Replay {
  const replayed = replayMoments(program, before, contact);
  const original = before.original && replayMoments(program, before.original, contact);
  return {
    timeline: { ...replayed, original },
    change: pathChange(before, replayed),
  };
}

function replayMoments(program: Program, before: Timeline, contact: Contact): Timeline {
  const start = startTimeline(program, contact);
  const moments: Moment[] = [...start.moments];
  for (const { cause } of before.moments.slice(1)) {
    const run = moments.at(-1)!.run;
    if (!cause || !applies(run, cause.type)) continue;
    const next = advance(program, run, cause);
    if (next !== run) moments.push({ run: next, cause });
  }
  return { ...start, moments, at: Math.min(before.at, moments.length - 1) };
}

function applies(run: Run, type: 'step' | 'answer' | 'set-fact'): boolean {
  switch (type) {
    case 'step':
      return run.status === 'running';
    case 'answer':
      return run.status === 'waiting';
    case 'set-fact':
      return true;
  }
}

/** Compares the steps entered up to the shorter path's end; a step that only changed its id counts as the same. */
function pathChange(before: Timeline, after: Timeline): PathChange | undefined {
  const was = pathOf(before.moments.at(-1)!.run.trace);
  const now = pathOf(after.moments.at(-1)!.run.trace);
  const gone = new Set(was.filter((step) => !wholeProcedure(after.program).steps.has(step)));
  const added = new Set(now.filter((step) => !wholeProcedure(before.program).steps.has(step)));
  const renamed = new Map<StepId, StepId>();
  for (let index = 0; index < Math.max(was.length, now.length); index += 1) {
    const old = was[index];
    const current = now[index];
    if (old === current) continue;
    if (old !== undefined && current !== undefined && gone.has(old) && added.has(current)) {
      if ((renamed.get(old) ?? current) === current) {
        renamed.set(old, current);
        continue;
      }
    }
    const sharedEnd =
      old === undefined && !before.moments.at(-1)!.run.trace.some(({ type }) => type === 'ended');
    if (sharedEnd) return undefined;
    return { moment: momentOfVisit(after, index), after: now[index - 1], was: old, now: current };
  }
  return undefined;
}

/** The moment in which the path reached its n-th step (from 0). */
function momentOfVisit(timeline: Timeline, visit: number): number {
  const found = timeline.moments.findIndex(({ run }) => pathOf(run.trace).length > visit);
  return found === -1 ? timeline.moments.length - 1 : found;
}
