import type { ValueType } from './type.ts';

export type NameRole = 'fact' | 'derived' | 'parameter' | 'context';

/** A name that conditions may read. */
export interface Declaration {
  /** Dotted, as written in a condition: `order.status`, `parameters.limit`, `contact.at`. */
  readonly name: string;
  readonly type: ValueType;
  readonly role: NameRole;
  /** Its place in a frame. */
  readonly slot: number;
  /** The expression behind a derived name. */
  readonly is?: string;
  readonly unit?: string;
}

export interface Environment {
  /** Index = slot. */
  readonly declarations: readonly Declaration[];
  readonly byName: ReadonlyMap<string, Declaration>;
  /** What `visits("…")` may name. */
  readonly stepIds: ReadonlySet<string>;
}

/** Slots follow the order given. Of two declarations of one name the first counts. */
export function createEnvironment(
  names: readonly Omit<Declaration, 'slot'>[],
  stepIds: Iterable<string>,
): Environment {
  const declarations = names.map((name, slot): Declaration => ({ ...name, slot }));
  const byName = new Map<string, Declaration>();
  for (const declaration of declarations) {
    if (!byName.has(declaration.name)) byName.set(declaration.name, declaration);
  }
  return { declarations, byName, stepIds: new Set(stepIds) };
}
