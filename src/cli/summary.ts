import type { Result } from '../engine/result.ts';

/** Counts what came of the contacts. */
export class Summary {
  private contacts = 0;
  private violations = 0;
  private readonly ends = new Map<string, number>();
  private readonly outcomes = new Map<string, number>();
  private readonly undeclaredFacts = new Set<string>();

  add(result: Result): void {
    this.contacts++;
    this.violations += result.violations.length;
    this.ends.set(result.ended, (this.ends.get(result.ended) ?? 0) + 1);
    if (result.ended === 'end')
      this.outcomes.set(result.outcome, (this.outcomes.get(result.outcome) ?? 0) + 1);
  }

  undeclared(facts: readonly string[]): void {
    for (const fact of facts) if (this.undeclaredFacts.size < 50) this.undeclaredFacts.add(fact);
  }

  text(): string {
    const lines = [`${this.contacts} ${this.contacts === 1 ? 'contact' : 'contacts'}: ${counts(this.ends)}`];
    if (this.outcomes.size > 0) lines.push(`outcomes: ${counts(this.outcomes)}`);
    if (this.violations > 0) lines.push(`guardrails violated: ${this.violations}`);
    if (this.undeclaredFacts.size > 0) {
      lines.push(
        `facts that the procedure does not declare were ignored: ${[...this.undeclaredFacts].join(', ')}`,
      );
    }
    return `${lines.join('\n')}\n`;
  }
}

function counts(map: ReadonlyMap<string, number>): string {
  if (map.size === 0) return 'none';
  return [...map]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
