import type { Environment } from '../../condition/environment.ts';
import type { Finding } from '../finding.ts';
import type { Procedure, ProcedureStep, StepId } from '../model.ts';
import type { ProcedureLookup } from '../procedure-lookup.ts';
import type { RulePage } from '../rules/rule.ts';

/** What a rule about steps that run procedures looks at. */
export interface CallContext {
  readonly procedure: Procedure;
  readonly environment: Environment;
  readonly lookup: ProcedureLookup;
  /** Ids of procedures that could be meant. */
  readonly known: readonly string[];
  readonly calls: readonly Call[];
}

export interface Call {
  readonly id: StepId;
  readonly step: ProcedureStep;
  /** Undefined where it is not found. */
  readonly called: Procedure | undefined;
}

/** Its examples run the procedure `identity-check` of `called-example.ts`. */
export interface CallRule extends RulePage {
  check(context: CallContext): Iterable<Finding>;
}
