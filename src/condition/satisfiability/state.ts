import { equalValues } from '../equality.ts';
import type { Expression } from '../expression.ts';
import type { Outcome, Value } from '../value.ts';
import type { Atom, View } from './atom.ts';
import { isEmpty, onlyValue, withIntervals, type Domain } from './domain.ts';
import { narrow } from './narrow.ts';
import { rangeOfCalculation } from './range-of-calculation.ts';
import { intersect } from './ordinal.ts';
import type { Variables } from './variable.ts';

/** `left - right <= most`, in ordinals. */
export interface Difference {
  readonly left: number;
  readonly right: number;
  readonly most: bigint;
}

/** What has been assumed so far, and what each variable may still be. */
export class State {
  private constructor(
    readonly variables: Variables,
    private readonly domains: Map<number, Domain>,
    readonly truths: Map<Atom, boolean>,
    private readonly differences: Difference[],
    /** Calculations that something is assumed of. */
    private readonly related: Set<number>,
  ) {}

  static of(variables: Variables): State {
    return new State(variables, new Map(), new Map(), [], new Set());
  }

  copy(): State {
    return new State(
      this.variables,
      new Map(this.domains),
      new Map(this.truths),
      [...this.differences],
      new Set(this.related),
    );
  }

  domain(variable: number): Domain {
    return this.domains.get(variable) ?? this.variables.at(variable).domain;
  }

  /** False when nothing can fulfil it together with what was assumed before. */
  assume(atom: Atom, wanted: boolean): boolean {
    const known = this.truths.get(atom);
    if (known !== undefined) return known === wanted;
    this.truths.set(atom, wanted);
    for (const variable of atom.needed) if (!this.set(variable, present(this.domain(variable)))) return false;
    const { view } = atom;
    if (view.kind === 'one') {
      if (this.variables.at(view.variable).definition) this.related.add(view.variable);
      return this.set(view.variable, this.narrowed(view, wanted).domain);
    }
    return view.kind === 'two' ? this.relate(view, wanted) : true;
  }

  /** Whether every value that is left fulfils the atom. */
  implies(atom: Atom, wanted: boolean): boolean {
    if (this.truths.get(atom) === wanted) return true;
    const { view } = atom;
    if (view.kind !== 'one' || atom.variables.length !== 1 || atom.variables[0] !== view.variable)
      return false;
    const { domain, exact } = this.narrowed(view, wanted);
    return exact && domain === this.domain(view.variable);
  }

  /** Whether nothing that is left can fulfil the atom. Costs less than assuming it. */
  refutes(atom: Atom, wanted: boolean): boolean {
    const known = this.truths.get(atom);
    if (known !== undefined) return known !== wanted;
    return atom.view.kind === 'one' && isEmpty(this.narrowed(atom.view, wanted).domain);
  }

  private narrowed(
    { variable, expression }: View & { kind: 'one' },
    wanted: boolean,
  ): ReturnType<typeof narrow> {
    const slots: Outcome[] = [];
    return narrow(expression, wanted, variable, this.domain(variable), slots);
  }

  private set(variable: number, domain: Domain): boolean {
    if (domain === this.domain(variable)) return true;
    this.domains.set(variable, domain);
    return !isEmpty(domain);
  }

  private relate({ left, right, operator, offset }: View & { kind: 'two' }, wanted: boolean): boolean {
    for (const index of [left, right]) if (this.variables.at(index).definition) this.related.add(index);
    const equality = operator === '==' || operator === '!=';
    const equal = equality && (operator === '==') === wanted;
    const drop = (domain: Domain): Domain =>
      keepExtras(
        domain,
        (extra) => extra !== undefined && (!Number.isNaN(extra) || !wanted) && (equality || extra !== null),
      );
    if (!this.set(left, drop(this.domain(left))) || !this.set(right, drop(this.domain(right)))) return false;
    if (left === right)
      return offset !== 0n || holdsOfSame(operator) === wanted || this.domain(left).extras.length > 0;
    const ordered =
      this.domain(left).values.kind === 'ordered' && this.domain(right).values.kind === 'ordered';
    if (ordered) {
      if (this.domain(left).extras.length > 0 || this.domain(right).extras.length > 0) return true;
      if (!equality || equal)
        this.differences.push(...differencesOf({ left, right, operator, offset }, wanted));
      return true;
    }
    return !equality || offset !== 0n || (equal ? this.unify(left, right) : this.separate(left, right));
  }

  /** The two are one value: each may be only what the other may be. */
  private unify(left: number, right: number): boolean {
    return this.meet(left, this.domain(right)) && this.meet(right, this.domain(left));
  }

