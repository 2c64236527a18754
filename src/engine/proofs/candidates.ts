import { entryOf, isKeyed, isList } from '../../condition/equality.ts';
import type { Declaration } from '../../condition/environment.ts';
import type { ValueType } from '../../condition/type.ts';
import { Duration, Timestamp, type Value } from '../../condition/value.ts';
import type { Program } from '../program.ts';
import { parseDuration, parseTimestamp } from '../../condition/time.ts';
import { conditionsOf, parameterOf, partsOf } from './reads.ts';

/** What the conditions that read a slot compare it with, whichever of their parts it stands in. */
export interface Pool {
  readonly strings: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  readonly timestamps: readonly Timestamp[];
  readonly durations: readonly Duration[];
}

const pools = new WeakMap<Program, ReadonlyMap<number, Pool>>();

export function poolOf(program: Program, slot: number): Pool {
  let bySlot = pools.get(program);
  if (bySlot === undefined) pools.set(program, (bySlot = gather(program)));
  return bySlot.get(slot) ?? emptyPool;
}

const emptyPool: Pool = { strings: new Set(), numbers: new Set(), timestamps: [], durations: [] };

interface OpenPool {
  readonly strings: Set<string>;
  readonly numbers: Set<number>;
  readonly timestamps: Timestamp[];
  readonly durations: Duration[];
}

function gather(program: Program): ReadonlyMap<number, Pool> {
  const bySlot = new Map<number, OpenPool>();
  for (const { expression, inputs } of conditionsOf(program)) {
    if (inputs.length === 0) continue;
    const found: Value[] = [];
    for (const part of partsOf(program, expression)) {
      if (part.kind === 'literal') found.push(part.value);
      if (part.kind === 'name' && part.role === 'parameter') {
        const value = parameterOf(program, part.slot);
        if (value !== undefined) found.push(value);
      }
      if (part.kind === 'call' && part.args[0]?.kind === 'literal')
        found.push(...timeOf(part.name, part.args[0].value));
    }
    for (const slot of inputs) {
      let pool = bySlot.get(slot);
      if (pool === undefined) {
        bySlot.set(slot, (pool = { strings: new Set(), numbers: new Set(), timestamps: [], durations: [] }));
      }
      for (const value of found) add(pool, value);
    }
  }
  return bySlot;
}

function add(pool: OpenPool, value: Value): void {
  if (typeof value === 'string') pool.strings.add(value);
  else if (typeof value === 'number') pool.numbers.add(value);
  else if (value instanceof Timestamp) pool.timestamps.push(value);
  else if (value instanceof Duration) pool.durations.push(value);
  else if (Array.isArray(value)) for (const item of value) add(pool, item);
}

function timeOf(name: string, written: Value): readonly Value[] {
  if (typeof written !== 'string') return [];
  const parse = name === 'timestamp' ? parseTimestamp : name === 'duration' ? parseDuration : undefined;
  const value = parse?.(written);
  return value === undefined ? [] : [value];
}

/** How many values of one type are tried. */
const most = 24;

/** A value as a person might have it: made of the fact's name where any text will do. */
export function plainValue(declaration: Declaration): Value {
  return plain(declaration.type, lastWords(declaration.name));
}

function plain(type: ValueType, words: string): Value {
  switch (type.kind) {
    case 'string':
      return type.enum?.[0] ?? `${words}-1`;
    case 'number':
      return withinBounds(type, 1);
    case 'boolean':
      return true;
    case 'timestamp':
      return ordinaryMoment;
    case 'duration':
      return new Duration(BigInt(86_400_000_000_000));
    case 'list':
      return [plain(type.items, words.replace(/s$/, ''))];
    case 'map':
      return {};
    case 'object':
      return Object.fromEntries(
        [...type.fields].map(([name, field]) => [name, plain(field, lastWords(name))]),
      );
    case 'null':
      return null;
    case 'dynamic':
      return `${words}-1`;
  }
}

