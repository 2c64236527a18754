import { isMap, valueAt } from '../yaml-edit/data.ts';
import type { DataMap } from '../yaml-edit/data.ts';
import type { SopDocument } from '../document.ts';
import { idPattern } from '../names.ts';
import { refused } from './plan.ts';
import type { Refused } from './plan.ts';

/** All that a gesture needs of a document: gestures go by the text, also where the model leaves something out. */
export type Editable = Pick<SopDocument, 'source'>;

const none: DataMap = new Map();

/** A section's entries as the text has them, read or not. */
export function sectionOf(data: unknown, section: string): DataMap {
  const value = valueAt(data, [section]);
  return isMap(value) ? value : none;
}

export function stepOf(data: unknown, id: string): DataMap | undefined {
  const step = sectionOf(data, 'steps').get(id);
  return isMap(step) ? step : undefined;
}

export function hasStep(document: Editable, id: string): boolean {
  return document.source.locate(['steps', id]) !== undefined;
}

export function stepMissing(id: string): Refused {
  return refused('step-not-found', `There is no step “${id}”.`);
}

export function guardrailMissing(id: string): Refused {
  return refused('guardrail-not-found', `There is no guardrail “${id}”.`);
}

/** Why a new step or action may not be called so. Their names share one space, since guardrails name both. */
export function idRefusal(document: Editable, id: string): Refused | undefined {
  const taken = ['steps', 'actions'].find((section) => document.source.locate([section, id]) !== undefined);
  if (taken)
    return refused(
      'id-taken',
      `There is ${taken === 'steps' ? 'a step' : 'an action'} called “${id}” already.`,
    );
  return idFormRefusal(id);
}

export function guardrailIdRefusal(document: Editable, id: string): Refused | undefined {
  if (document.source.locate(['guardrails', id])) {
    return refused('id-taken', `There is a guardrail called “${id}” already.`);
  }
  return idFormRefusal(id);
}

const longestId = 200;

export function idFormRefusal(id: string): Refused | undefined {
  if (idPattern.test(id) && id.length <= longestId) return undefined;
  return refused('id-not-allowed', 'A name has letters, digits, “-”, “_” and “.” only, and no blanks.');
}

/** An id made of words, with a number behind it when it is taken. */
export function freshId(words: string, isTaken: (id: string) => boolean): string {
  const stem =
    words
      .toLowerCase()
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 40)
      .replaceAll(/^-+|-+$/g, '') || 'step';
  let id = stem;
  for (let number = 2; isTaken(id); number += 1) id = `${stem}-${number}`;
  return id;
}
