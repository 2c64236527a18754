import type { ValueType } from '../condition/type.ts';

/**
 * What a SOP text means, defaults filled in and short forms spelt out. It holds no offsets: a value's place in the
 * text is asked from the document by its path. Maps keep the text's order. Unreadable parts are left out (and have
 * a diagnostic), so a model exists for every text.
 */
export interface Procedure {
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly owner: string | undefined;
  readonly review: { readonly every: string | undefined; readonly by: readonly string[] } | undefined;
  readonly scope: Scope;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly derived: ReadonlyMap<string, Derived>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly start: StepId | undefined;
  readonly steps: ReadonlyMap<StepId, Step>;
  readonly guardrails: ReadonlyMap<string, Guardrail>;
}

export type StepId = string;

/** An empty list stands for "any". */
export interface Scope {
  readonly intents: readonly string[];
  readonly channels: readonly string[];
  readonly locales: readonly string[];
}

export interface Fact {
  readonly type: ValueType;
  /** Where its value comes from: an action's name, `conversation`, `signal`, `auth.session`, … */
  readonly source: string | undefined;
  readonly description: string | undefined;
}

export interface Derived {
  readonly type: ValueType;
  /** CEL. */
  readonly is: string;
  readonly description: string | undefined;
}

export interface Parameter {
  readonly type: ValueType;
  /** JSON as written; timestamps and durations as text. */
  readonly value: unknown;
  readonly owner: string | undefined;
  readonly description: string | undefined;
}

export interface Action {
  readonly input: ReadonlyMap<string, ActionInput>;
  readonly effect: 'read' | 'write';
  readonly description: string | undefined;
}

export interface ActionInput {
  readonly type: ValueType;
  readonly optional: boolean;
}

/** One text for every locale, or one per locale. */
export type Wording = string | ReadonlyMap<string, string>;

export type Step =
  | MessageStep
  | QuestionStep
  | ActionStep
  | DecisionStep
  | ProcedureStep
  | EscalationStep
  | EndStep;

export type StepKind = Step['kind'];

interface StepBase {
  readonly title: string | undefined;
  readonly description: string | undefined;
}

export interface MessageStep extends StepBase {
  readonly kind: 'message';
  /** Verbatim, may hold `{{expression}}`. Exactly one of `say` and `instruct`, or neither and only `includes`. */
  readonly say: Wording | undefined;
  /** Guidance that the agent words itself. */
  readonly instruct: string | undefined;
  /** Guardrails whose disclosure is said here word for word. */
  readonly includes: readonly string[];
  readonly next: StepId | undefined;
}

export interface QuestionStep extends StepBase {
  readonly kind: 'question';
  readonly ask: Wording | undefined;
  readonly includes: readonly string[];
  /** Fact names; passed when all are known. */
  readonly collects: readonly string[];
  /** How often it asks again after a turn that left something unknown; undefined: as long as there are turns. */
  readonly retries: number | undefined;
  /** Where to go when the retries are used up. */
  readonly giveUp: StepId | undefined;
  readonly next: StepId | undefined;
}

export interface ActionStep extends StepBase {
  readonly kind: 'action';
  readonly call: string | undefined;
  /** Input name to CEL. */
  readonly with: ReadonlyMap<string, string>;
  readonly next: StepId | undefined;
  readonly onError: StepId | undefined;
}

export interface DecisionStep extends StepBase {
  readonly kind: 'decision';
  /** CEL, one a column of a table; undefined where the decision is no table. */
  readonly columns: readonly string[] | undefined;
  /** `unique` claims that at most one row of the table holds. */
  readonly hits: 'first' | 'unique';
  readonly branches: readonly Branch[];
  readonly otherwise: StepId | undefined;
}

export interface Branch {
  /** CEL, boolean. Empty when the text has none yet. In a table it is made of the row's cells. */
  readonly when: string;
  /**
   * The row's cells in a table, as written: `''` and `-` stand for anything, a list is `[one, other]`. Undefined where
   * the decision is no table, or the row is not written as a list.
   */
  readonly cells: readonly string[] | undefined;
  readonly label: string | undefined;
  readonly next: StepId | undefined;
}

/** Runs another procedure in its place. */
export interface ProcedureStep extends StepBase {
  readonly kind: 'procedure';
  /** The other procedure's id. */
  readonly procedure: string | undefined;
  /** The other's fact to CEL over ours. */
  readonly with: ReadonlyMap<string, string>;
  /** Our fact to the other's fact or derived fact. */
  readonly returns: ReadonlyMap<string, string>;
  /** Where to go on after every outcome that `outcomes` does not list. */
  readonly next: StepId | undefined;
  /** Where to go on, by the outcome of the end that the other came to. */
  readonly outcomes: ReadonlyMap<string, StepId>;
}

export interface EscalationStep extends StepBase {
  readonly kind: 'escalation';
  readonly queue: string | undefined;
  readonly priority: 'low' | 'normal' | 'high' | 'urgent';
  readonly triggers: readonly Trigger[];
  /** Said to the customer before handing over. */
  readonly say: Wording | undefined;
  /** Template of what the person who takes over reads. */
  readonly handoff: string | undefined;
}

/** In rank order. */
export const triggerCategories = [
  'safety',
  'regulatory',
  'customer-request',
  'policy-exception',
  'repeated-failure',
  'sentiment',
] as const;
export type TriggerCategory = (typeof triggerCategories)[number];

export interface Trigger {
  readonly when: string;
  readonly category: TriggerCategory;
}

export interface EndStep extends StepBase {
  readonly kind: 'end';
  readonly outcome: string | undefined;
  readonly say: Wording | undefined;
}

export interface Guardrail {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly owner: string | undefined;
  readonly regulation: readonly string[];
  readonly severity: 'block' | 'warn';
  /** Step ids and action names that it is checked before (disclose, confirm, require). */
  readonly before: readonly string[];
  /** Steps whose texts it governs (neverSay, limits, tone); `'all'` for every step. */
  readonly appliesTo: 'all' | readonly StepId[];
  readonly disclose: Wording | undefined;
  /** CEL, boolean: the customer's yes. Lapses when an input of the action was written after it. */
  readonly confirm: string | undefined;
  /** CEL, boolean. */
  readonly require: string | undefined;
  /** Must have been said at least once before an `end`. */
  readonly alwaysSay: Wording | undefined;
  /** Words, case-insensitive at word boundaries, or `/…/` a linear-time regular expression. */
  readonly neverSay: readonly string[];
  readonly tone: string | undefined;
  readonly limits: Limits | undefined;
}

export interface Limits {
  /** Flesch–Kincaid grade of each text. */
  readonly readingGrade: number | undefined;
  readonly exclamationMarks: number | undefined;
  /** Words in one text. */
  readonly words: number | undefined;
}
