import type { Path } from '../diagnostic.ts';
import { isList, isMap } from '../yaml-edit/data.ts';
import type { DataMap } from '../yaml-edit/data.ts';
import type { Draft } from '../yaml-edit/draft.ts';
import { sectionOf, stepMissing, stepOf } from './editable.ts';
import type { Editable } from './editable.ts';
import type { Link } from './link.ts';
import { refused } from './plan.ts';
import type { Refused } from './plan.ts';

const slotsByKind: Readonly<Record<string, readonly string[]>> = {
  message: ['next'],
  question: ['next', 'giveUp'],
  action: ['next', 'onError'],
  decision: ['otherwise', 'branch'],
  procedure: ['next', 'outcome'],
  escalation: [],
  end: [],
};

/** The way on that a step of this kind has for the usual case. */
export function mainSlot(kind: unknown): 'next' | 'otherwise' | undefined {
  if (kind === 'decision') return 'otherwise';
  return kind === 'end' || kind === 'escalation' ? undefined : 'next';
}

/** Why no such link can be drawn. */
export function linkRefusal(document: Editable, link: Link): Refused | undefined {
  if (link.from === undefined) return undefined;
  const { data } = document.source;
  const step = stepOf(data, link.from);
  if (!step) return document.source.locate(['steps', link.from]) ? undefined : stepMissing(link.from);
  const kind = step.get('kind');
  const slots = typeof kind === 'string' ? slotsByKind[kind] : undefined;
  if (slots && !slots.includes(link.slot)) {
    return refused('not-possible', `A step of kind “${String(kind)}” has no way on called “${link.slot}”.`);
  }
  if (link.slot !== 'branch') return undefined;
  const branches = step.get('branches');
  if (isList(branches) && link.index in branches) return undefined;
  return refused('not-found', `The step “${link.from}” has no branch ${link.index + 1}.`);
}

/** An `outcomes` that lists nothing says nothing. */
export function dropEmptyOutcomes(draft: Draft, path: Path): void {
  const map = path.slice(0, -1);
  const outcomes = map.at(-1) === 'outcomes' ? draft.valueAt(map) : undefined;
  if (isMap(outcomes) && outcomes.size === 0) draft.remove(map);
}

/** Where a deleted step would have gone on: what its incoming links are given. */
export function onwardOf(data: unknown, id: string): string | undefined {
  const step = sectionOf(data, 'steps').get(id) as DataMap | undefined;
  const slot = step instanceof Map ? mainSlot(step.get('kind')) : undefined;
  const target = slot === undefined ? undefined : step?.get(slot);
  return typeof target === 'string' && target !== id ? target : undefined;
}
