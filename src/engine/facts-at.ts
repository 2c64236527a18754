import type { Frame } from '../condition/compile.ts';
import type { Outcome } from '../condition/value.ts';
import type { StepId } from '../document/model.ts';
import { bindContact, type BoundContact } from './contacts/bind-contact.ts';
import type { Contact } from './contact.ts';
import type { Program } from './program.ts';
import type { TraceEvent } from './trace.ts';

/** What of a run is needed to know the facts at any of its events. */
export interface Traced {
  readonly contact: BoundContact | Contact;
  readonly trace: readonly TraceEvent[];
}

/** Every value as it was just before the event at `index`; with `index` = the trace's length, as it is at the end. */
export function factsAt(program: Program, run: Traced, index: number): FactsFrame {
  const { contact, trace } = run;
  const start = 'slots' in contact ? contact : bindContact(program, contact);
  const slots = start.slots.slice();
  for (const { role, slot } of program.environment.declarations) {
    if (role === 'fact') slots[slot] = undefined;
  }
  const visits = new Map<StepId, number>();
  let turns = 0;
  for (const event of trace.slice(0, index)) {
    if (event.type === 'entered') visits.set(event.step, (visits.get(event.step) ?? 0) + 1);
    else if (event.type === 'turn') turns++;
    else if (event.type === 'set') {
      const declaration = program.environment.byName.get(event.fact);
      if (declaration !== undefined) slots[declaration.slot] = event.value;
    }
  }
  slots[program.context.turns] = turns;
  return new FactsFrame(program, slots, visits);
}

/** The facts at one moment, to evaluate anything on. */
export class FactsFrame implements Frame {
  private readonly computed = new Map<number, Outcome>();

  constructor(
    private readonly program: Program,
    readonly slots: readonly Outcome[],
    private readonly entered: ReadonlyMap<StepId, number>,
  ) {}

  derived(slot: number): Outcome {
    if (!this.computed.has(slot)) this.computed.set(slot, this.program.derived[slot]?.evaluate(this));
    return this.computed.get(slot);
  }

  visits(stepId: string): number {
    return this.entered.get(stepId) ?? 0;
  }

  /** By name: a fact, derived name, parameter or context name. */
  value(name: string): Outcome {
    const declaration = this.program.environment.byName.get(name);
    if (declaration === undefined) return undefined;
    return declaration.role === 'derived' ? this.derived(declaration.slot) : this.slots[declaration.slot];
  }
}
