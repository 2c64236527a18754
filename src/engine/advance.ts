import { readValue } from '../condition/coerce.ts';
import { bindTurn } from './contacts/bind-contact.ts';
import { takeNextTurn, takeTurn, visit } from './interpreter.ts';
import { Log } from './log.ts';
import { awaiting, Memory } from './memory.ts';
import type { Program, QuestionWork } from './program.ts';
import { isAnswered } from './question.ts';
import { captureRun, type Run } from './run.ts';
import { leave } from './stuck.ts';

export type RunEvent =
  /** Enters the next step and does it, or takes the customer's next turn. */
  | { readonly type: 'step' }
  /** The customer says something else than the contact has it; only while a question is open. */
  | { readonly type: 'answer'; readonly text: string; readonly facts: Readonly<Record<string, unknown>> }
  /** A person sets a fact, as JSON; undefined makes it unknown. */
  | { readonly type: 'set-fact'; readonly name: string; readonly value: unknown };

/**
 * The run after an event. Pure: the given run stays what it was. An event that does not apply, such as a step of a
 * run that has ended or a fact of the wrong type, yields the same run. Setting a fact of a run that is stuck or
 * blocked goes back to before its last step.
 */
export function advance(program: Program, run: Run, event: RunEvent): Run {
  switch (event.type) {
    case 'step':
      return takeStep(program, run);
    case 'answer':
      return takeAnswer(program, run, event.text, event.facts);
    case 'set-fact':
      return setFact(program, run, event.name, event.value);
  }
}

function resume(program: Program, run: Run): Memory {
  const memory = new Memory(program, run.contact);
  memory.resume(run.state);
  memory.trace = new Log();
  return memory;
}

function takeStep(program: Program, run: Run): Run {
  if (run.status === 'ended') return run;
  const memory = resume(program, run);
  if (memory.next !== awaiting) memory.next = visit(memory, memory.next);
  else if (isPassable(memory)) passQuestion(memory);
  else if (!takeNextTurn(memory)) return run;
  return captureRun(program, run.contact, memory, run);
}

function takeAnswer(program: Program, run: Run, text: string, facts: Readonly<Record<string, unknown>>): Run {
  if (run.state.next !== awaiting) return run;
  const memory = resume(program, run);
  takeTurn(memory, bindTurn(program, run.contact.contact, text, facts));
  return captureRun(program, run.contact, memory, run);
}

function setFact(program: Program, run: Run, name: string, json: unknown): Run {
  const declaration = program.environment.byName.get(name);
  if (declaration?.role !== 'fact') return run;
  if (run.status === 'ended') return run.retry === undefined ? run : setFact(program, run.retry, name, json);
  const read =
    json === undefined ? { ok: true as const, value: undefined } : readValue(declaration.type, json);
  if (!read.ok) return run;
  const memory = resume(program, run);
  const { value } = read;
  memory.tick();
  memory.write({ slot: declaration.slot, value, event: { type: 'set', fact: name, value, by: 'person' } });
  return captureRun(program, run.contact, memory, run);
}

/** Whether the question that waits has been answered without a turn. */
function isPassable(memory: Memory): boolean {
  return memory.next === awaiting && isAnswered(memory, memory.stepAt(memory.at).work as QuestionWork);
}

function passQuestion(memory: Memory): void {
  const step = memory.stepAt(memory.at);
  memory.next = leave(memory, step, (step.work as QuestionWork).next);
}
