import type { Path } from '../diagnostic.ts';
import { planned, refused } from '../operations/plan.ts';
import type { Plan, Planned, Refused } from '../operations/plan.ts';
import { readSource } from '../source/read-source.ts';
import type { Source } from '../source/source.ts';
import { applyEdits } from '../text-edit.ts';
import type { TextEdit } from '../text-edit.ts';
import {
  copyEntry,
  insertEntry,
  insertItem,
  insertWritten,
  moveItem,
  removeEntry,
  removeItem,
  renameEntry,
} from './collection-edits.ts';
import { dataOf, isList, isMap, sameData, valueAt, withChange, withKey, withValue } from './data.ts';
import { editPieces, editsOf, piecesOf } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import type { Shape } from './print-value.ts';
import { refusalAt } from './refusal.ts';
import { rewriteText } from './rewrite.ts';
import type { Rewrite } from './rewrite.ts';
import { isFlow, spotAt } from './spot.ts';
import type { Spot } from './spot.ts';
import { replaceValue } from './value-edits.ts';

export interface WrittenEntry {
  readonly name: string;
  readonly value: unknown;
  /** Its lines from column 0; undefined where it has none of its own. */
  readonly lines: readonly string[] | undefined;
}

export interface Placement {
  /** The entry to stand behind; behind the last where it is not given or not there. */
  readonly after?: string | undefined;
  readonly shape?: Shape;
}

/**
 * A gesture under way: changes of the data, each turned into the smallest edits that bring it about. Every change is
 * checked at once, by reading the edited text: it must say exactly what was meant, and have no error that was not
 * there. What fails that is tried another way, and refused in the end. The first refusal stays; what follows it does
 * nothing.
 */
export class Draft {
  readonly #first: Source;
  #source: Source;
  #pieces: Pieces;
  #refusal: Refused | undefined;

  constructor(source: Source) {
    this.#first = source;
    this.#source = source;
    this.#pieces = piecesOf(source.text.length);
  }

  /** As the changes so far have left it. */
  get source(): Source {
    return this.#source;
  }

  get data(): unknown {
    return this.#source.data;
  }

  get refusal(): Refused | undefined {
    return this.#refusal;
  }

  valueAt(path: Path): unknown {
    return valueAt(this.data, path);
  }

  plan(extra: Partial<Pick<Planned, 'renamed' | 'created'>> = {}): Plan {
    return this.#refusal ?? planned(editsOf(this.#pieces, this.#first.text), extra);
  }

  /** Sets the value at `path` with as little change as it takes; parents that are missing are made. */
  set(path: Path, value: unknown, placement: Placement = {}): void {
    this.#set(path, dataOf(value), placement);
  }

