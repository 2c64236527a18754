import type { Procedure, Step, StepId } from '../model.ts';
import { immediateDominators } from './dominators.ts';
import { usualTarget, waysOf } from './ways.ts';
import type { Way } from './ways.ts';

/** A step's place in the text that people read. */
export interface NumberedStep {
  readonly id: StepId;
  /** `7` on the main line; `7b.2` is the second step of what goes off step 7 by its second way. */
  readonly number: string;
  /** 1 on the main line. */
  readonly level: number;
  /** The step that this one goes off from, and by which way; only with the first step of what goes off. */
  readonly off: { readonly step: StepId; readonly way: Way | undefined } | undefined;
  readonly isReached: boolean;
}

/** Lines that go off deeper than this are numbered along with the line that they leave. */
const deepest = 4;

/**
 * The steps in the order in which they are read. The usual case goes straight on; what goes off a step follows it,
 * numbered under it. What several lines lead to, and what triggers lead to from anywhere, follows the line that all of
 * them belong to. Last comes what nothing leads to.
 */
export function readingOrder({ start, steps }: Procedure): readonly NumberedStep[] {
  const rows =
    last !== undefined && last.start === start && leadAlike(last.steps, steps)
      ? last.rows
      : order(start, steps);
  last = { start, steps, rows };
  return rows;
}

/** While words are typed the order stays; all who ask then get the same rows. */
let last: (Pick<Procedure, 'start' | 'steps'> & { readonly rows: readonly NumberedStep[] }) | undefined;

/** Whether these are the same steps in the same order, with the same ways between them. */
function leadAlike(before: Procedure['steps'], steps: Procedure['steps']): boolean {
  if (before === steps) return true;
  if (before.size !== steps.size) return false;
  const others = before.entries();
  for (const [id, step] of steps) {
    const [otherId, other] = others.next().value ?? [];
    if (otherId !== id || other === undefined) return false;
    if (other !== step && !leadsAlike(id, other, step)) return false;
  }
  return true;
}

function leadsAlike(id: StepId, a: Step, b: Step): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'escalation' && b.kind === 'escalation') {
    return a.triggers.length > 0 === b.triggers.length > 0;
  }
  const [before, ways] = [a, b].map((step) => waysOf(id, step, (words) => words));
  return (
    before?.length === ways?.length &&
    before?.every(
      ({ label, words, target }, index) =>
        label === ways?.[index]?.label && words === ways?.[index]?.words && target === ways?.[index]?.target,
    ) === true
  );
}

function order(start: StepId | undefined, steps: Procedure['steps']): readonly NumberedStep[] {
  const ways = new Map([...steps].map(([id, step]) => [id, waysOf(id, step, (words) => words)]));
  const triggered = [...steps].filter(([, step]) => step.kind === 'escalation' && step.triggers.length > 0);
  const book = new Book(steps, ways);
  book.write([...(start === undefined ? [] : [start]), ...triggered.map(([id]) => id)], true);
  const led = new Set(
    [...ways].flatMap(([id, out]) => (book.has(id) ? [] : out.map(({ target }) => target))),
  );
  const rest = [...steps.keys()].filter((id) => !book.has(id));
  book.write([...rest.filter((id) => !led.has(id)), ...rest.filter((id) => led.has(id))], false);
  return book.rows;
}

interface Counter {
  readonly prefix: string;
  readonly level: number;
  count: number;
}

class Book {
  readonly rows: NumberedStep[] = [];
  readonly #written = new Set<StepId>();
  readonly #top: Counter = { prefix: '', level: 1, count: 0 };

  constructor(
    readonly steps: ReadonlyMap<StepId, Step>,
    readonly ways: ReadonlyMap<StepId, readonly Way[]>,
  ) {}

  has(id: StepId): boolean {
    return this.#written.has(id);
  }

  /** Writes all that `roots` lead to and that is not written yet. */
  write(roots: readonly StepId[], isReached: boolean): void {
    const open = roots.filter((id) => this.steps.has(id) && !this.has(id));
    const tree = new DominatorTree(open, (id) => this.#onward(id).filter((target) => !this.has(target)));
    const waiting = tree.childrenOf(undefined);
    for (const id of waiting) this.#writeLine(id, undefined, this.#top, tree, isReached, waiting);
  }

  #onward(id: StepId): readonly StepId[] {
    return (this.ways.get(id) ?? []).flatMap(({ target }) =>
      target !== undefined && this.steps.has(target) ? [target] : [],
    );
  }

