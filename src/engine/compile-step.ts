import { assignable } from '../condition/type-rules.ts';
import { booleanType } from '../document/checked-expression.ts';
import { outcomeOf } from '../document/calls/outcomes.ts';
import type { Path } from '../document/diagnostic.ts';
import type {
  ActionStep,
  DecisionStep,
  EndStep,
  EscalationStep,
  ProcedureStep,
  Step,
  StepId,
  Wording,
} from '../document/model.ts';
import type { ConditionCompiler } from './compile-condition.ts';
import {
  nowhere,
  type ActionWork,
  type CompiledBranch,
  type CompiledGuardrail,
  type CompiledStep,
  type DecisionWork,
  type EndedEvent,
  type EscalationWork,
  type ProcedureWork,
  type Readers,
  type ReturnWork,
  type Work,
} from './program.ts';
import type { Caller, Scope } from './scopes.ts';
import type { SaidAs, TraceEvent } from './trace.ts';

/** What the compiler of a step asks of the procedure around it. Ids and names are that procedure's own. */
export interface StepSetting {
  readonly scope: Scope;
  readonly conditions: ConditionCompiler;
  slotOf(fact: string, path: Path): number;
  target(id: StepId | undefined, path: Path): number;
  saying(step: StepId, as: SaidAs, wording: Wording, path: Path, guardrail?: CompiledGuardrail): number;
  /** Guardrails that stand before a step, or before the action that it calls. */
  beforeOf(id: StepId, action: string | undefined): readonly number[];
  guardrailNamed(id: string): CompiledGuardrail | undefined;
  /** The scope of what a step runs; undefined where there is none, which is reported already. */
  scopeRunBy(id: StepId): Scope | undefined;
  /** The setting of the step that runs this procedure. */
  readonly outer: StepSetting | undefined;
  /** The index of a step. */
  indexOf(id: StepId): number;
  startOf(scope: Scope): number;
  triggersWithin(scope: Scope): readonly number[];
  report(path: Path, message: string): void;
}

export function compileStep(
  ownId: StepId,
  step: Step,
  setting: StepSetting,
  visitReaders: Readers | undefined,
): CompiledStep {
  const { scope } = setting;
  const id = `${scope.prefix}${ownId}`;
  return {
    index: setting.indexOf(ownId),
    id,
    scope,
    ownId,
    work: compileWork(ownId, step, setting),
    triggersFire: step.kind !== 'escalation' && step.kind !== 'end',
    before: setting.beforeOf(ownId, step.kind === 'action' ? step.call : undefined),
    visitReaders,
    entered: { type: 'entered', step: id },
  };
}

function compileWork(id: StepId, step: Step, setting: StepSetting): Work {
  const path: Path = ['steps', id];
  const { scope, conditions } = setting;
  const say = (wording: Wording | undefined, as: SaidAs, key: string): readonly number[] =>
    wording === undefined ? [] : [setting.saying(id, as, wording, [...path, key])];
  switch (step.kind) {
    case 'message':
      return {
        kind: 'message',
        says: [...say(step.say, 'message', 'say'), ...disclosuresOf(id, step.includes, setting)],
        instruct:
          step.instruct === undefined
            ? undefined
            : conditions.text(scope, step.instruct, [...path, 'instruct']),
        next: setting.target(step.next, [...path, 'next']),
      };
    case 'question':
      return {
        kind: 'question',
        discloses: disclosuresOf(id, step.includes, setting),
        asks: say(step.ask, 'question', 'ask'),
        collects: step.collects.map((name, at) => ({
          name: `${scope.prefix}${name}`,
          slot: setting.slotOf(name, [...path, 'collects', at]),
        })),
        retries: step.retries ?? Number.POSITIVE_INFINITY,
        giveUp: setting.target(step.giveUp, [...path, 'giveUp']),
        next: setting.target(step.next, [...path, 'next']),
      };
    case 'action':
      return compileAction(step, path, setting);
    case 'decision':
      return compileDecision(id, step, setting);
    case 'procedure':
      return compileProcedureStep(id, step, setting);
    case 'escalation':
      return compileEscalation(id, step, path, setting, say(step.say, 'escalation', 'say'));
    case 'end':
      return compileEnd(id, step, setting, say(step.say, 'end', 'say'));
  }
}

function compileEnd(id: StepId, step: EndStep, setting: StepSetting, says: readonly number[]): Work {
  const outcome = outcomeOf(id, step);
  const { outer, scope } = setting;
  if (outer && scope.caller) return compileReturn(outcome, scope.caller, setting, outer, says);
  const reason = `${id} ends it: ${outcome}.`;
  return {
    kind: 'end',
    outcome,
    says,
    ended: { type: 'ended', step: id, ended: 'end', outcome, reason, unknown: [] },
  };
}

function compileReturn(
  outcome: string,
  { id, step, scope: outerScope }: Caller,
  { scope, conditions }: StepSetting,
  outer: StepSetting,
  says: readonly number[],
): ReturnWork {
  const path: Path = ['steps', id];
  const next = step.outcomes.get(outcome) ?? step.next;
  const returns = [...step.returns].flatMap(([ours, theirs]) => {
    const slot = outer.slotOf(ours, [...path, 'returns', ours]);
    const source = scope.environment.byName.get(theirs);
    const from = source && scope.slots[source.slot];
    const wanted = outerScope.environment.byName.get(ours);
    if (!source || from === undefined || !wanted || !['fact', 'derived'].includes(source.role)) {
      outer.report([...path, 'returns', ours], `${scope.procedure.id} has no fact "${theirs}".`);
      return [];
    }
    if (!assignable(source.type, wanted.type)) {
      outer.report([...path, 'returns', ours], `${theirs} does not fit ${ours}.`);
    }
    const isDerived = source.role === 'derived';
    const inputs = isDerived ? [...conditions.inputsOfDerived(from)] : [from];
    const name = `${outerScope.prefix}${ours}`;
    return [{ slot, name, nullable: wanted.type.nullable === true, from, isDerived, inputs }];
  });
  const caller = `${outerScope.prefix}${id}`;
  return {
    kind: 'return',
    says,
    outcome,
    caller: outer.indexOf(id),
    returns,
    next: outer.target(next, step.outcomes.has(outcome) ? [...path, 'outcomes', outcome] : [...path, 'next']),
    closed: {
      type: 'closed',
      step: caller,
      procedure: scope.procedure.id,
      outcome,
      next: next === undefined ? undefined : `${outerScope.prefix}${next}`,
    },
  };
}

