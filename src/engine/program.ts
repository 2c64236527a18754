import type { Evaluate } from '../condition/compile.ts';
import type { Environment } from '../condition/environment.ts';
import type { Expression } from '../condition/expression.ts';
import type { ValueType } from '../condition/type.ts';
import type { Outcome } from '../condition/value.ts';
import type { Limits, Procedure, StepId, TriggerCategory } from '../document/model.ts';
import type { KnownTexts } from './known-texts.ts';
import type { Scope } from './scopes.ts';
import type { ForbiddenText } from '../document/texts/text-rules.ts';
import type { SaidAs, TraceEvent } from './trace.ts';

/**
 * A procedure made ready to run: expressions are closures, ids are indices, names are slots, and for everything that
 * can be written it is known what reads it. Immutable, but for memos that no caller can observe. Steps that nothing
 * leads to are not in it.
 */
export interface Program {
  /** The first: those that its steps run are in `scopes`. */
  readonly procedure: Procedure;
  readonly scopes: readonly Scope[];
  /** Of all scopes: what stands in a procedure that is run is called `verify/customer.email`. */
  readonly environment: Environment;
  /** By slot: parameters; everything else unknown. */
  readonly initial: readonly Outcome[];
  readonly texts: KnownTexts;
  readonly derivedSlots: readonly number[];
  /** By slot. */
  readonly derived: readonly (Condition | undefined)[];
  /** By slot: what must be evaluated anew when the slot is written. */
  readonly readers: readonly (Readers | undefined)[];
  readonly context: ContextSlots;
  readonly steps: readonly CompiledStep[];
  readonly stepIndex: ReadonlyMap<StepId, number>;
  readonly start: number;
  /** In the order in which they are evaluated: category rank, then step id, then position. */
  readonly triggers: readonly CompiledTrigger[];
  readonly guardrails: readonly CompiledGuardrail[];
  /** Every text that a customer may see. */
  readonly sayings: readonly Saying[];
  /** The wordings that guardrails want said. */
  readonly disclosures: readonly Disclosure[];
  /** Whether some guardrail asks for a confirmation, which lapses: only then is it noted when a slot was written. */
  readonly confirms: boolean;
  /** Whether some expression counts visits: only then are they counted. */
  readonly countsVisits: boolean;
  /** Of the actions of all scopes, by name; `write` where one of them says so. */
  readonly effects: ReadonlyMap<string, 'read' | 'write'>;
}

export interface Condition {
  readonly source: string;
  readonly expression: Expression;
  readonly evaluate: Evaluate;
  /** Slots of facts and context that it hangs on, through derived names. */
  readonly inputs: readonly number[];
  /** All inputs are plain values: nothing inside them can be unknown. */
  readonly plain: boolean;
}

export interface Readers {
  readonly derived: readonly number[];
  readonly triggers: readonly number[];
}

export interface ContextSlots {
  readonly intent: number;
  readonly channel: number;
  readonly locale: number;
  readonly at: number;
  readonly turns: number;
}

/** No step: where a link leads nowhere. */
export const nowhere = -1;

export interface CompiledStep {
  readonly index: number;
  /** In a procedure that a step runs: `verify/ask-email`. */
  readonly id: StepId;
  /** Where it stands, and its id there. */
  readonly scope: Scope;
  readonly ownId: StepId;
  readonly work: Work;
  /** False on escalation and end steps. */
  readonly triggersFire: boolean;
  /** Guardrails whose `before` names the step, or the action that it calls. */
  readonly before: readonly number[];
  /** What reads `visits("this step")`. */
  readonly visitReaders: Readers | undefined;
  readonly entered: TraceEvent;
}

export type Work =
  | {
      readonly kind: 'message';
      readonly says: readonly number[];
      readonly instruct: CompiledText | undefined;
      readonly next: number;
    }
  | QuestionWork
  | ActionWork
  | DecisionWork
  | ProcedureWork
  | ReturnWork
  | EscalationWork
  | {
      readonly kind: 'end';
      readonly outcome: string;
      readonly says: readonly number[];
      readonly ended: EndedEvent;
    };

/** Begins a procedure that a step runs. */
export interface ProcedureWork {
  readonly kind: 'procedure';
  readonly gives: readonly Given[];
  /** Triggers of the procedure that begins, and of those that it runs. */
  readonly triggers: readonly number[];
  readonly start: number;
  readonly opened: TraceEvent;
}

/** A fact that a procedure is told when it begins. */
export interface Given {
  readonly slot: number;
  readonly name: string;
  readonly nullable: boolean;
  readonly condition: Condition;
}

