import { LineCounter, parseDocument, type Document } from 'yaml';
import { mapSchema, type MapText, type SelectorText } from './map-schema.ts';
import { everyElement, isUnder, parseRowPath, type RowPath } from './row-path.ts';

/** What is wrong with a map. A map with problems makes no contacts. */
export interface MapProblem {
  readonly message: string;
  /** 1-based. */
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** Where a value comes from: a constant, or a path that begins at a named value or at the row. */
export type Selector =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'path'; readonly from: string | undefined; readonly path: RowPath };

export type PathSelector = Extract<Selector, { kind: 'path' }>;
export type Selectors = readonly (readonly [name: string, selector: Selector])[];

export interface Lookup {
  readonly name: string;
  readonly in: PathSelector;
  readonly where: Selectors;
}

export interface TurnMap {
  readonly say: Selector | undefined;
  readonly facts: Selectors;
}

export type ResultMap =
  | { readonly ok: true; readonly facts: Selectors }
  | { readonly ok: false; readonly error: Selector };

/** A checked map from foreign rows to contacts. */
export interface ContactMap {
  readonly expectations: readonly RowPath[];
  readonly each: { readonly in: PathSelector; readonly as: string } | undefined;
  readonly lookups: readonly Lookup[];
  readonly contact: Selectors;
  readonly facts: Selectors;
  readonly turns:
    | readonly TurnMap[]
    | { readonly in: PathSelector; readonly where: Selectors; readonly turn: TurnMap };
  readonly results: readonly (readonly [action: string, results: readonly ResultMap[]])[];
  readonly expect: Selectors;
}

export type ParsedMap =
  | { readonly ok: true; readonly map: ContactMap }
  | { readonly ok: false; readonly problems: readonly MapProblem[] };

/** The name of the element that a list of turns is made from. */
export const turnName = 'turn';
const wholeRow = 'row';
const defaultElement = 'item';

/** Reads a map from YAML (or JSON). Never throws. */
export function parseMap(text: string): ParsedMap {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' });
  const place = placeIn(document, counter);
  const error = document.errors[0];
  if (error !== undefined) {
    const { line, col } = counter.linePos(error.pos[0]);
    return { ok: false, problems: [{ message: `Not YAML: ${error.message}.`, line, column: col }] };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
      ok: false,
      problems: [{ message: `Not YAML: ${message}.`, line: undefined, column: undefined }],
    };
  }
  const parsed = mapSchema.safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
      return {
        message: `${path.length === 0 ? 'The map' : path.join('.')}: ${issue.message}.`,
        ...place(path),
      };
    });
    return { ok: false, problems };
  }
  return new MapReader(place).read(parsed.data);
}

type Place = (path: readonly (string | number)[]) => Pick<MapProblem, 'line' | 'column'>;

function placeIn(document: Document, counter: LineCounter): Place {
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        const { line, col } = counter.linePos(Number(node.range[0]));
        return { line, column: col };
      }
    }
    return { line: undefined, column: undefined };
  };
}

class MapReader {
  private readonly problems: MapProblem[] = [];
  /** Each name, and where in the row what it stands for may come from. */
  private readonly names = new Map<string, RowPath>();
  private expectations: readonly RowPath[] = [];

  constructor(private readonly place: Place) {}

  read(text: MapText): ParsedMap {
    const places = new Map<string, RowPath>();
    for (const [name, list] of namedLists(text)) places.set(name, [...absolute(list, places), everyElement]);
    this.expectations = readExpectationRoots(text, places);
    for (const root of this.expectations) {
      if (root.length === 0) this.report('An expectation is not a path into the row.', ['expectations']);
    }
    const each = this.readEach(text.each);
    const lookups: Lookup[] = [];
    for (const [name, lookup] of Object.entries(text.lookups ?? {})) {
      const where = ['lookups', name];
      lookups.push({
        name,
        in: this.path(lookup.in, [...where, 'in']),
        where: this.fields(lookup.where, [...where, 'where']),
      });
      this.declare(name, lookup.in, where);
    }
    const map: ContactMap = {
      expectations: this.expectations,
      each,
      lookups,
      contact: this.selectors(text.contact, ['contact']),
      facts: this.selectors(text.facts, ['facts']),
      turns: this.readTurns(text.turns),
      results: Object.entries(text.results ?? {}).map(([action, entry]) => [
        action,
        (Array.isArray(entry) ? entry : [entry]).map((result, index): ResultMap => {
          const where = ['results', action, ...(Array.isArray(entry) ? [index] : [])];
          if ('error' in result)
            return { ok: false, error: this.selector(result.error, [...where, 'error']) };
          return { ok: true, facts: this.selectors(result.facts, [...where, 'facts']) };
        }),
      ]),
      expect: this.selectors(text.expect, ['expect'], true),
    };
    return this.problems.length === 0 ? { ok: true, map } : { ok: false, problems: this.problems };
  }

