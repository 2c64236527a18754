import type { Environment } from '../environment.ts';
import type { Expression, NameExpression } from '../expression.ts';
import type { ValueType } from '../type.ts';
import type { Domain } from './domain.ts';

/** What a problem is stated about: a fact at a moment, a field of one, or what a calculation comes to. */
export interface Variable {
  readonly index: number;
  /** Unique in its problem. */
  readonly key: string;
  readonly type: ValueType;
  readonly domain: Domain;
  /** Undefined for what a calculation comes to, and for counts of visits: these cannot be chosen. */
  readonly origin: Origin | undefined;
  /** The calculation, of other variables. */
  readonly definition?: Expression;
}

export interface Origin {
  readonly slot: number;
  readonly version: number;
  /** Fields, and items of a list that is made up. */
  readonly path: readonly (string | number)[];
}

export class Variables {
  private readonly list: Variable[] = [];
  private readonly byKey = new Map<string, Variable>();

  constructor(readonly environment: Environment) {}

  get all(): readonly Variable[] {
    return this.list;
  }

  at(index: number): Variable {
    const variable = this.list[index];
    if (variable === undefined) throw new RangeError(`no variable ${index}`);
    return variable;
  }

  /** What some calculation comes to. */
  define(key: string, definition: Expression, domain: () => Domain): Variable {
    const known = this.byKey.get(key);
    return (
      known ??
      this.add({
        index: this.list.length,
        key,
        type: definition.type,
        domain: domain(),
        origin: undefined,
        definition,
      })
    );
  }

  obtain(key: string, type: ValueType, domain: () => Domain, origin?: Origin): Variable {
    const known = this.byKey.get(key);
    return known ?? this.add({ index: this.list.length, key, type, domain: domain(), origin });
  }

  private add(variable: Variable): Variable {
    this.list.push(variable);
    this.byKey.set(variable.key, variable);
    return variable;
  }
}

/** In the trees of a problem a name's slot is the variable's index. */
export function nameOf(
  { index, key, type }: Variable,
  at: { readonly from: number; readonly to: number },
): NameExpression {
  return {
    kind: 'name',
    name: key,
    slot: index,
    role: 'fact',
    unit: undefined,
    type,
    from: at.from,
    to: at.to,
  };
}
