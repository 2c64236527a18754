import type { RunEnd } from '../../../engine/trace.ts';

/** One contact's line in the summary. */
export interface BatchRow {
  readonly id: string;
  readonly ended: RunEnd;
  readonly outcome: string;
  readonly path: readonly string[];
  /** Facts that it got stuck on. */
  readonly unknown: readonly string[];
  /** What came out otherwise than expected; undefined where the contact expects nothing. */
  readonly differences: readonly string[] | undefined;
}

export interface Covered {
  readonly total: number;
  readonly taken: number;
  readonly missed: readonly Missed[];
}

/** A step or a link that no contact took. */
export interface Missed {
  /** Whose it is: where "show" leads. */
  readonly step: string;
  readonly label: string;
}

export interface BatchReport {
  readonly rows: readonly BatchRow[];
  readonly steps: Covered;
  readonly branches: Covered;
  /** Milliseconds that the runs took. */
  readonly took: number;
}

export interface OutcomeCount {
  readonly outcome: string;
  readonly ended: RunEnd;
  readonly count: number;
}

/** How often each outcome came out, the most frequent first. */
export function countOutcomes(rows: readonly BatchRow[]): readonly OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const { outcome, ended } of rows) {
    const key = `${ended} ${outcome}`;
    counts.set(key, { outcome, ended, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || a.outcome.localeCompare(b.outcome));
}

export interface Verdicts {
  readonly met: number;
  readonly differing: number;
  readonly open: number;
}

export function countVerdicts(rows: readonly BatchRow[]): Verdicts {
  let met = 0;
  let differing = 0;
  for (const { differences } of rows) {
    if (differences?.length === 0) met += 1;
    else if (differences) differing += 1;
  }
  return { met, differing, open: rows.length - met - differing };
}