  /** A line, and after each of its steps what goes off there; what belongs to the line itself is put to `waiting`. */
  #writeLine(
    first: StepId,
    off: NumberedStep['off'],
    counter: Counter,
    tree: DominatorTree,
    isReached: boolean,
    waiting: StepId[],
  ): void {
    if (this.has(first)) return;
    const line = this.#lineFrom(first, tree);
    for (const id of line) this.#written.add(id);
    const followers = new Map(line.toReversed().map((id) => [tree.dominatorOf(id), id]));
    for (const id of line) {
      counter.count += 1;
      const number = `${counter.prefix}${counter.count}`;
      this.rows.push({ id, number, level: counter.level, off: id === first ? off : undefined, isReached });
      const after = followers.get(id);
      const own: StepId[] = [];
      for (const child of tree.childrenOf(id)) {
        if (this.has(child)) continue;
        const shared =
          after !== undefined && tree.sourcesOf(child).some((source) => tree.isWithin(source, after));
        (shared ? waiting : own).push(child);
      }
      const ways = this.ways.get(id) ?? [];
      const beside = (letter: number): Counter =>
        counter.level >= deepest
          ? counter
          : { prefix: `${number}${letters(letter)}.`, level: counter.level + 1, count: 0 };
      /** What several of the lines beside lead to. */
      let joined: Counter | undefined;
      for (const child of own) {
        if (this.has(child)) continue;
        const index = ways.findIndex(({ target }) => target === child);
        const way = ways[index];
        const under = way === undefined ? (joined ??= beside(ways.length)) : beside(index);
        this.#writeLine(child, { step: id, way }, under, tree, isReached, own);
      }
    }
  }

  #lineFrom(first: StepId, tree: DominatorTree): readonly StepId[] {
    const line = [first];
    const members = new Set(line);
    for (let id: StepId | undefined = first; id !== undefined;) {
      const step = this.steps.get(id);
      const next: StepId | undefined = step && usualTarget(step, this.steps);
      const before = next === undefined ? undefined : tree.dominatorOf(next);
      const goesOn =
        next !== undefined &&
        before !== undefined &&
        members.has(before) &&
        !members.has(next) &&
        !this.has(next);
      if (goesOn) {
        line.push(next);
        members.add(next);
      }
      id = goesOn ? next : undefined;
    }
    return line;
  }
}

/** `a` to `z`, then `aa`. */
function letters(index: number): string {
  const last = String.fromCodePoint(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** Which step each step cannot be come to without. */
class DominatorTree {
  readonly #nodes: (StepId | undefined)[] = [undefined];
  readonly #numbers = new Map<StepId, number>();
  readonly #sources: number[][] = [[]];
  readonly #dominators: readonly number[];
  readonly #children: StepId[][];
  readonly #entered: number[] = [];
  readonly #left: number[] = [];

  constructor(roots: readonly StepId[], onward: (id: StepId) => readonly StepId[]) {
    const order = this.#explore(roots, onward);
    this.#dominators = immediateDominators({ sources: this.#sources, order });
    this.#children = this.#nodes.map(() => []);
    for (const node of this.#nodes.keys()) {
      const id = this.#nodes[node];
      if (id !== undefined) this.#children[this.#dominators[node] ?? 0]?.push(id);
    }
    this.#measure();
  }

  dominatorOf(id: StepId): StepId | undefined {
    const node = this.#numbers.get(id);
    return node === undefined ? undefined : this.#nodes[this.#dominators[node] ?? 0];
  }

  /** In the order in which they are come to; of nothing: what is come to from outside. */
  childrenOf(id: StepId | undefined): StepId[] {
    return [...(this.#children[id === undefined ? 0 : (this.#numbers.get(id) ?? 0)] ?? [])];
  }

  sourcesOf(id: StepId): readonly StepId[] {
    return (this.#sources[this.#numbers.get(id) ?? 0] ?? []).flatMap((source) => this.#nodes[source] ?? []);
  }

  /** Whether every way to `id` leads through `through`, or they are the same. */
  isWithin(id: StepId, through: StepId): boolean {
    const [inner, outer] = [this.#numbers.get(id) ?? 0, this.#numbers.get(through) ?? 0];
    return this.#entered[outer]! <= this.#entered[inner]! && this.#left[inner]! <= this.#left[outer]!;
  }

  /** Numbers the nodes as they are come to, breadth first in the order of ways; gives them in reverse postorder. */
  #explore(roots: readonly StepId[], onward: (id: StepId) => readonly StepId[]): readonly number[] {
    const targets: number[][] = [[]];
    const numberOf = (id: StepId): number => {
      const known = this.#numbers.get(id);
      if (known !== undefined) return known;
      const number = this.#nodes.push(id) - 1;
      this.#numbers.set(id, number);
      this.#sources.push([]);
      targets.push([]);
      return number;
    };
    const link = (from: number, to: number): void => {
      targets[from]?.push(to);
      this.#sources[to]?.push(from);
    };
    for (const root of roots) link(0, numberOf(root));
    for (let node = 1; node < this.#nodes.length; node += 1) {
      for (const target of onward(this.#nodes[node]!)) link(node, numberOf(target));
    }
    return reversePostorder(targets);
  }

  #measure(): void {
    let clock = 0;
    const open: { readonly node: number; next: number }[] = [{ node: 0, next: 0 }];
    this.#entered[0] = clock;
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const child = this.#children[top.node]?.[top.next];
      top.next += 1;
      clock += 1;
      if (child === undefined) {
        this.#left[top.node] = clock;
        open.pop();
      } else {
        const node = this.#numbers.get(child) ?? 0;
        this.#entered[node] = clock;
        open.push({ node, next: 0 });
      }
    }
  }
}

function reversePostorder(targets: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = [];
  const seen = new Set([0]);
  const open = [{ node: 0, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const target = targets[top.node]?.[top.next];
    top.next += 1;
    if (target === undefined) {
      order.push(top.node);
      open.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      open.push({ node: target, next: 0 });
    }
  }
  return order.reverse();
}
