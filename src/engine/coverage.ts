import type { StepId } from '../document/model.ts';
import type { Program } from './program.ts';
import type { TraceEvent } from './trace.ts';

/** How often each step was entered and each way out of a decision taken. */
export interface Coverage {
  readonly contacts: number;
  /** Every step that runs, in the text's order. */
  readonly steps: ReadonlyMap<StepId, number>;
  readonly branches: readonly BranchCoverage[];
  readonly triggers: readonly TriggerCoverage[];
}

export interface BranchCoverage {
  readonly step: StepId;
  readonly branch: number | 'otherwise';
  readonly taken: number;
}

export interface TriggerCoverage {
  readonly step: StepId;
  readonly position: number;
  readonly fired: number;
}

/** From recorded traces. */
export function coverageOf(
  program: Program,
  results: Iterable<{ readonly trace: readonly TraceEvent[] }>,
): Coverage {
  const counter = new CoverageCounter(program);
  for (const { trace } of results) counter.add(trace);
  return counter.coverage();
}

/** Counts traces as they come, so that none need be kept. */
export class CoverageCounter {
  private contacts = 0;
  private readonly counts = new Map<string, number>();

  constructor(private readonly program: Program) {}

  add(trace: readonly TraceEvent[]): void {
    this.contacts++;
    for (const event of trace) {
      if (event.type === 'entered') this.count(event.step, 'entered');
      else if (event.type === 'triggered') this.count(event.step, `trigger ${event.index}`);
      else if (event.type === 'decided' && event.taken !== undefined) this.count(event.step, event.taken);
    }
  }

  coverage(): Coverage {
    const { steps, triggers } = this.program;
    const branches = steps.flatMap(({ id, work }): readonly BranchCoverage[] => {
      if (work.kind !== 'decision') return [];
      const ways = work.branches.map((_, branch) => ({ step: id, branch, taken: this.counted(id, branch) }));
      if (work.otherwise === -1) return ways;
      return [...ways, { step: id, branch: 'otherwise', taken: this.counted(id, 'otherwise') }];
    });
    return {
      contacts: this.contacts,
      steps: new Map(steps.map(({ id }) => [id, this.counted(id, 'entered')])),
      branches,
      triggers: triggers.map(({ stepId, position }) => ({
        step: stepId,
        position,
        fired: this.counted(stepId, `trigger ${position}`),
      })),
    };
  }

  private count(step: StepId, what: string | number): void {
    const key = JSON.stringify([step, what]);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  private counted(step: StepId, what: string | number): number {
    return this.counts.get(JSON.stringify([step, what])) ?? 0;
  }
}
