import { readValue } from '../condition/coerce.ts';
import { bindTurn } from './contacts/bind-contact.ts';
import { awaiting, Machine } from './machine.ts';
import type { Program } from './program.ts';
import { captureRun, type Run } from './run.ts';

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

function resume(program: Program, run: Run): Machine {
  const machine = new Machine(program, run.contact);
  machine.resume(run.state);
  machine.trace = [...run.trace];
  return machine;
}

function takeStep(program: Program, run: Run): Run {
  if (run.status === 'ended') return run;
  const machine = resume(program, run);
  if (machine.next !== awaiting) machine.next = machine.visit(machine.next);
  else if (machine.answered) machine.passQuestion();
  else if (!machine.takeNextTurn()) return run;
  return captureRun(program, run.contact, machine, run);
}

function takeAnswer(program: Program, run: Run, text: string, facts: Readonly<Record<string, unknown>>): Run {
  if (run.state.next !== awaiting) return run;
  const machine = resume(program, run);
  machine.takeTurn(bindTurn(program, run.contact.contact, text, facts));
  return captureRun(program, run.contact, machine, run);
}

function setFact(program: Program, run: Run, name: string, json: unknown): Run {
  const declaration = program.environment.byName.get(name);
  if (declaration?.role !== 'fact') return run;
  if (run.status === 'ended') return run.retry === undefined ? run : setFact(program, run.retry, name, json);
  const read =
    json === undefined ? { ok: true as const, value: undefined } : readValue(declaration.type, json);
  if (!read.ok) return run;
  const machine = resume(program, run);
  const { value } = read;
  machine.setFact({ slot: declaration.slot, value, event: { type: 'set', fact: name, value, by: 'person' } });
  const changed = captureRun(program, run.contact, machine, undefined);
  return machine.answered ? { ...changed, status: 'running' } : changed;
}
