import type { ContactProblem } from './contact-problem.ts';
import type { ContactMap, PathSelector, ResultMap, Selector, Selectors, TurnMap } from './parse-map.ts';
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

/** What a path may begin at: a named value, or the row. */
interface Scope {
  readonly row: unknown;
  readonly names: ReadonlyMap<string, unknown>;
}

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
  const labelled: Scope = { row: row.value, names: new Map() };
  const plain: Scope = { row: map.expectations.reduce<unknown>(without, row.value), names: new Map() };
  const make = (plain: Scope, labelled: Scope, position: number | undefined): ContactReading =>
    readContact({ value: contactData(map, plain, labelled, number, position), line: row.line }, number);
  if (map.each === undefined) return { contacts: [make(plain, labelled, undefined)], problems: [] };
  const { in: listAt, as } = map.each;
  const list = selectPath(listAt, plain);
  if (list === undefined || list === null) return { contacts: [], problems: [] };
  if (!Array.isArray(list))
    return fail(`Row ${number}: what the map makes contacts of is ${nameOf(list)}, not a list.`);
  const whole = elementsOf(selectPath(listAt, labelled));
  const contacts = list.map((element: unknown, index) =>
    make(named(plain, as, element), named(labelled, as, whole[index]), index + 1),
  );
  return { contacts, problems: [] };
}

function named(scope: Scope, name: string, value: unknown): Scope {
  return { row: scope.row, names: new Map(scope.names).set(name, value) };
}

function contactData(
  map: ContactMap,
  given: Scope,
  labels: Scope,
  number: number,
  position: number | undefined,
): JsonRecord {
  let plain = given;
  let labelled = labels;
  for (const { name, in: listAt, where } of map.lookups) {
    const elements = elementsOf(selectPath(listAt, plain));
    const found = elements.findIndex((element) => matches(element, where, plain));
    // Taking labels out moves no element, so both have the same place.
    labelled = named(labelled, name, elementsOf(selectPath(listAt, labelled))[found]);
    plain = named(plain, name, elements[found]);
  }
  const contact = selectAll(map.contact, plain);
  const id = contact['id'] ?? number;
  const results = map.results.map(
    ([action, each]) => [action, each.map((result) => resultOf(result, plain))] as const,
  );
  const expect = selectAll(map.expect, labelled);
  return {
    ...contact,
    id: position === undefined ? id : `${String(id)}#${position}`,
    facts: selectAll(map.facts, plain),
    turns: turnsOf(map.turns, plain),
    results: Object.fromEntries(results),
    ...(Object.keys(expect).length > 0 ? { expect } : {}),
  };
}

function resultOf(result: ResultMap, scope: Scope): JsonRecord {
  if (result.ok) return { facts: selectAll(result.facts, scope) };
  return { error: String(select(result.error, scope) ?? 'failed') };
}

function turnsOf(turns: ContactMap['turns'], scope: Scope): readonly JsonRecord[] {
  const turn = (map: TurnMap, scope: Scope): JsonRecord => ({
    say: map.say === undefined ? '' : (select(map.say, scope) ?? ''),
    facts: selectAll(map.facts, scope),
  });
  if (!('in' in turns)) return turns.map((map) => turn(map, scope));
  return elementsOf(selectPath(turns.in, scope))
    .filter((element) => matches(element, turns.where, scope))
    .map((element) => turn(turns.turn, named(scope, turnName, element)));
}

function select(selector: Selector, scope: Scope): unknown {
  return selector.kind === 'value' ? selector.value : selectPath(selector, scope);
}

function selectPath({ from, path }: PathSelector, { row, names }: Scope): unknown {
  return valueAt(from === undefined ? row : names.get(from), path);
}

/** What a row lacks is left out, so that the fact stays unknown. */
function selectAll(selectors: Selectors, scope: Scope): JsonRecord {
  const record: Record<string, unknown> = Object.create(null);
  for (const [name, selector] of selectors) {
    const value = select(selector, scope);
    if (value !== undefined) record[name] = value;
  }
  return record;
}

function elementsOf(collection: unknown): readonly unknown[] {
  if (Array.isArray(collection)) return collection;
  return isRecord(collection) ? Object.values(collection) : [];
}

/** Missing fields equal nothing, not even another missing one. */
function matches(element: unknown, where: Selectors, scope: Scope): boolean {
  return where.every(([field, selector]) => {
    const wanted = select(selector, scope);
    const path = parseRowPath(field);
    return path !== undefined && wanted !== undefined && wanted !== null && valueAt(element, path) === wanted;
  });
}
