import type { Declaration, Environment } from '../../condition/environment.ts';

/** The declared facts by the segments of their names. No fact stands above another. */
export interface FactTree {
  readonly declaration: Declaration | undefined;
  readonly children: ReadonlyMap<string, FactTree>;
}

interface Growing {
  declaration: Declaration | undefined;
  readonly children: Map<string, Growing>;
}

const trees = new WeakMap<Environment, FactTree>();

export function factTreeOf(environment: Environment): FactTree {
  let tree = trees.get(environment);
  if (tree === undefined) trees.set(environment, (tree = grow(environment)));
  return tree;
}

function grow(environment: Environment): FactTree {
  const root: Growing = { declaration: undefined, children: new Map() };
  for (const declaration of environment.declarations) {
    if (declaration.role !== 'fact') continue;
    let place = root;
    for (const segment of declaration.name.split('.')) {
      let child = place.children.get(segment);
      if (child === undefined)
        place.children.set(segment, (child = { declaration: undefined, children: new Map() }));
      place = child;
    }
    place.declaration ??= declaration;
  }
  return root;
}