  private meet(variable: number, other: Domain): boolean {
    const own = this.domain(variable);
    const extras = keepExtras(own, (extra) => other.extras.includes(extra));
    if (other.values.kind === 'finite' && own.values.kind === 'finite') {
      const { values } = other.values;
      const left = own.values.values.filter((value) => values.some((one) => equalValues(one, value)));
      return this.set(
        variable,
        left.length === own.values.values.length
          ? extras
          : { ...extras, values: { kind: 'finite', values: left } },
      );
    }
    if (own.values.kind === 'texts' && other.values.kind === 'finite') {
      const { except } = own.values;
      const left = other.values.values.filter(
        (value) => typeof value === 'string' && !except.includes(value),
      );
      return this.set(variable, { ...extras, values: { kind: 'finite', values: left } });
    }
    return this.set(variable, extras);
  }

  private separate(left: number, right: number): boolean {
    const one = onlyValue(this.domain(left));
    const other = onlyValue(this.domain(right));
    return one === undefined || other === undefined || !equalValues(one, other);
  }

  /** A calculation lies between what it comes to at the bounds of its variables. */
  private bound(index: number, definition: Expression): boolean {
    const domain = this.domain(index);
    const range = rangeOfCalculation(definition, (variable) => this.domain(variable));
    if (range === undefined || domain.values.kind !== 'ordered') return true;
    return this.set(index, withIntervals(domain, intersect(domain.values.intervals, range.low, range.high)));
  }

  /** Draws the conclusions of what relates two variables. False when they contradict each other. */
  propagate(): boolean {
    for (const index of this.related) {
      const { definition } = this.variables.at(index);
      if (definition !== undefined && !this.bound(index, definition)) return false;
    }
    for (const [atom, wanted] of this.truths) {
      if (atom.view.kind !== 'two' || this.domain(atom.view.left).values.kind === 'ordered') continue;
      if (!this.relate(atom.view, wanted)) return false;
    }
    if (this.differences.length === 0) return true;
    const highs = new Map<number, bigint>();
    const lows = new Map<number, bigint>();
    for (const { left, right } of this.differences) {
      for (const variable of [left, right]) {
        const { values } = this.domain(variable);
        if (values.kind !== 'ordered') continue;
        highs.set(variable, values.intervals.at(-1)?.high ?? 0n);
        lows.set(variable, values.intervals[0]?.low ?? 0n);
      }
    }
    for (let round = 0; ; round += 1) {
      let changed = false;
      for (const { left, right, most } of this.differences) {
        const high = highs.get(right);
        const low = lows.get(left);
        const own = highs.get(left);
        const other = lows.get(right);
        if (high === undefined || low === undefined || own === undefined || other === undefined) continue;
        if (high + most < own) {
          highs.set(left, high + most);
          changed = true;
        }
        if (low - most > other) {
          lows.set(right, low - most);
          changed = true;
        }
      }
      if (!changed) break;
      // A way round that shortens itself: with as many rounds as variables all that is consistent has settled.
      if (round > highs.size) return false;
    }
    for (const [variable, high] of highs) {
      const domain = this.domain(variable);
      if (domain.values.kind !== 'ordered') continue;
      const intervals = intersect(domain.values.intervals, lows.get(variable) ?? 0n, high);
      if (!this.set(variable, withIntervals(domain, intervals))) return false;
    }
    return true;
  }
}

function present(domain: Domain): Domain {
  return keepExtras(domain, (extra) => extra !== undefined);
}

function keepExtras(domain: Domain, keep: (extra: Value | undefined) => boolean): Domain {
  const extras = domain.extras.filter(keep);
  return extras.length === domain.extras.length ? domain : { ...domain, extras };
}

function holdsOfSame(operator: string): boolean {
  return operator === '==' || operator === '<=' || operator === '>=';
}

function differencesOf(
  { left, right, operator, offset }: Omit<View & { kind: 'two' }, 'kind'>,
  wanted: boolean,
): readonly Difference[] {
  const atMost: Difference = { left, right, most: offset };
  const below: Difference = { left, right, most: offset - 1n };
  const atLeast: Difference = { left: right, right: left, most: -offset };
  const above: Difference = { left: right, right: left, most: -offset - 1n };
  switch (operator) {
    case '<':
      return [wanted ? below : atLeast];
    case '<=':
      return [wanted ? atMost : above];
    case '>':
      return [wanted ? above : atMost];
    case '>=':
      return [wanted ? atLeast : below];
    default:
      return [atMost, atLeast];
  }
}