/** A Monday morning. */
const ordinaryMoment = parseTimestamp('2026-03-02T09:30:00Z') ?? new Timestamp(0n);

function withinBounds(
  { minimum, maximum }: { readonly minimum?: number; readonly maximum?: number },
  wanted: number,
): number {
  return Math.min(Math.max(wanted, minimum ?? wanted), maximum ?? wanted);
}

function lastWords(name: string): string {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const words = last
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_\s]+/);
  const kept = words.length > 1 && /^ids?$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  return kept.join('-');
}

/**
 * Values worth trying for a slot: those at which the conditions that read it change their mind, and those that other
 * variables have at present.
 */
export function candidatesFor(
  declaration: Declaration,
  pool: Pool,
  present: readonly Value[],
  current: Value,
): readonly Value[] {
  const { type, name } = declaration;
  const leaves = leavesOf(present);
  const words = lastWords(name);
  return [
    ...variationsOf(type, current, pool, leaves, words),
    plainValue(declaration),
    ...valuesOf(type, pool, leaves, words, 0),
  ];
}

/** A list or an object with one of its parts otherwise. */
function variationsOf(
  type: ValueType,
  current: Value,
  pool: Pool,
  present: readonly Value[],
  words: string,
): readonly Value[] {
  if (type.kind === 'list' && isList(current)) {
    const single = words.replace(/s$/, '');
    const changed = current.flatMap((item, at) => {
      const others = isCompound(type.items)
        ? variationsOf(type.items, item, pool, present, single)
        : valuesOf(type.items, pool, present, single, 1);
      return others.map((other) => current.map((each, index) => (index === at ? other : each)));
    });
    return [...changed, ...(current.length < 4 ? [[...current, plain(type.items, single)]] : [])];
  }
  if (type.kind === 'object' && isKeyed(current) && !(current instanceof Map)) {
    const fields = current as { readonly [field: string]: Value };
    return [...type.fields].flatMap(([name, field]) => {
      const value = fields[name];
      const others =
        isCompound(field) && value !== undefined
          ? variationsOf(field, value, pool, present, lastWords(name))
          : valuesOf(field, pool, present, lastWords(name), 1);
      return others.map((other) => ({ ...fields, [name]: other }));
    });
  }
  return [];
}

function isCompound({ kind }: ValueType): boolean {
  return kind === 'list' || kind === 'object';
}

function valuesOf(
  type: ValueType,
  pool: Pool,
  present: readonly Value[],
  words: string,
  depth: number,
): readonly Value[] {
  switch (type.kind) {
    case 'boolean':
      return [true, false];
    case 'string':
      return type.enum ?? texts(pool, present, words);
    case 'number':
      return numbers(pool, present).filter(
        (each) => each >= (type.minimum ?? each) && each <= (type.maximum ?? each),
      );
    case 'timestamp':
      return moments(pool, present);
    case 'duration':
      return [
        ...pool.durations,
        ...pool.durations.flatMap(({ nanoseconds }) => around(nanoseconds)),
        new Duration(0n),
      ];
    case 'list': {
      if (depth > 2) return [[]];
      const items = valuesOf(type.items, pool, present, words.replace(/s$/, ''), depth + 1);
      const first = plain(type.items, words.replace(/s$/, ''));
      return [[], [first], ...items.map((item) => [item]), ...items.map((item) => [first, item])].slice(
        0,
        2 * most,
      );
    }
    case 'map': {
      const value = valuesOf(type.values, pool, present, words, depth + 1)[0] ?? plain(type.values, words);
      return [{}, ...texts(pool, present, words).map((key) => ({ [key]: value }))];
    }
    case 'object':
      return depth > 2 ? [plain(type, words)] : objects(type.fields, pool, present, depth);
    case 'null':
      return [null];
    case 'dynamic':
      return [...texts(pool, present, words), ...numbers(pool, present), true, false];
  }
}

