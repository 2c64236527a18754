import type { ValueType } from '../../condition/type.ts';
import type { Outcome } from '../../condition/value.ts';
import { factsAt } from '../../engine/facts-at.ts';
import { currentRun, eventsOf, whatIfFacts, type Timeline } from './timeline.ts';
import { wholeProcedure } from './whole-procedure.ts';

/** One declared name as it stands at the current moment. */
export interface FactRow {
  readonly name: string;
  readonly type: ValueType;
  readonly description: string | undefined;
  readonly value: Outcome;
  readonly setBy: 'contact' | 'turn' | 'action' | 'person' | 'procedure' | 'derived' | undefined;
  /** Set by what the current moment added. */
  readonly changed: boolean;
  /** Changed by hand on the way here. */
  readonly whatIf: boolean;
  /** Derived names follow from the others. */
  readonly editable: boolean;
}

export function factRows(timeline: Timeline): readonly FactRow[] {
  const { program } = timeline;
  const run = currentRun(timeline);
  const frame = factsAt(program, run, run.trace.length);
  const fresh = eventsOf(timeline, timeline.at).from;
  const byHand = new Set(whatIfFacts(timeline));
  const setBy = new Map<string, { readonly by: FactRow['setBy']; readonly index: number }>();
  for (const [index, event] of run.trace.entries()) {
    if (event.type === 'set') setBy.set(event.fact, { by: event.by, index });
  }
  return program.environment.declarations.flatMap((declaration): readonly FactRow[] => {
    const { name, type, role, slot } = declaration;
    if (role !== 'fact' && role !== 'derived') return [];
    const set = setBy.get(name);
    const value = role === 'derived' ? frame.derived(slot) : frame.slots[slot];
    return [
      {
        name,
        type,
        description: (role === 'fact' ? wholeProcedure(program).facts : wholeProcedure(program).derived).get(
          name,
        )?.description,
        value,
        setBy: role === 'derived' ? (value === undefined ? undefined : 'derived') : set?.by,
        changed: timeline.at > 0 && set !== undefined && set.index >= fresh,
        whatIf: byHand.has(name),
        editable: role === 'fact',
      },
    ];
  });
}
