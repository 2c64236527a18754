import type { Link } from '../../../document/operations/link.ts';
import { planAddBranch } from '../../../document/operations/plan-add-branch.ts';
import { planAddGuardrail } from '../../../document/operations/plan-add-guardrail.ts';
import { planAddStep } from '../../../document/operations/plan-add-step.ts';
import { planDeleteBranch } from '../../../document/operations/plan-delete-branch.ts';
import { planDeleteElements } from '../../../document/operations/plan-delete-elements.ts';
import { planDuplicate } from '../../../document/operations/plan-duplicate.ts';
import { planInsertStep } from '../../../document/operations/plan-insert-step.ts';
import { planMoveBranch } from '../../../document/operations/plan-move-branch.ts';
import type { Plan } from '../../../document/operations/plan.ts';
import { planRenameGuardrail } from '../../../document/operations/plan-rename-guardrail.ts';
import { planRenameStep } from '../../../document/operations/plan-rename-step.ts';
import { planSetField } from '../../../document/operations/plan-set-field.ts';
import type { Arrangement } from '../../session/arrangement.ts';
import type { Position } from '../../session/procedure-session.ts';
import { elementWord, type ElementKind } from '../../ui/element-kind.ts';
import { focusSoon } from '../canvas-state.ts';
import { guardrailIdOf, stepIdOf } from '../element-key.ts';
import { freePlaceNear } from '../layout/place-near.ts';
import { nameOf } from './name-of.ts';
import type { Performer } from './performer.ts';
import { roomAfter, roomAt, roomBeside } from './room-for-new.ts';

export interface NewPlace {
  /** The link that is to lead to it. */
  readonly link?: Link | undefined;
  /** Where its middle should be. */
  readonly at?: Position | undefined;
}

export class ElementGestures {
  constructor(readonly performer: Performer) {}

  /** Adds an element: on a link, at a place, beside what is selected, or in the middle of what is seen. */
  add(kind: ElementKind, selection: readonly string[], { link, at }: NewPlace = {}): void {
    const { performer } = this;
    const place = this.#placeFor(kind, selection, link, at);
    const plan = this.#planAdd(kind, link);
    const created = plan.ok ? plan.created : [];
    const positions = new Map(created.map((key) => [key, place]));
    const word = elementWord[kind].toLowerCase();
    const name = created[0]?.replace(/^\w+:/, '') ?? '';
    const done = performer.perform(plan, `Add ${word}`, `Added ${word} ${name}.`, { positions });
    if (!done) return;
    performer.select(done.created);
    focusSoon(done.created[0]);
  }

  #planAdd(kind: ElementKind, link: Link | undefined): Plan {
    const { document } = this.performer;
    if (kind === 'guardrail') return planAddGuardrail(document, {});
    return link ? planInsertStep(document, link, { kind }) : planAddStep(document, { kind });
  }

  #placeFor(
    kind: ElementKind,
    selection: readonly string[],
    link: Link | undefined,
    at: Position | undefined,
  ): Position {
    const { flow, setting } = this.performer;
    if (at) return roomAt(flow, kind, at);
    if (link) return roomAfter(flow, kind, link, setting.centre());
    const beside = selection.at(-1);
    return beside === undefined
      ? roomAt(flow, kind, setting.centre())
      : roomBeside(flow, kind, beside, setting.centre());
  }

  /** `along`: notes and sections that go with them. */
  delete(
    keys: readonly string[],
    mode: 'remove-references' | 'reconnect',
    along?: Arrangement | undefined,
  ): void {
    const { performer } = this;
    const neighbour = this.#neighbourOf(keys);
    const what = keys.length === 1 ? nameOf(keys[0]!) : `${keys.length} elements`;
    const plan = planDeleteElements(performer.document, [...keys], mode);
    if (!performer.perform(plan, `Delete ${what}`, `Deleted ${what}.`, along)) return;
    performer.select(neighbour === undefined ? [] : [neighbour]);
    focusSoon(neighbour);
  }

  /** Links from elsewhere that lead to one of the elements. */
  linksTo(keys: readonly string[]): number {
    const gone = new Set(keys);
    const { links } = this.performer.flow.connections;
    return links.filter((link) => gone.has(link.target) && !gone.has(link.source)).length;
  }

  #neighbourOf(keys: readonly string[]): string | undefined {
    const gone = new Set(keys);
    const { links } = this.performer.flow.connections;
    const before = links.find(
      (link) => gone.has(link.target) && !gone.has(link.source) && stepIdOf(link.source) !== undefined,
    );
    const after = links.find((link) => gone.has(link.source) && !gone.has(link.target));
    return before?.source ?? after?.target;
  }

  /** The key that the element has afterwards. */
  rename(key: string, next: string): string {
    const { performer } = this;
    const step = stepIdOf(key);
    const guardrail = guardrailIdOf(key);
    const plan =
      step === undefined
        ? planRenameGuardrail(performer.document, guardrail ?? key, next)
        : planRenameStep(performer.document, step, next);
    const done = performer.perform(
      plan,
      `Rename ${step ?? guardrail}`,
      `Renamed ${step ?? guardrail} to ${next}.`,
    );
    if (!done) return key;
    const renamed = `${key.slice(0, key.indexOf(':') + 1)}${next}`;
    performer.select([renamed]);
    return renamed;
  }

  duplicate(keys: readonly string[]): void {
    const { performer } = this;
    const plan = planDuplicate(performer.document, [...keys]);
    const positions = plan.ok ? this.#placesForCopies(keys, plan.created) : new Map<string, Position>();
    const what = keys.length === 1 ? nameOf(keys[0]!) : `${keys.length} elements`;
    const done = performer.perform(plan, `Duplicate ${what}`, `Duplicated ${what}.`, { positions });
    if (!done) return;
    performer.select(done.created);
    focusSoon(done.created[0]);
  }

  /** Below the originals, arranged as they are. */
  #placesForCopies(keys: readonly string[], copies: readonly string[]): ReadonlyMap<string, Position> {
    const { rects } = this.performer.flow;
    const originals = keys.flatMap((key) => rects.get(key) ?? []);
    const top = Math.min(...originals.map((rect) => rect.y));
    const bottom = Math.max(...originals.map((rect) => rect.y + rect.height));
    const places = new Map<string, Position>();
    const taken = [...rects.values()];
    for (const [index, copy] of copies.entries()) {
      const original = rects.get(keys[index] ?? '');
      if (!original) continue;
      const at = freePlaceNear({ x: original.x, y: original.y + bottom - top + 48 }, original, taken);
      places.set(copy, at);
      taken.push({ ...original, ...at });
    }
    return places;
  }

  makeStart(id: string): void {
    const plan = planSetField(this.performer.document, ['start'], id);
    this.performer.perform(plan, `Start at ${id}`, `Runs start at ${id} now.`);
  }

  addBranch(id: string): void {
    const plan = planAddBranch(this.performer.document, id, { when: '' });
    if (!this.performer.perform(plan, `Add branch to ${id}`, `Added a branch to ${id}.`)) return;
    this.performer.select([`step:${id}`]);
  }

  deleteBranch(id: string, index: number): void {
    const plan = planDeleteBranch(this.performer.document, id, index);
    this.performer.perform(plan, `Delete branch of ${id}`, `Deleted branch ${index + 1} of ${id}.`);
  }

  moveBranch(id: string, from: number, to: number): void {
    const plan = planMoveBranch(this.performer.document, id, from, to);
    this.performer.perform(
      plan,
      `Reorder branches of ${id}`,
      `Branch ${from + 1} of ${id} is now number ${to + 1}.`,
    );
  }
}
