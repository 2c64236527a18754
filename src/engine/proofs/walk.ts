import type { Condition } from '../program.ts';
import type { Way } from './ways.ts';

/** What is known of a slot at a moment of a walk. */
export interface SlotState {
  /** Grows when something may have written it anew. */
  readonly version: number;
  /** `open`: known or not, as the walk comes to need it. */
  readonly status: 'known' | 'open' | 'unknown';
  /** The act that this version's value comes from; `atStart` where the contact brings it along. */
  readonly home: number;
  /** When that was, counted in writes that happen together. */
  readonly stamp: number;
  /** What its value is worked out from, where a procedure was told it or gave it back. */
  readonly from?: Reading;
}

/** A condition as it stood at a moment. */
export interface Reading {
  readonly condition: Condition;
  readonly moment: Moment;
}

export const atStart = -1;

/** The state of a contact's facts at a moment. */
export interface Moment {
  /** Slots that differ from how they start. */
  readonly slots: ReadonlyMap<number, SlotState>;
  readonly visits: ReadonlyMap<string, number>;
  readonly turns: number;
}

/** What a condition has to come to at a moment, for the walk to go this way. */
export interface Demand extends Reading {
  readonly wanted: Wanted;
}

export type Wanted = 'true' | 'false' | 'not-true' | 'not-false' | 'known';

/** What the contact does, or what happens to it, on a walk. */
export type Act =
  | { readonly kind: 'turn'; readonly step: number; readonly sets: readonly Written[] }
  | { readonly kind: 'result'; readonly action: string; readonly ok: boolean };

/** A slot's value at one version. */
export interface Written {
  readonly slot: number;
  readonly version: number;
}

/** A list that shares its tail: walks that part have their beginning in common. */
export interface Chain<Item> {
  readonly item: Item;
  readonly before: Chain<Item> | undefined;
}

/** A way from the start to a step, with all that it asks of the contact. Immutable; walks share their beginnings. */
export interface Walk extends Moment {
  readonly step: number;
  readonly before: Walk | undefined;
  /** How it came here; undefined at the start. */
  readonly way: Way | undefined;
  /** Steps entered. */
  readonly length: number;
  readonly clock: number;
  /** Disclosures that were said whatever the values. */
  readonly said: ReadonlySet<number>;
  /** Disclosures that may have been said. */
  readonly perhapsSaid: ReadonlySet<number>;
  readonly demands: Chain<Demand> | undefined;
  readonly acts: Chain<Act> | undefined;
  readonly actCount: number;
  /** Values that have to be written though no demand reads them. */
  readonly forced: Chain<Written> | undefined;
  /** The state after each turn that was taken at the step before. */
  readonly turnsBefore: readonly Moment[];
}

/** In order; without those that were there `since`. */
export function itemsOf<Item>(chain: Chain<Item> | undefined, since?: Chain<Item>): readonly Item[] {
  const items: Item[] = [];
  for (let link = chain; link !== undefined && link !== since; link = link.before) items.push(link.item);
  return items.reverse();
}

/** From the start to this one. */
export function stagesOf(walk: Walk): readonly Walk[] {
  const stages: Walk[] = [];
  for (let stage: Walk | undefined = walk; stage !== undefined; stage = stage.before) stages.push(stage);
  return stages.reverse();
}

export function variableOf(slot: number, version: number): string {
  return `${slot}@${version}`;
}