function compileProcedureStep(id: StepId, step: ProcedureStep, setting: StepSetting): ProcedureWork {
  const path: Path = ['steps', id];
  const { scope, conditions } = setting;
  const inner = setting.scopeRunBy(id);
  const gives = [...step.with].flatMap(([name, source]) => {
    const fact = inner?.environment.byName.get(name);
    const slot = fact && inner?.slots[fact.slot];
    if (!inner || slot === undefined || fact?.role !== 'fact') {
      if (inner) setting.report([...path, 'with', name], `${inner.procedure.id} has no fact "${name}".`);
      return [];
    }
    const condition = conditions.compile(scope, source, [...path, 'with', name], fact.type);
    return [{ slot, name: `${inner.prefix}${name}`, nullable: fact.type.nullable === true, condition }];
  });
  return {
    kind: 'procedure',
    gives,
    triggers: inner ? setting.triggersWithin(inner) : [],
    start: inner ? setting.startOf(inner) : nowhere,
    opened: { type: 'opened', step: `${scope.prefix}${id}`, procedure: step.procedure ?? '' },
  };
}

function compileEscalation(
  ownId: StepId,
  step: EscalationStep,
  path: Path,
  { scope, conditions }: StepSetting,
  says: readonly number[],
): EscalationWork {
  const { queue, priority, handoff } = step;
  const id = `${scope.prefix}${ownId}`;
  const to = queue === undefined ? '' : ` to ${queue}`;
  const ended = (why: string): EndedEvent => {
    const reason = `${id} hands over${to}${why}.`;
    return { type: 'ended', step: id, ended: 'escalated', outcome: 'escalated', reason, unknown: [] };
  };
  return {
    kind: 'escalation',
    says,
    queue,
    priority,
    handoff: handoff === undefined ? undefined : conditions.text(scope, handoff, [...path, 'handoff']),
    ended: ended(''),
    endedBy: {
      safety: ended(' (safety)'),
      regulatory: ended(' (regulatory)'),
      'customer-request': ended(' (customer-request)'),
      'policy-exception': ended(' (policy-exception)'),
      'repeated-failure': ended(' (repeated-failure)'),
      sentiment: ended(' (sentiment)'),
    },
  };
}

function disclosuresOf(id: StepId, includes: readonly string[], setting: StepSetting): readonly number[] {
  return includes.flatMap((name, at) => {
    const guardrail = setting.guardrailNamed(name);
    const wording = setting.scope.procedure.guardrails.get(name)?.disclose;
    if (guardrail === undefined || wording === undefined) return [];
    return [setting.saying(id, 'disclosure', wording, ['steps', id, 'includes', at], guardrail)];
  });
}

function compileAction(step: ActionStep, path: Path, setting: StepSetting): ActionWork {
  const { scope, conditions } = setting;
  const declared = step.call === undefined ? undefined : scope.procedure.actions.get(step.call)?.input;
  const args = [...step.with].map(([name, source]) => {
    const input = declared?.get(name);
    const condition = conditions.compile(scope, source, [...path, 'with', name], input?.type);
    return { name, optional: input?.optional ?? false, condition };
  });
  return {
    kind: 'action',
    action: step.call ?? '',
    args,
    inputs: [...new Set(args.flatMap(({ condition }) => condition.inputs))],
    next: setting.target(step.next, [...path, 'next']),
    onError: setting.target(step.onError, [...path, 'onError']),
  };
}

function compileDecision(ownId: StepId, step: DecisionStep, setting: StepSetting): DecisionWork {
  const { scope, conditions: compiler } = setting;
  const qualified = (id: StepId | undefined): StepId | undefined =>
    id === undefined ? undefined : `${scope.prefix}${id}`;
  const decided = (
    conditions: readonly (boolean | 'unknown' | 'error')[],
    taken: number | 'otherwise' | undefined,
    next: StepId | undefined,
  ): TraceEvent => ({
    type: 'decided',
    step: `${scope.prefix}${ownId}`,
    conditions,
    taken,
    next: qualified(next),
  });
  const branches = step.branches.map(({ when, next }, index): CompiledBranch => {
    const path: Path = ['steps', ownId, 'branches', index];
    const before = step.branches.slice(0, index).map(() => false);
    const condition = compiler.compile(scope, when, [...path, 'when'], booleanType);
    return {
      evaluate: condition.evaluate,
      condition,
      next: setting.target(next, [...path, 'next']),
      taken: decided([...before, true], index, next),
      unknown: decided([...before, 'unknown'], undefined, undefined),
      error: decided([...before, 'error'], undefined, undefined),
    };
  });
  return {
    kind: 'decision',
    unique: step.columns !== undefined && step.hits === 'unique',
    branches,
    otherwise: setting.target(step.otherwise, ['steps', ownId, 'otherwise']),
    otherwiseDecided: decided(
      branches.map(() => false),
      step.otherwise === undefined ? undefined : 'otherwise',
      step.otherwise,
    ),
  };
}
