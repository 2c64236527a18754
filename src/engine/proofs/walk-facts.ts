import type { CompiledStep, Condition, Program } from '../program.ts';
import { originsOf, type Origins } from './origins.ts';
import { askedAbout, interestsOf, mayFail, neededFor, type Interests } from './reads.ts';
import { splitCondition } from './split-condition.ts';
import type { SpokenTexts } from './spoken.ts';
import {
  atStart,
  type Act,
  type Demand,
  type Moment,
  type SlotState,
  type Walk,
  type Wanted,
  type Written,
} from './walk.ts';

const none: readonly never[] = [];
const unasked: SlotState = { version: 0, status: 'unknown', home: atStart, stamp: 0 };
const free: SlotState = { version: 0, status: 'open', home: atStart, stamp: 0 };

/** What is known on a walk: how it is learnt, read and told, and what was said to the customer. */
export class WalkFacts {
  private readonly origins: Origins;
  private readonly interests: Interests;

  constructor(
    private readonly program: Program,
    private readonly spoken: SpokenTexts,
  ) {
    this.origins = originsOf(program);
    this.interests = interestsOf(program);
  }

  state(moment: Moment, slot: number): SlotState {
    return moment.slots.get(slot) ?? (this.origins.asked.has(slot) ? unasked : free);
  }

  heard(walk: Walk, disclosure: number): boolean {
    return walk.said.has(disclosure) || walk.perhapsSaid.has(disclosure);
  }

  stamp(walk: Walk, slot: number): number {
    if (slot === this.program.context.turns) return walk.turns === 0 ? 0 : this.state(walk, slot).stamp;
    const state = this.state(walk, slot);
    return state.status === 'unknown' ? 0 : state.stamp;
  }

  /** Writes a slot with what a condition comes to, as old as what that hangs on. */
  define(walk: Walk, slot: number, condition: Condition): readonly Walk[] {
    return this.read(walk, condition, 'known', true).map((each) => {
      const needed = [...neededFor(this.program, condition.expression, undefined)];
      const unknown = needed.some((input) => this.state(each, input).status === 'unknown');
      const { version, home } = this.state(each, slot);
      const stamp = Math.max(0, ...condition.inputs.map((input) => this.stamp(each, input)));
      const from = { condition, moment: momentOf(each) };
      return this.set(
        each,
        slot,
        unknown
          ? { version: version + 1, status: 'unknown', home, stamp }
          : { version: version + 1, status: 'known', home, stamp, from },
      );
    });
  }

  /** One turn of the customer, which tells these and may tell anew of every signal. */
  turn(walk: Walk, step: CompiledStep, slots: readonly number[]): Walk {
    const home = walk.actCount;
    const stamp = walk.clock + 1;
    const changed = new Map(walk.slots);
    for (const slot of this.origins.signals) {
      if (!this.interests.slots.has(slot)) continue;
      const state = this.state(walk, slot);
      changed.set(slot, { ...state, version: state.version + 1, home, stamp });
    }
    const sets = slots.map((slot): Written => {
      const { version } = changed.get(slot) ?? this.state(walk, slot);
      changed.set(slot, { version: version + 1, status: 'known', home, stamp });
      return { slot, version: version + 1 };
    });
    const turns = this.program.context.turns;
    changed.set(turns, { version: walk.turns + 1, status: 'known', home, stamp });
    const act: Act = { kind: 'turn', step: step.index, sets };
    const after: Walk = {
      ...walk,
      slots: changed,
      clock: stamp,
      turns: walk.turns + 1,
      acts: { item: act, before: walk.acts },
      actCount: home + 1,
    };
    return { ...after, turnsBefore: [...walk.turnsBefore, after] };
  }

  returned(walk: Walk, action: string, ok: boolean): Walk {
    const home = walk.actCount;
    const slots = ok ? (this.origins.returned.get(action) ?? none) : none;
    const stamp = walk.clock + 1;
    const changed = new Map(walk.slots);
    for (const slot of slots) {
      const { version, status } = this.state(walk, slot);
      changed.set(slot, {
        version: version + 1,
        status: status === 'unknown' ? 'open' : status,
        home,
        stamp,
      });
    }
    const act: Act = { kind: 'result', action, ok };
    return {
      ...walk,
      slots: slots.length === 0 ? walk.slots : changed,
      clock: slots.length === 0 ? walk.clock : stamp,
      acts: { item: act, before: walk.acts },
      actCount: home + 1,
    };
  }