  #set(path: Path, value: unknown, placement: Placement): void {
    const old = this.valueAt(path);
    if (old !== undefined && sameData(old, value)) return;
    const last = path.at(-1);
    if (old === undefined && last !== undefined) return this.#add(path, last, value, placement);
    if (isMap(old) && isMap(value) && old.size > 0 && value.size > 0)
      return this.#setEntries(path, old, value);
    if (isList(old) && isList(value) && old.length > 0 && value.length > 0)
      return this.#setItems(path, old, value);
    this.#change(path, withValue(this.data, path, value), (spot) => replaceValue(this.#source, spot, value));
  }

  #add(path: Path, last: string | number, value: unknown, placement: Placement): void {
    const parentPath = path.slice(0, -1);
    const parent = this.valueAt(parentPath);
    const fresh = typeof last === 'string' ? new Map([[last, value]]) : [value];
    if (parent === undefined && (parentPath.length > 0 || this.#source.root === undefined)) {
      if (parentPath.length > 0) return this.#set(parentPath, fresh, placement);
      return this.#appendToNothing(String(last), value);
    }
    if (parent === null) {
      const shaped = (spot: Spot) => replaceValue(this.#source, spot, fresh, placement.shape);
      return this.#change(parentPath, withValue(this.data, parentPath, fresh), shaped, parentPath);
    }
    if (typeof last === 'string' ? !isMap(parent) : !isList(parent)) {
      return this.refuse(refused('not-possible', `There is no place for “${String(last)}” here.`));
    }
    if (typeof last === 'number') return this.insertItem(parentPath, last, value);
    const after = placement.after;
    this.#change(
      parentPath,
      withValue(this.data, path, value),
      (spot) =>
        insertEntry(
          this.#source,
          spot,
          last,
          value,
          after,
          placement.shape ?? neighbourShape(spot, value, after),
        ),
      path,
    );
  }

  #setEntries(path: Path, old: ReadonlyMap<string, unknown>, value: ReadonlyMap<string, unknown>): void {
    // Added first, so that the map never falls empty on the way.
    for (const [key, item] of value) this.#set([...path, key], item, {});
    for (const key of old.keys()) if (!value.has(key)) this.remove([...path, key]);
  }

  #setItems(path: Path, old: readonly unknown[], value: readonly unknown[]): void {
    let head = 0;
    while (head < old.length && head < value.length && sameData(old[head], value[head])) head += 1;
    let tail = 0;
    const most = Math.min(old.length, value.length) - head;
    while (tail < most && sameData(old.at(-1 - tail), value.at(-1 - tail))) tail += 1;
    const common = most - tail;
    for (let index = head; index < head + common; index += 1) this.#set([...path, index], value[index], {});
    for (let index = head + common; index < value.length - tail; index += 1)
      this.insertItem(path, index, value[index]);
    for (let index = old.length - tail - 1; index >= head + common; index -= 1) this.remove([...path, index]);
  }

  #appendToNothing(key: string, value: unknown): void {
    const { text, eol } = this.#source;
    const gap = text === '' || text === '\ufeff' || text.endsWith('\n') ? '' : eol;
    const data = new Map([[key, value]]);
    const scratch = new Draft(readSource(`x: {}${eol}`));
    scratch.set(['x'], data);
    const printed = scratch.source.text.replace(/^x:\r?\n?/, '').replaceAll(/^ {2}/gm, '');
    this.#try([], data, [[{ from: text.length, to: text.length, insert: gap + printed }]]);
  }

  remove(path: Path): void {
    const last = path.at(-1);
    if (last === undefined || this.valueAt(path) === undefined) {
      return this.refuse(refused('not-found', 'What was to be taken out is not there any more.'));
    }
    this.#change(path.slice(0, -1), withValue(this.data, path, undefined), () => this.#removals(path), path);
  }

  /** All at one go where their edits do not touch; `paths` in the text's order. */
  removeAll(paths: readonly Path[]): void {
    if (this.#refusal) return;
    const last = [...paths].reverse();
    const free = paths.every((path) => this.valueAt(path) !== undefined && !refusalAt(this.#source, path));
    if (free && paths.length > 1) {
      const data = last.reduce((before, path) => withValue(before, path, undefined), this.data);
      const edits = paths.flatMap((path) => this.#removals(path).next().value ?? []);
      if (this.#attempt(data, [edits.sort((a, b) => a.from - b.from)])) return;
    }
    for (const path of last) this.remove(path);
  }

  *#removals(path: Path): Generator<readonly TextEdit[], undefined> {
    const last = path.at(-1);
    const spot = spotAt(this.#source, path.slice(0, -1));
    if (!spot || last === undefined) return;
    if (typeof last === 'string') yield* removeEntry(this.#source, spot, last);
    else yield* removeItem(this.#source, spot, last);
  }

  insertItem(path: Path, index: number, value: unknown): void {
    const item = dataOf(value);
    const list = this.valueAt(path);
    if (!isList(list) || index < 0 || index > list.length) {
      return this.refuse(refused('not-found', 'The list does not have that place.'));
    }
    const next = withChange(this.data, path, () => list.toSpliced(index, 0, item));
    this.#change(path, next, (spot) => insertItem(this.#source, spot, index, item));
  }

  moveItem(path: Path, from: number, to: number): void {
    const list = this.valueAt(path);
    if (!isList(list) || !(from in list) || !(to in list)) {
      return this.refuse(refused('not-found', 'The list does not have that place.'));
    }
    const next = list.toSpliced(from, 1).toSpliced(to, 0, list[from]);
    if (sameData(list, next)) return;
    this.#change(path, withValue(this.data, path, next), (spot) => moveItem(this.#source, spot, from, to));
  }

  renameKey(path: Path, name: string, next: string): void {
    this.#change(path, withKey(this.data, path, name, next), (spot) => renameEntry(spot, name, next), [
      ...path,
      name,
    ]);
  }

  /** Copies an entry behind itself, as it is written where that is possible. */
  copyEntry(path: Path, name: string, copy: string): void {
    const value = this.valueAt([...path, name]);
    if (value === undefined) {
      return this.refuse(
        refusalAt(this.#source, [...path, name]) ?? refused('not-found', `There is no “${name}” to copy.`),
      );
    }
    const expected = withValue(this.data, [...path, copy], value);
    this.#change(path, expected, (spot) => copyEntry(this.#source, spot, name, copy, value), [...path, name]);
  }

  /** Adds entries behind the last one, with the words and comments that they have elsewhere where that is possible. */
  addWritten(path: Path, entries: readonly WrittenEntry[]): void {
    const expected = entries.reduce(
      (data, { name, value }) => withValue(data, [...path, name], value),
      this.data,
    );
    const written = entries.flatMap(({ lines }) => (lines ? [lines] : []));
    const spot = spotAt(this.#source, path);
    if (spot && written.length === entries.length && !this.#refusal && !refusalAt(this.#source, path)) {
      if (this.#attempt(expected, [insertWritten(this.#source, spot, written)])) return;
    }
    for (const { name, value } of entries) this.set([...path, name], value);
  }

  /** Changes parts of many texts at one go: a renaming's references. Places that an alias repeats change with it. */
  rewrite(rewrites: readonly Rewrite[]): void {
    if (this.#refusal || rewrites.length === 0) return;
    let data = this.data;
    const edits: TextEdit[] = [];
    const plainer: TextEdit[] = [];
    for (const rewrite of rewrites) {
      const old = valueAt(data, rewrite.path);
      if (typeof old !== 'string') continue;
      data = withValue(data, rewrite.path, rewriteText(old, rewrite));
      const spot = spotAt(this.#source, rewrite.path);
      if (!spot || spot.node.kind === 'alias') continue;
      edits.push(...this.#rewriteEdits(spot, old, rewrite));
      plainer.push(...([...replaceValue(this.#source, spot, rewriteText(old, rewrite))].at(-1) ?? []));
    }
    const sorted = [edits, plainer].map((some) => some.sort((a, b) => a.from - b.from));
    this.#try(rewrites[0]?.path ?? [], data, sorted);
  }

  #rewriteEdits(spot: Spot, old: string, rewrite: Rewrite): readonly TextEdit[] {
    const spans = rewrite.parts.map((part) => this.#source.spanWithin(rewrite.path, part.from, part.to));
    const whole =
      rewrite.parts.length === 1 && rewrite.parts[0]?.from === 0 && rewrite.parts[0].to === old.length;
    const simple = rewrite.parts.every((part, index) => {
      const span = spans[index];
      return span && this.#source.text.slice(span.from, span.to) === old.slice(part.from, part.to);
    });
    if (whole || !simple) {
      const [edits = []] = replaceValue(this.#source, spot, rewriteText(old, rewrite));
      return edits;
    }
    return rewrite.parts.flatMap((part, index) => {
      const span = spans[index];
      return span ? [{ ...span, insert: part.insert }] : [];
    });
  }

  refuse(refusal: Refused): void {
    this.#refusal ??= refusal;
  }

  /** `path` leads to the collection or value that is edited, `aim` to what the change is about. */
  #change(
    path: Path,
    expected: unknown,
    candidates: (spot: Spot) => Iterable<readonly TextEdit[]>,
    aim: Path = path,
  ): void {
    if (this.#refusal) return;
    const refusal = refusalAt(this.#source, aim);
    if (refusal) return this.refuse(refusal);
    const spot = spotAt(this.#source, path);
    this.#try(aim, expected, spot ? candidates(spot) : []);
  }

  #try(aim: Path, expected: unknown, candidates: Iterable<readonly TextEdit[]>): void {
    if (this.#refusal || this.#attempt(expected, candidates)) return;
    this.refuse(refusalAt(this.#source, aim, 'after') ?? notExpressible(this.#source));
  }

  /** Takes the first candidate that says what was meant. */
  #attempt(expected: unknown, candidates: Iterable<readonly TextEdit[]>): boolean {
    for (const candidate of candidates) {
      const edits = candidate.filter((edit) => edit.from !== edit.to || edit.insert !== '');
      if (!areOrdered(edits)) continue;
      const next = readSource(applyEdits(this.#source.text, edits), this.#source);
      if (next.errors.length > this.#source.errors.length || !sameData(next.data, expected)) continue;
      this.#pieces = editPieces(this.#pieces, edits);
      this.#source = next;
      return true;
    }
    return false;
  }
}

function areOrdered(edits: readonly TextEdit[]): boolean {
  return edits.every((edit, index) => edit.from >= (edits[index - 1]?.to ?? 0));
}

function notExpressible(source: Source): Refused {
  return source.hasAliases
    ? refused(
        'alias',
        'This text repeats parts of itself with & and *; the change would reach further than meant. Make it in the text.',
      )
    : refused(
        'not-expressible',
        'The text is written in a way that this change cannot be made in safely. Make it in the text.',
      );
}

/** Elements under a section stand as blocks, unless the one before is written on one line. */
function neighbourShape(spot: Spot, value: unknown, after: string | undefined): Shape | undefined {
  const { node } = spot;
  if (node.kind !== 'map' || isFlow(node)) return undefined;
  const before = node.entries.find((entry) => entry.name === after && !entry.hidden) ?? node.entries.at(-1);
  if (!before || !isMap(value) || before.value.kind !== 'map') return undefined;
  return before.value.flow ? 'fitting' : 'block';
}