  private readEach(each: MapText['each']): ContactMap['each'] {
    if (each === undefined) return undefined;
    const [list, as] = typeof each === 'string' ? [each, defaultElement] : [each.in, each.as];
    const selector = this.path(list, ['each']);
    this.declare(as, list, ['each']);
    return { in: selector, as };
  }

  private readTurns(turns: MapText['turns']): ContactMap['turns'] {
    if (turns === undefined) return [];
    if (Array.isArray(turns)) {
      return turns.map((turn, index) => ({
        say: turn.say === undefined ? undefined : this.selector(turn.say, ['turns', index, 'say']),
        facts: this.selectors(turn.facts, ['turns', index, 'facts']),
      }));
    }
    const list = this.path(turns.in, ['turns', 'in']);
    const where = this.fields(turns.where ?? {}, ['turns', 'where']);
    this.names.set(turnName, [...absolute(turns.in, this.names), everyElement]);
    const turn: TurnMap = {
      say: turns.say === undefined ? undefined : this.selector(turns.say, ['turns', 'say']),
      facts: this.selectors(turns.facts, ['turns', 'facts']),
    };
    this.names.delete(turnName);
    return { in: list, where, turn };
  }

  private declare(name: string, list: string, where: readonly (string | number)[]): void {
    if (!/^[A-Za-z_][\w-]*$/.test(name))
      this.report(`"${name}" cannot be a name here: use letters and digits.`, where);
    else if (name === wholeRow || name === turnName) this.report(`"${name}" already has a meaning.`, where);
    else if (this.names.has(name)) this.report(`"${name}" is used twice.`, where);
    this.names.set(name, [...absolute(list, this.names), everyElement]);
  }

  private fields(
    record: Readonly<Record<string, SelectorText>>,
    where: readonly (string | number)[],
  ): Selectors {
    for (const field of Object.keys(record)) {
      if (parseRowPath(field) === undefined) this.report(`"${field}" is not a path.`, [...where, field]);
    }
    return this.selectors(record, where);
  }

  private selectors(
    record: Readonly<Record<string, SelectorText | undefined>> | undefined,
    where: readonly (string | number)[],
    label = false,
  ): Selectors {
    return Object.entries(record ?? {}).flatMap(([name, selector]) =>
      selector === undefined ? [] : [[name, this.selector(selector, [...where, name], label)] as const],
    );
  }

  private selector(text: SelectorText, where: readonly (string | number)[], label = false): Selector {
    return typeof text === 'string' ? this.path(text, where, label) : { kind: 'value', value: text.value };
  }

  private path(text: string, where: readonly (string | number)[], label = false): PathSelector {
    const path = parseRowPath(text);
    if (path === undefined || path.length === 0) {
      this.report(`"${text}" is not a path. Constants are written { value: … }.`, where);
      return { kind: 'path', from: undefined, path: [] };
    }
    const [first, ...rest] = path;
    const place = absolute(text, this.names);
    const root = label ? undefined : this.expectations.find((root) => isUnder(place, root));
    if (root !== undefined) {
      this.report(
        `"${text}" reads the expectations under "${root.join('.')}"; only expect may do that.`,
        where,
      );
    }
    if (first === wholeRow) return { kind: 'path', from: undefined, path: rest };
    if (typeof first === 'string' && this.names.has(first)) return { kind: 'path', from: first, path: rest };
    return { kind: 'path', from: undefined, path };
  }

  private report(message: string, where: readonly (string | number)[]): void {
    this.problems.push({ message: `${where.join('.')}: ${message}`, ...this.place(where) });
  }
}

function* namedLists(text: MapText): Iterable<readonly [name: string, list: string]> {
  if (typeof text.each === 'string') yield [defaultElement, text.each];
  else if (text.each !== undefined) yield [text.each.as, text.each.in];
  for (const [name, lookup] of Object.entries(text.lookups ?? {})) yield [name, lookup.in];
}

/** The path from the row's root, `everyElement` standing where a name stands for one element of a list. */
function absolute(text: string, names: ReadonlyMap<string, RowPath>): RowPath {
  const path = parseRowPath(text) ?? [];
  const [first, ...rest] = path;
  if (first === wholeRow) return rest;
  const named = typeof first === 'string' ? names.get(first) : undefined;
  return named === undefined ? path : [...named, ...rest];
}

/** Whatever `expect` reads is a label too, declared or not. */
function readExpectationRoots(text: MapText, names: ReadonlyMap<string, RowPath>): readonly RowPath[] {
  const declared = typeof text.expectations === 'string' ? [text.expectations] : (text.expectations ?? []);
  const read = Object.values(text.expect ?? {}).filter((selector) => typeof selector === 'string');
  return ['expected', 'expect', ...declared, ...read].map((path) => absolute(path, names));
}
