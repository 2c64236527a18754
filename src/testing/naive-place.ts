import { compileExpression, type Evaluate, type Frame } from '../condition/compile.ts';
import { readValue } from '../condition/coerce.ts';
import type { Environment } from '../condition/environment.ts';
import { slotsOf, type Expression } from '../condition/expression.ts';
import type { Outcome } from '../condition/value.ts';
import { checkedExpression } from '../document/checked-expression.ts';
import { environmentOf } from '../document/environment.ts';
import type { Procedure, ProcedureStep } from '../document/model.ts';
import type { ProcedureLookup } from '../document/procedure-lookup.ts';

const closures = new WeakMap<Expression, Evaluate>();

function compiled(expression: Expression): Evaluate {
  let evaluate = closures.get(expression);
  if (evaluate === undefined) closures.set(expression, (evaluate = compileExpression(expression)));
  return evaluate;
}

/** A procedure with facts of its own: the first, and one for every step that runs another. */
export class NaivePlace implements Frame {
  readonly environment: Environment;
  readonly slots: Outcome[];
  readonly inner = new Map<string, NaivePlace>();
  /** By fact: the moment of its last write. */
  readonly written = new Map<string, number>();

  constructor(
    readonly procedure: Procedure,
    readonly prefix: string,
    readonly caller:
      | { readonly place: NaivePlace; readonly id: string; readonly step: ProcedureStep }
      | undefined,
    lookup: ProcedureLookup,
    private readonly path: readonly string[],
  ) {
    this.environment = environmentOf(procedure);
    this.slots = this.environment.declarations.map(({ name, role, type }): Outcome => {
      if (role !== 'parameter') return undefined;
      const read = readValue(type, procedure.parameters.get(name.slice('parameters.'.length))?.value);
      return read.ok ? read.value : undefined;
    });
    for (const [id, step] of procedure.steps) {
      const called = step.kind === 'procedure' ? lookup(step.procedure ?? '') : undefined;
      if (step.kind !== 'procedure' || called === undefined) continue;
      const caller = { place: this, id, step };
      this.inner.set(id, new NaivePlace(called.procedure, `${prefix}${id}/`, caller, lookup, path));
    }
  }

  /** The places around it, outermost first, and itself. */
  get around(): readonly NaivePlace[] {
    return [...(this.caller?.place.around ?? []), this];
  }

  /** Itself and all inside it. */
  get all(): readonly NaivePlace[] {
    return [this, ...[...this.inner.values()].flatMap((place) => place.all)];
  }

  derived(slot: number): Outcome {
    const { is, type } = this.environment.declarations[slot] ?? {};
    return is === undefined ? undefined : this.evaluate(is, type);
  }

  visits(stepId: string): number {
    return this.path.filter((step) => step === this.prefix + stepId).length;
  }

  evaluate(source: string, type?: Parameters<typeof checkedExpression>[2]): Outcome {
    const { expression } = checkedExpression(source, this.environment, type);
    if (expression === undefined) throw new Error(`not an expression: ${source}`);
    return compiled(expression)(this);
  }

  /** The last write among what an expression hangs on. */
  latest(facts: readonly string[]): number {
    return Math.max(0, ...facts.map((fact) => this.written.get(fact) ?? 0));
  }

  factsBehind(source: string): readonly string[] {
    const { expression } = checkedExpression(source, this.environment);
    return [...(expression === undefined ? [] : slotsOf(expression))].flatMap((slot) => {
      const declaration = this.environment.declarations[slot];
      if (declaration?.is !== undefined) return this.factsBehind(declaration.is);
      if (declaration === undefined || declaration.role === 'parameter') return [];
      return [declaration.name];
    });
  }

  value(name: string): Outcome {
    return this.slots[this.environment.byName.get(name)?.slot ?? -1];
  }

  set(name: string, value: Outcome, moment: number): void {
    const slot = this.environment.byName.get(name)?.slot;
    if (slot !== undefined) this.slots[slot] = value;
    this.written.set(name, moment);
  }

  /** The step of this place that a step of a place inside it is part of. */
  ownStep(place: NaivePlace, id: string): string {
    if (place === this || place.caller === undefined) return id;
    return this.ownStep(place.caller.place, place.caller.id);
  }
}
