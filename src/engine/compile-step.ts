import { booleanType } from '../document/checked-expression.ts';
import type { Path } from '../document/diagnostic.ts';
import type { DecisionStep, EscalationStep, Procedure, Step, StepId, Wording } from '../document/model.ts';
import type { ConditionCompiler } from './compile-condition.ts';
import type {
  ActionWork,
  CompiledBranch,
  CompiledGuardrail,
  CompiledStep,
  DecisionWork,
  EndedEvent,
  EscalationWork,
  Readers,
  Work,
} from './program.ts';
import type { SaidAs, TraceEvent } from './trace.ts';

/** What the compiler of a step asks of the procedure around it. */
export interface StepScope {
  readonly procedure: Procedure;
  readonly conditions: ConditionCompiler;
  slotOf(fact: string, path: Path): number;
  target(id: StepId | undefined, path: Path): number;
  saying(step: StepId, as: SaidAs, wording: Wording, path: Path, guardrail?: CompiledGuardrail): number;
  /** Guardrails whose `before` has one of the names. */
  beforeOf(names: readonly string[]): readonly number[];
  guardrailNamed(id: string): CompiledGuardrail | undefined;
}

export function compileStep(
  id: StepId,
  index: number,
  step: Step,
  scope: StepScope,
  visitReaders: Readers | undefined,
): CompiledStep {
  const named = step.kind === 'action' && step.call !== undefined ? [id, step.call] : [id];
  return {
    index,
    id,
    work: compileWork(id, step, scope),
    triggersFire: step.kind !== 'escalation' && step.kind !== 'end',
    before: scope.beforeOf(named),
    visitReaders,
    entered: { type: 'entered', step: id },
  };
}

function compileWork(id: StepId, step: Step, scope: StepScope): Work {
  const path: Path = ['steps', id];
  const say = (wording: Wording | undefined, as: SaidAs, key: string): readonly number[] =>
    wording === undefined ? [] : [scope.saying(id, as, wording, [...path, key])];
  switch (step.kind) {
    case 'message':
      return {
        kind: 'message',
        says: [...say(step.say, 'message', 'say'), ...disclosuresOf(id, step.includes, scope)],
        instruct:
          step.instruct === undefined
            ? undefined
            : scope.conditions.text(step.instruct, [...path, 'instruct']),
        next: scope.target(step.next, [...path, 'next']),
      };
    case 'question':
      return {
        kind: 'question',
        discloses: disclosuresOf(id, step.includes, scope),
        asks: say(step.ask, 'question', 'ask'),
        collects: step.collects.map((name, at) => ({
          name,
          slot: scope.slotOf(name, [...path, 'collects', at]),
        })),
        retries: step.retries ?? Number.POSITIVE_INFINITY,
        giveUp: scope.target(step.giveUp, [...path, 'giveUp']),
        next: scope.target(step.next, [...path, 'next']),
      };
    case 'action':
      return compileAction(step, path, scope);
    case 'decision':
      return compileDecision(id, step, scope);
    case 'procedure':
      throw new Error('Procedure steps are laid out before steps are compiled.');
    case 'escalation':
      return compileEscalation(id, step, path, scope, say(step.say, 'escalation', 'say'));
    case 'end': {
      const outcome = step.outcome ?? id;
      const reason = `${id} ends it: ${outcome}.`;
      return {
        kind: 'end',
        outcome,
        says: say(step.say, 'end', 'say'),
        ended: { type: 'ended', step: id, ended: 'end', outcome, reason, unknown: [] },
      };
    }
  }
}

function compileEscalation(
  id: StepId,
  step: EscalationStep,
  path: Path,
  scope: StepScope,
  says: readonly number[],
): EscalationWork {
  const { queue, priority, handoff } = step;
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
    handoff: handoff === undefined ? undefined : scope.conditions.text(handoff, [...path, 'handoff']),
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

function disclosuresOf(id: StepId, includes: readonly string[], scope: StepScope): readonly number[] {
  return includes.flatMap((name, at) => {
    const guardrail = scope.guardrailNamed(name);
    const wording = scope.procedure.guardrails.get(name)?.disclose;
    if (guardrail === undefined || wording === undefined) return [];
    return [scope.saying(id, 'disclosure', wording, ['steps', id, 'includes', at], guardrail)];
  });
}

function compileAction(step: Extract<Step, { kind: 'action' }>, path: Path, scope: StepScope): ActionWork {
  const declared = step.call === undefined ? undefined : scope.procedure.actions.get(step.call)?.input;
  const args = [...step.with].map(([name, source]) => {
    const input = declared?.get(name);
    const condition = scope.conditions.compile(source, [...path, 'with', name], input?.type);
    return { name, optional: input?.optional ?? false, condition };
  });
  return {
    kind: 'action',
    action: step.call ?? '',
    args,
    inputs: [...new Set(args.flatMap(({ condition }) => condition.inputs))],
    next: scope.target(step.next, [...path, 'next']),
    onError: scope.target(step.onError, [...path, 'onError']),
  };
}

function compileDecision(id: StepId, step: DecisionStep, scope: StepScope): DecisionWork {
  const decided = (
    conditions: readonly (boolean | 'unknown' | 'error')[],
    taken: number | 'otherwise' | undefined,
    next: StepId | undefined,
  ): TraceEvent => ({
    type: 'decided',
    step: id,
    conditions,
    taken,
    next,
  });
  const branches = step.branches.map(({ when, next }, index): CompiledBranch => {
    const path: Path = ['steps', id, 'branches', index];
    const before = step.branches.slice(0, index).map(() => false);
    const condition = scope.conditions.compile(when, [...path, 'when'], booleanType);
    return {
      evaluate: condition.evaluate,
      condition,
      next: scope.target(next, [...path, 'next']),
      taken: decided([...before, true], index, next),
      unknown: decided([...before, 'unknown'], undefined, undefined),
      error: decided([...before, 'error'], undefined, undefined),
    };
  });
  return {
    kind: 'decision',
    branches,
    otherwise: scope.target(step.otherwise, ['steps', id, 'otherwise']),
    otherwiseDecided: decided(
      branches.map(() => false),
      step.otherwise === undefined ? undefined : 'otherwise',
      step.otherwise,
    ),
  };
}
