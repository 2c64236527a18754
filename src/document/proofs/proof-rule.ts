import type { CodedFinding, Finding } from '../finding.ts';
import type { Link } from '../operations/link.ts';
import type { RuleContext, RulePage } from '../rules/rule.ts';

/** What a proof looks at: a procedure whose names have been checked. */
export type ProofContext = RuleContext;

export interface ProofFinding extends Finding {
  /** The way through the procedure that shows it, from the start; the canvas lights it. */
  readonly trail?: readonly Link[];
}

export interface CodedProofFinding extends CodedFinding {
  readonly trail?: readonly Link[];
}

/**
 * A rule that reasons about every run. Sound: it reports what holds, and keeps silent where it cannot tell. Runs off
 * the main thread; `check` may remember by the identity of steps and expressions, which outlive edits elsewhere.
 */
export interface ProofRule extends RulePage {
  check(context: ProofContext): Iterable<ProofFinding>;
}
