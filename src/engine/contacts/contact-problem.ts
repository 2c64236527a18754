/** What is wrong with a file of contacts, or with one contact in it. */
export interface ContactProblem {
  /** `error`: the contact could not be read and is left out. `warning`: it runs, less what the problem names. */
  readonly severity: 'error' | 'warning';
  /** One plain sentence. */
  readonly message: string;
  /** The contact's id, where it has one. */
  readonly contact: string | undefined;
  /** 1-based, of the file that was read. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Set when it is an expectation that cannot be read: the run is not affected, what is tested is. */
  readonly about?: 'expectation';
}

/** Files may hold many thousands of faulty contacts: people read the first of them, and a count. */
export const problemLimit = 100;

/** A list of problems, and how many more there were. */
export interface Problems {
  readonly problems: readonly ContactProblem[];
  readonly omitted: number;
}

export class ProblemList implements Problems {
  readonly problems: ContactProblem[] = [];
  omitted = 0;

  add(problem: ContactProblem): void {
    if (this.problems.length < problemLimit) this.problems.push(problem);
    else this.omitted++;
  }

  addAll({ problems, omitted }: Problems): void {
    for (const problem of problems) this.add(problem);
    this.omitted += omitted;
  }

  /** The problems, closed by one that counts the rest. */
  all(): readonly ContactProblem[] {
    if (this.omitted === 0) return this.problems;
    const message = `${this.omitted} more problems are not listed.`;
    return [
      ...this.problems,
      { severity: 'warning', message, contact: undefined, line: undefined, column: undefined },
    ];
  }
}