/** An end of a procedure that a step runs: goes on where the step leads. */
export interface ReturnWork {
  readonly kind: 'return';
  readonly says: readonly number[];
  readonly outcome: string;
  /** The step that ran the procedure. */
  readonly caller: number;
  readonly returns: readonly Returned[];
  readonly next: number;
  readonly closed: TraceEvent;
}

export interface Returned {
  readonly slot: number;
  readonly name: string;
  readonly nullable: boolean;
  /** Where the value comes from, and what that hangs on. */
  readonly from: number;
  readonly isDerived: boolean;
  readonly inputs: readonly number[];
}

export type EndedEvent = Extract<TraceEvent, { type: 'ended' }>;

export interface QuestionWork {
  readonly kind: 'question';
  /** Disclosures, said on entry even when the question needs no asking. */
  readonly discloses: readonly number[];
  readonly asks: readonly number[];
  readonly collects: readonly CollectedFact[];
  readonly retries: number;
  readonly giveUp: number;
  readonly next: number;
}

export interface CollectedFact {
  readonly name: string;
  readonly slot: number;
}

export interface ActionWork {
  readonly kind: 'action';
  readonly action: string;
  readonly args: readonly Argument[];
  /** Slots that the arguments hang on, through derived names. */
  readonly inputs: readonly number[];
  readonly next: number;
  readonly onError: number;
}

export interface Argument {
  readonly name: string;
  readonly optional: boolean;
  readonly condition: Condition;
}

export interface DecisionWork {
  readonly kind: 'decision';
  /** A table that claims to be so: what else holds is recorded. */
  readonly unique: boolean;
  readonly branches: readonly CompiledBranch[];
  readonly otherwise: number;
  readonly otherwiseDecided: TraceEvent;
}

/** Its events are made beforehand: what was decided follows from which branch decided, and how. */
export interface CompiledBranch {
  readonly evaluate: Evaluate;
  readonly condition: Condition;
  readonly next: number;
  readonly taken: TraceEvent;
  readonly unknown: TraceEvent;
  readonly error: TraceEvent;
}

export interface EscalationWork {
  readonly kind: 'escalation';
  readonly says: readonly number[];
  readonly queue: string | undefined;
  readonly priority: string;
  readonly handoff: CompiledText | undefined;
  /** When a branch led there; when a trigger did. */
  readonly ended: EndedEvent;
  readonly endedBy: Readonly<Record<TriggerCategory, EndedEvent>>;
}

export interface CompiledTrigger {
  /** It fires on steps of this scope and of those inside it. */
  readonly scope: Scope;
  readonly evaluate: Evaluate;
  readonly step: number;
  readonly stepId: StepId;
  /** Position in the step's list. */
  readonly position: number;
  readonly category: TriggerCategory;
  readonly condition: Condition;
}

export interface CompiledGuardrail {
  readonly index: number;
  /** In a procedure that a step runs: `verify/privacy-notice`. */
  readonly id: string;
  readonly scope: Scope;
  readonly ownId: string;
  readonly severity: 'block' | 'warn';
  /** Index into the program's disclosures. */
  readonly disclose: number | undefined;
  readonly alwaysSay: number | undefined;
  readonly confirm: Condition | undefined;
  readonly require: Condition | undefined;
  readonly neverSay: readonly ForbiddenText[];
  readonly limits: Limits | undefined;
}

export interface Saying {
  readonly step: StepId;
  readonly as: SaidAs;
  /** Whose disclosure it is. */
  readonly guardrail: string | undefined;
  /** Index into the program's disclosures, where it is one. */
  readonly disclosure: number | undefined;
  readonly wording: CompiledWording;
  /** Guardrails with text rules that govern the step. */
  readonly governedBy: readonly number[];
}

export interface Disclosure {
  readonly guardrail: number;
  readonly wording: CompiledWording;
}

/** A wording's variants, in the text's order; one without a locale when it is the same for all. */
export interface CompiledWording {
  readonly variants: readonly WordingVariant[];
}

export interface WordingVariant {
  readonly locale: string | undefined;
  /** The language part of the locale that the text is written in. */
  readonly language: string;
  readonly text: CompiledText;
}

/** Literal text and expressions between; `literal` when there are none. */
export interface CompiledText {
  readonly literal: string | undefined;
  readonly parts: readonly (string | TextExpression)[];
}

export interface TextExpression {
  readonly source: string;
  readonly condition: Condition;
  readonly type: ValueType;
}