/** The plain object, each with one field otherwise, and with two. */
function objects(
  fields: ReadonlyMap<string, ValueType>,
  pool: Pool,
  present: readonly Value[],
  depth: number,
): readonly Value[] {
  const base = Object.fromEntries([...fields].map(([name, type]) => [name, plain(type, lastWords(name))]));
  const changes = [...fields].flatMap(([name, type]) =>
    valuesOf(type, pool, present, lastWords(name), depth + 1)
      .slice(0, most)
      .map((value) => ({ name, value })),
  );
  const single = changes.map(({ name, value }) => ({ ...base, [name]: value }));
  const double = changes.flatMap((one, at) =>
    changes
      .slice(at + 1)
      .filter(({ name }) => name !== one.name)
      .map(({ name, value }) => ({ ...base, [one.name]: one.value, [name]: value })),
  );
  return [base, ...single, ...double.slice(0, 4 * most)];
}

function texts(pool: Pool, present: readonly Value[], words: string): readonly string[] {
  const others = present.filter((value) => typeof value === 'string');
  const long = [...pool.numbers].filter((size) => Number.isInteger(size) && size > 0 && size < 200);
  return [
    ...new Set([
      ...pool.strings,
      ...others,
      `${words}-1`,
      `${words}-2`,
      '',
      ...long.map((size) => 'x'.repeat(size + 1)),
    ]),
  ];
}

function numbers(pool: Pool, present: readonly Value[]): readonly number[] {
  const others = present.filter((value) => typeof value === 'number');
  const found = [...pool.numbers, ...others].flatMap((each) => [each, each + 1, each - 1]);
  return [...new Set([...found, 0, 1, -1, 0.5, -0.9, 1000])];
}

const day = 86_400_000_000_000n;
const hour = 3_600_000_000_000n;

function moments(pool: Pool, present: readonly Value[]): readonly Timestamp[] {
  const fixed = [
    ...pool.timestamps,
    ...present.filter((value) => value instanceof Timestamp),
    ordinaryMoment,
  ];
  const shifts = [0n, hour, -hour, day, -day];
  for (const { nanoseconds } of pool.durations) {
    shifts.push(
      nanoseconds,
      -nanoseconds,
      nanoseconds + hour,
      -nanoseconds - hour,
      nanoseconds - hour,
      hour - nanoseconds,
    );
  }
  const near = fixed.flatMap((each) => shifts.map((shift) => new Timestamp(each.nanoseconds + shift)));
  const midnight = ordinaryMoment.nanoseconds - (ordinaryMoment.nanoseconds % day);
  const hours = [0, 4, 8, 12, 16, 18, 20, 23].map((at) => new Timestamp(midnight + BigInt(at) * hour));
  const days = [1, 2, 3, 4, 5, 6].map((at) => new Timestamp(ordinaryMoment.nanoseconds + BigInt(at) * day));
  const daysAway = [...pool.numbers].map(
    (count) => BigInt(Math.trunc(Math.max(-4000, Math.min(4000, count)))) * day,
  );
  const apart = daysAway.flatMap((shift) => [
    ordinaryMoment.nanoseconds - shift - day,
    ordinaryMoment.nanoseconds + shift + day,
  ]);
  return [...near, ...hours, ...days, ...apart.map((at) => new Timestamp(at))];
}

function around(nanoseconds: bigint): readonly Duration[] {
  return [new Duration(nanoseconds + hour), new Duration(nanoseconds - hour)];
}

/** The values inside values. */
function leavesOf(values: readonly Value[]): readonly Value[] {
  return values.flatMap((value): readonly Value[] => {
    if (isList(value)) return leavesOf(value);
    if (!isKeyed(value)) return [value];
    if (value instanceof Map) return [];
    return Object.keys(value).flatMap((key) => [key, ...leavesOf(list(entryOf(value, key)))]);
  });
}

function list(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
