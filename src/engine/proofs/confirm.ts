import { Runner } from '../batch.ts';
import type { Contact } from '../contact.ts';
import type { Program } from '../program.ts';
import type { Result } from '../result.ts';
import { contactFor } from './make-contact.ts';
import type { Obligation } from './obligation.ts';
import type { Found } from './search.ts';
import type { Solver } from './solve.ts';
import { demandsFor } from './walk-facts.ts';
import { atStart, itemsOf, stagesOf, type Demand, type Moment, type Walk } from './walk.ts';

export interface Shown {
  readonly contact: Contact;
  readonly result: Result;
}

/** How often a contact is mended when a trigger or a guardrail came in between. */
const mostMendings = 6;

/**
 * Makes the contact of a walk and runs it. Where something else happens on the way, such as a trigger that fires, that
 * it must not happen becomes one more demand. Undefined when the engine does not come to the failure.
 */
export function confirmWalk(
  program: Program,
  obligation: Obligation,
  locale: string | undefined,
  id: string,
  found: Found,
  solver: Solver,
): Shown | undefined {
  let { walk, values } = found;
  for (let mending = 0; mending <= mostMendings; mending++) {
    const contact = contactFor(program, { walk, values }, solver, id, locale);
    const result = new Runner(program, { record: 'trace' }).run(contact);
    if (reaches(program, obligation, result)) return { contact, result };
    const missed = missedBy(program, result, { walk, values });
    if (missed === undefined) return undefined;
    let { demands } = walk;
    for (const item of missed) demands = { item, before: demands };
    walk = { ...walk, demands };
    const solved = solver.solve(itemsOf(walk.demands), values);
    if (solved === undefined) return undefined;
    values = solved;
  }
  return undefined;
}

/** Whether a run came to the failure; of a guardrail that blocks, by ending there. */
export function reaches(
  program: Program,
  { guardrail, check, targets }: Obligation,
  result: Result,
): boolean {
  const { id, severity } = guardrail;
  if (severity === 'block' && result.ended !== 'blocked') return false;
  return result.violations.some(
    (violation) =>
      violation.guardrail === id &&
      violation.check === check &&
      targets.has(program.stepIndex.get(violation.step) ?? -1),
  );
}

/** What has to be otherwise for the run to go the walk's way; undefined where that cannot be told. */
function missedBy(program: Program, { trace }: Result, { walk }: Found): readonly Demand[] | undefined {
  const stages = stagesOf(walk);
  let entered = -1;
  let turns = 0;
  for (const event of trace) {
    if (event.type === 'entered') {
      entered++;
      turns = 0;
      const stage = stages[entered];
      if (stage === undefined || program.steps[stage.step]?.id !== event.step) return undefined;
    } else if (event.type === 'turn') turns++;
    else if (event.type === 'triggered') {
      const trigger = program.triggers.find(
        ({ stepId, position }) => stepId === event.step && position === event.index,
      );
      const next = stages[entered + 1];
      if (trigger === undefined || next?.way?.slot === 'trigger') return undefined;
      const moment: Moment | undefined =
        turns === 0 ? stages[entered] : (next ?? walk).turnsBefore[turns - 1];
      return (
        moment && [{ condition: trigger.condition, wanted: 'not-true', moment: inHindsight(moment, walk) }]
      );
    } else if (event.type === 'checked' && event.result !== true && event.severity === 'block') {
      const guardrail = program.guardrails.find(({ id }) => id === event.guardrail);
      const condition = event.check === 'confirm' ? guardrail?.confirm : guardrail?.require;
      const moment = entered === stages.length - 1 ? walk : stages[entered + 1];
      if (condition === undefined || moment === undefined) return undefined;
      if (event.check !== 'confirm' && event.check !== 'require') return undefined;
      return demandsFor(program, condition, 'true', inHindsight(moment, walk));
    }
  }
  return undefined;
}

/** What the walk came to need from the start was known at every moment. */
function inHindsight(moment: Moment, walk: Walk): Moment {
  const slots = new Map(moment.slots);
  for (const [slot, state] of walk.slots) {
    const then = moment.slots.get(slot);
    if (state.status !== 'known') continue;
    if (
      then === undefined ? state.home === atStart : then.status === 'open' && then.version === state.version
    ) {
      slots.set(slot, state);
    }
  }
  return { ...moment, slots };
}
