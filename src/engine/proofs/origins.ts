import type { Program } from '../program.ts';

/**
 * Where facts come from, as a contact may plausibly have it: what is learnt in conversation is known once a question
 * that collects it has been answered; a signal may change with every turn; what an action returns may change with
 * every call of it, and like everything else may also be known from the start.
 */
export interface Origins {
  /** Known from answers only. */
  readonly asked: ReadonlySet<number>;
  readonly signals: readonly number[];
  /** By action name: the slots that its results may write. */
  readonly returned: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<Program, Origins>();

export function originsOf(program: Program): Origins {
  let origins = known.get(program);
  if (origins === undefined) known.set(program, (origins = derive(program)));
  return origins;
}

function derive(program: Program): Origins {
  const collected = new Set<number>();
  const called = new Set<string>();
  for (const { work } of program.steps) {
    if (work.kind === 'question') for (const { slot } of work.collects) collected.add(slot);
    if (work.kind === 'action') called.add(work.action);
  }
  const asked = new Set<number>();
  const signals: number[] = [];
  const returned = new Map<string, number[]>();
  for (const { slot, source } of factsOf(program)) {
    if (source === 'signal') signals.push(slot);
    else if (source === undefined || source === 'conversation') {
      if (collected.has(slot)) asked.add(slot);
    } else if (called.has(source)) returned.set(source, [...(returned.get(source) ?? []), slot]);
  }
  return { asked, signals, returned };
}

function* factsOf(
  program: Program,
): Iterable<{ readonly slot: number; readonly source: string | undefined }> {
  for (const { procedure, environment, slots } of program.scopes) {
    for (const { role, name, slot } of environment.declarations) {
      if (role === 'fact') yield { slot: slots[slot] ?? slot, source: procedure.facts.get(name)?.source };
    }
  }
}
