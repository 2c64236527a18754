import type { Program } from '../program.ts';

/**
 * Where facts come from, as a contact may plausibly have it: what is learnt in conversation is known once a question
 * that collects it has been answered; a signal may change with every turn; what an action returns may change with
 * every call of it, and like everything else may also be known from the start.
 */
export interface Origins {
  /** Known from answers only. A fact that a system knows in one procedure is known by its name in every other. */
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
  const asked = new Map<number, string>();
  const ofSystems = new Set<string>();
  const signals: number[] = [];
  const returned = new Map<string, number[]>();
  for (const { slot, name, source } of factsOf(program)) {
    if (source === 'signal') signals.push(slot);
    else if (source === undefined || source === 'conversation') {
      if (collected.has(slot)) asked.set(slot, name);
    } else {
      ofSystems.add(name);
      if (called.has(source)) returned.set(source, [...(returned.get(source) ?? []), slot]);
    }
  }
  const onlyAsked = [...asked].filter(([, name]) => !ofSystems.has(name)).map(([slot]) => slot);
  return { asked: new Set(onlyAsked), signals, returned };
}

function* factsOf(
  program: Program,
): Iterable<{ readonly slot: number; readonly name: string; readonly source: string | undefined }> {
  for (const { procedure, environment, slots } of program.scopes) {
    for (const { role, name, slot } of environment.declarations) {
      if (role === 'fact')
        yield { slot: slots[slot] ?? slot, name, source: procedure.facts.get(name)?.source };
    }
  }
}
