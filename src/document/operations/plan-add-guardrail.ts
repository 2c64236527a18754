import { Draft } from '../yaml-edit/draft.ts';
import { freshId, guardrailIdRefusal } from './editable.ts';
import type { Editable } from './editable.ts';
import type { Plan } from './plan.ts';
import { setField } from './set-field.ts';

export interface NewGuardrail {
  readonly id?: string | undefined;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/** Adds a guardrail behind the last one; the section is made when it is missing. */
export function planAddGuardrail(document: Editable, { id, fields = {} }: NewGuardrail): Plan {
  const refusal = id === undefined ? undefined : guardrailIdRefusal(document, id);
  if (refusal) return refusal;
  const words = typeof fields['title'] === 'string' ? fields['title'] : 'guardrail';
  const key = id ?? freshId(words, (taken) => document.source.locate(['guardrails', taken]) !== undefined);
  const draft = new Draft(document.source);
  const guardrails = draft.valueAt(['guardrails']);
  const shape = guardrails instanceof Map && guardrails.size > 0 ? undefined : 'blocks';
  setField(draft, ['guardrails', key], fields, { shape });
  return draft.plan({ created: [`guardrail:${key}`] });
}