  spokenAt(walk: Walk, step: CompiledStep, when: 'always' | 'when-asked'): Walk {
    let { said, perhapsSaid } = walk;
    for (let disclosure = 0; disclosure < this.program.disclosures.length; disclosure++) {
      if (said.has(disclosure)) continue;
      const spoken = this.spoken.says(step.index, disclosure);
      if (spoken === when || (spoken === 'perhaps' && this.completes(walk, step, disclosure))) {
        said = new Set(said).add(disclosure);
      } else if (spoken === 'perhaps' && !perhapsSaid.has(disclosure)) {
        perhapsSaid = new Set(perhapsSaid).add(disclosure);
      }
    }
    return said === walk.said && perhapsSaid === walk.perhapsSaid ? walk : { ...walk, said, perhapsSaid };
  }

  /** A disclosure with values in it is said when all of them are known. */
  private completes(walk: Walk, step: CompiledStep, disclosure: number): boolean {
    if (!this.spoken.repeats(step.index, disclosure)) return false;
    return this.spoken
      .gapsOf(disclosure)
      .every(
        ({ expression, inputs }) =>
          !mayFail(this.program, expression) &&
          inputs.every((slot) => this.state(walk, slot).status === 'known'),
      );
  }

  /**
   * The walks on which a condition comes to this. What it reads becomes known, unless it is known to be unknown;
   * where the condition asks whether something is known, both are tried.
   */
  read(
    walk: Walk,
    condition: Condition,
    wanted: 'true' | 'false' | 'known',
    mayBeUnknown = false,
  ): readonly Walk[] {
    const { program } = this;
    const outcome = wanted === 'known' ? undefined : wanted === 'true';
    const needed = neededFor(program, condition.expression, outcome);
    for (const slot of needed) {
      if (this.state(walk, slot).status === 'unknown' && !mayBeUnknown) return none;
    }
    let walks: readonly Walk[] = [walk];
    for (const slot of askedAbout(program, condition.expression)) {
      if (needed.has(slot) || this.state(walk, slot).status !== 'open') continue;
      walks = walks.flatMap((each) => [
        this.set(each, slot, { ...this.state(each, slot), status: 'unknown' }),
        this.learn(each, slot),
      ]);
    }
    return walks.flatMap((each) =>
      mayBeUnknown ? [this.learnAll(each, condition)] : this.know(each, condition, wanted),
    );
  }

  know(walk: Walk, condition: Condition, wanted: Wanted): readonly Walk[] {
    return [this.demand(this.learnAll(walk, condition), condition, wanted)];
  }

  private learnAll(walk: Walk, { inputs }: Condition): Walk {
    return inputs.reduce((each, slot) => this.learn(each, slot), walk);
  }

  learn(walk: Walk, slot: number): Walk {
    const state = this.state(walk, slot);
    return state.status === 'open' ? this.set(walk, slot, { ...state, status: 'known' }) : walk;
  }

  set(walk: Walk, slot: number, state: SlotState): Walk {
    return { ...walk, slots: new Map(walk.slots).set(slot, state) };
  }

  demand(walk: Walk, condition: Condition, wanted: Wanted): Walk {
    const moment = momentOf(walk);
    const demands = demandsFor(this.program, condition, wanted, moment);
    let chain = walk.demands;
    for (const item of demands) chain = { item, before: chain };
    return { ...walk, demands: chain };
  }
}

/** One demand for each part that can be asked for by itself. */
export function demandsFor(
  program: Program,
  condition: Condition,
  wanted: Wanted,
  moment: Moment,
): readonly Demand[] {
  if (wanted !== 'true' && wanted !== 'false') return [{ condition, wanted, moment }];
  return splitCondition(program, condition, wanted === 'true').map((part) => ({
    condition: part.condition,
    wanted: part.holds ? 'true' : 'false',
    moment,
  }));
}

function momentOf({ slots, visits, turns }: Moment): Moment {
  return { slots, visits, turns };
}
