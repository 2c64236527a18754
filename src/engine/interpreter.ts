import { callAction } from './action.ts';
import { closeProcedure, openProcedure } from './calls.ts';
import type { BoundTurn } from './contacts/bind-contact.ts';
import { checkAlwaysSaid, checkBefore } from './guardrails.ts';
import { awaiting, finished, none, type Memory } from './memory.ts';
import {
  nowhere,
  type CompiledBranch,
  type CompiledStep,
  type DecisionWork,
  type EscalationWork,
  type QuestionWork,
} from './program.ts';
import { continueQuestion, enterQuestion, leaveUnanswered } from './question.ts';
import { sayAll } from './speech.ts';
import { leave, stick } from './stuck.ts';
import { renderText } from './texts.ts';
import { evaluateTriggers } from './triggers.ts';

/** A run that enters more steps than this goes round in circles. */
export const stepLimit = 500;

/** Runs to the end on the contact's own turns; a question that none of them answers leaves the run stuck. */
export function runThrough(memory: Memory): void {
  while (memory.next !== finished) {
    if (memory.next !== awaiting) memory.next = visit(memory, memory.next);
    else if (!takeNextTurn(memory)) {
      const step = memory.stepAt(memory.at);
      memory.next = leaveUnanswered(memory, step, step.work as QuestionWork);
    }
  }
}

/** Enters a step and does what it says. Yields the step to enter next, `awaiting` or `finished`. */
export function visit(memory: Memory, index: number): number {
  if (memory.entered >= stepLimit) {
    return memory.end('looping', `The run entered ${stepLimit} steps and came to no end.`, none);
  }
  const { program } = memory;
  const step = program.steps[index] as CompiledStep;
  memory.at = index;
  memory.entered++;
  if (memory.trace !== undefined) memory.trace.push(step.entered);
  if (memory.path !== undefined) memory.path.push(step.id);
  if (program.countsVisits) memory.countVisit(step);
  if (memory.anyDirty && step.triggersFire) {
    const to = evaluateTriggers(memory, step);
    if (to !== nowhere) return to;
  }
  const { work } = step;
  // An action's guardrails are checked just before its call.
  if (step.before.length > 0 && work.kind !== 'action' && !checkBefore(memory, step, none)) return finished;
  switch (work.kind) {
    case 'decision':
      return decide(memory, step, work);
    case 'message':
      if (!sayAll(memory, step, work.says)) return finished;
      if (memory.trace !== undefined && work.instruct !== undefined) {
        memory.trace.push({ type: 'instructed', step: step.id, text: renderText(work.instruct, memory) });
      }
      return leave(memory, step, work.next);
    case 'question':
      return enterQuestion(memory, step, work);
    case 'action':
      return callAction(memory, step, work);
    case 'procedure':
      return openProcedure(memory, step, work);
    case 'return':
      return closeProcedure(memory, step, work);
    case 'escalation':
      return escalate(memory, step, work);
    case 'end':
      if (!sayAll(memory, step, work.says) || !checkAlwaysSaid(memory, step)) return finished;
      return memory.endWith(work.ended);
  }
}

/** The contact's next turn, for the question that waits; false when it has none left. */
export function takeNextTurn(memory: Memory): boolean {
  const turn = memory.contact.turns[memory.used];
  if (turn === undefined) return false;
  memory.used++;
  takeTurn(memory, turn);
  return true;
}

/** A customer's turn, for the question that waits. */
export function takeTurn(memory: Memory, turn: BoundTurn): void {
  const step = memory.stepAt(memory.at);
  if (memory.trace !== undefined) memory.trace.push({ type: 'turn', text: turn.text, index: memory.turns });
  memory.turns++;
  memory.tick();
  for (const write of turn.writes) memory.write(write);
  memory.writeSlot(memory.program.context.turns, memory.turns);
  const to = memory.anyDirty ? evaluateTriggers(memory, step) : nowhere;
  memory.next = to === nowhere ? continueQuestion(memory, step, step.work as QuestionWork) : to;
}

function decide(memory: Memory, step: CompiledStep, work: DecisionWork): number {
  const { branches } = work;
  for (let index = 0; index < branches.length; index++) {
    const branch = branches[index] as CompiledBranch;
    const outcome = branch.evaluate(memory);
    if (outcome === false) continue;
    if (outcome === true) {
      if (memory.trace !== undefined) {
        memory.trace.push(branch.taken);
        if (work.unique) recordOverlap(memory, step, branches, index);
      }
      return branch.next === nowhere ? leave(memory, step, nowhere) : branch.next;
    }
    if (memory.trace !== undefined) memory.trace.push(outcome === undefined ? branch.unknown : branch.error);
    return stick(memory, step.id, branch.condition, outcome);
  }
  if (memory.trace !== undefined) memory.trace.push(work.otherwiseDecided);
  if (work.otherwise !== nowhere) return work.otherwise;
  return memory.end('stuck', `No branch of ${step.id} holds, and it has no otherwise.`, none);
}

/** A table that claims to be unique is checked where a trace is kept; the first row decides all the same. */
function recordOverlap(
  memory: Memory,
  { id }: CompiledStep,
  branches: readonly CompiledBranch[],
  taken: number,
): void {
  const also = branches.flatMap((branch, index) =>
    index > taken && branch.evaluate(memory) === true ? [index] : [],
  );
  if (also.length > 0) memory.trace?.push({ type: 'overlapped', step: id, taken, also });
}

function escalate(memory: Memory, step: CompiledStep, work: EscalationWork): number {
  if (!sayAll(memory, step, work.says)) return finished;
  const { queue, priority } = work;
  const category = memory.fired === nowhere ? undefined : memory.program.triggers[memory.fired]?.category;
  memory.escalation = { step: step.id, queue, category };
  if (memory.trace !== undefined) {
    const text = work.handoff === undefined ? '' : renderText(work.handoff, memory);
    memory.trace.push({ type: 'handed-over', step: step.id, queue, priority, category, text });
  }
  return memory.endWith(category === undefined ? work.ended : work.endedBy[category]);
}
