import type { ContactProblem } from './contact-problem.ts';
import type { ContactMap, PathSelector, Selector, Selectors, TurnMap } from './parse-map.ts';
import { turnName } from './parse-map.ts';
import { isRecord, nameOf, readContact, type ContactReading, type JsonRecord } from './read-contact.ts';
import type { Row } from './read-rows.ts';
import { parseRowPath, valueAt, without } from './row-path.ts';

/** What a row comes to: one contact, or one for each element of the map's list. */
export interface MappedRow {
  readonly contacts: readonly ContactReading[];
  /** What is wrong with the row as a whole. */
  readonly problems: readonly ContactProblem[];
}

type Names = ReadonlyMap<string, unknown>;

/**
 * Makes contacts of a foreign row. The row's labels are removed before anything but `expect` is read, so what a
 * contact does cannot depend on them. `number` (1-based) names a row without an id.
 */
export function applyMap(map: ContactMap, row: Row, number = 1): MappedRow {
  const fail = (message: string): MappedRow => ({
    contacts: [],
    problems: [{ severity: 'error', message, contact: undefined, line: row.line, column: undefined }],
  });
  if (!isRecord(row.value))
    return fail(`Row ${number} is ${nameOf(row.value)}; a map reads rows that are maps.`);
  const unlabelled = map.expectations.reduce<unknown>(without, row.value);
  const make = (names: Map<string, unknown>, position: number | undefined): ContactReading =>
    contactOf(map, { row, unlabelled, number, names, position });
  if (map.each === undefined) return { contacts: [make(new Map(), undefined)], problems: [] };
  const list = select(map.each.in, unlabelled, new Map());
  if (list === undefined || list === null) return { contacts: [], problems: [] };
  if (!Array.isArray(list))
    return fail(`Row ${number}: what the map makes contacts of is ${nameOf(list)}, not a list.`);
  const { as } = map.each;
  return {
    contacts: list.map((element: unknown, index) => make(new Map([[as, element]]), index + 1)),
    problems: [],
  };
}

interface Making {
  readonly row: Row;
  readonly unlabelled: unknown;
  readonly number: number;
  readonly names: Map<string, unknown>;
  readonly position: number | undefined;
}

function contactOf(map: ContactMap, making: Making): ContactReading {
  const { row, unlabelled, names, number, position } = making;
  for (const lookup of map.lookups) {
    const found = elementsOf(select(lookup.in, unlabelled, names)).find((element) =>
      matches(element, lookup.where, unlabelled, names),
    );
    names.set(lookup.name, found);
  }
  const read = (selectors: Selectors, from: unknown): JsonRecord => selectAll(selectors, from, names);
  const contact = read(map.contact, unlabelled);
  const id = contact['id'] ?? number;
  const data: Record<string, unknown> = {
    ...contact,
    id: position === undefined ? id : `${String(id)}#${position}`,
    facts: read(map.facts, unlabelled),
    turns: turnsOf(map.turns, unlabelled, names),
    results: Object.fromEntries(
      map.results.map(([action, results]) => [
        action,
        results.map((result) =>
          result.ok
            ? { facts: read(result.facts, unlabelled) }
            : { error: String(select(result.error, unlabelled, names) ?? 'failed') },
        ),
      ]),
    ),
  };
  const expect = read(map.expect, row.value);
  if (Object.keys(expect).length > 0) data['expect'] = expect;
  return readContact({ value: data, line: row.line }, number);
}

function turnsOf(turns: ContactMap['turns'], unlabelled: unknown, names: Names): readonly JsonRecord[] {
  const turn = (map: TurnMap, known: Names): JsonRecord => ({
    say: map.say === undefined ? '' : (select(map.say, unlabelled, known) ?? ''),
    facts: selectAll(map.facts, unlabelled, known),
  });
  if (!('in' in turns)) return turns.map((map) => turn(map, names));
  return elementsOf(select(turns.in, unlabelled, names))
    .filter((element) => matches(element, turns.where, unlabelled, names))
    .map((element) => turn(turns.turn, new Map(names).set(turnName, element)));
}

function select(selector: Selector, root: unknown, names: Names): unknown {
  if (selector.kind === 'value') return selector.value;
  return selectPath(selector, root, names);
}

function selectPath(selector: PathSelector, root: unknown, names: Names): unknown {
  return valueAt(selector.from === undefined ? root : names.get(selector.from), selector.path);
}

/** What a row lacks is left out, so that the fact stays unknown. */
function selectAll(selectors: Selectors, root: unknown, names: Names): JsonRecord {
  const record: Record<string, unknown> = Object.create(null);
  for (const [name, selector] of selectors) {
    const value = select(selector, root, names);
    if (value !== undefined) record[name] = value;
  }
  return record;
}

function elementsOf(collection: unknown): readonly unknown[] {
  if (Array.isArray(collection)) return collection;
  return isRecord(collection) ? Object.values(collection) : [];
}

/** Missing fields equal nothing, not even another missing one. */
function matches(element: unknown, where: Selectors, root: unknown, names: Names): boolean {
  return where.every(([field, selector]) => {
    const wanted = select(selector, root, names);
    const path = parseRowPath(field);
    return path !== undefined && wanted !== undefined && wanted !== null && valueAt(element, path) === wanted;
  });
}
