import type { Environment } from '../../condition/environment.ts';
import type { Severity } from '../diagnostic.ts';
import type { Finding } from '../finding.ts';
import type { Procedure } from '../model.ts';

/** What a rule looks at. Names are those of the text, so that an unreadable entry still counts as declared. */
export interface RuleContext {
  readonly procedure: Procedure;
  readonly environment: Environment;
  readonly stepIds: ReadonlySet<string>;
  readonly guardrailIds: ReadonlySet<string>;
  readonly factNames: ReadonlySet<string>;
  readonly derivedNames: ReadonlySet<string>;
  readonly parameterNames: ReadonlySet<string>;
  readonly actionNames: ReadonlySet<string>;
  /** Some entry cannot be read, so that what nothing seems to use may yet be used. */
  readonly hasBroken: boolean;
}

/** A code with its page: one plain sentence, one text that it keeps silent on and one that it reports. */
export interface RulePage {
  readonly code: string;
  readonly severity: Severity;
  readonly summary: string;
  /** Sections of a procedure; what is missing of one is filled in by `completeExample`. */
  readonly valid: string;
  readonly invalid: string;
}

export interface Rule extends RulePage {
  check(context: RuleContext): Iterable<Finding>;
}
