import type { Declaration } from '../../condition/environment.ts';
import type { Program } from '../program.ts';

/**
 * The declared facts by the segments of their names. In one procedure no fact stands above another; several procedures
 * may have a fact of one name each, and then a value is for all of them.
 */
export interface FactTree {
  readonly declarations: readonly Declaration[];
  readonly children: ReadonlyMap<string, FactTree>;
}

export interface FactNames {
  readonly tree: FactTree;
  /** Slots of facts that a procedure is given when it begins: what a contact says beforehand is not for them. */
  readonly given: ReadonlySet<number>;
}

interface Growing {
  readonly declarations: Declaration[];
  readonly children: Map<string, Growing>;
}

const known = new WeakMap<Program, FactNames>();

export function factNamesOf(program: Program): FactNames {
  let names = known.get(program);
  if (names === undefined) known.set(program, (names = { tree: grow(program), given: givenSlots(program) }));
  return names;
}

/** A fact of a procedure that a step runs is known by its name there, and by that with the step before it. */
function grow({ environment, scopes }: Program): FactTree {
  const root: Growing = { declarations: [], children: new Map() };
  for (const { prefix, environment: own, slots } of scopes) {
    for (const { name, role, slot } of own.declarations) {
      const declaration = environment.declarations[slots[slot] ?? -1];
      if (role !== 'fact' || declaration === undefined) continue;
      plant(root, name, declaration);
      if (prefix !== '') plant(root, `${prefix}${name}`, declaration);
    }
  }
  return root;
}

function plant(root: Growing, name: string, declaration: Declaration): void {
  let place = root;
  for (const segment of name.split('.')) {
    let child = place.children.get(segment);
    if (child === undefined) place.children.set(segment, (child = { declarations: [], children: new Map() }));
    place = child;
  }
  place.declarations.push(declaration);
}

function givenSlots({ steps }: Program): ReadonlySet<number> {
  return new Set(
    steps.flatMap(({ work }) => (work.kind === 'procedure' ? work.gives.map(({ slot }) => slot) : [])),
  );
}
