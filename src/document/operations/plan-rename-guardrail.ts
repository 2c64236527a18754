import { Draft } from '../yaml-edit/draft.ts';
import { guardrailIdRefusal, guardrailMissing } from './editable.ts';
import type { Editable } from './editable.ts';
import { planned } from './plan.ts';
import type { Plan } from './plan.ts';
import { referenceRewrites } from './rename-rewrites.ts';

/** Renames a guardrail and the `includes` that name it. */
export function planRenameGuardrail(document: Editable, id: string, nextId: string): Plan {
  if (!document.source.locate(['guardrails', id])) return guardrailMissing(id);
  if (id === nextId) return planned([]);
  const refusal = guardrailIdRefusal(document, nextId);
  if (refusal) return refusal;
  const draft = new Draft(document.source);
  draft.rewrite(referenceRewrites(document.source.data, id, nextId, ['includes']));
  draft.renameKey(['guardrails'], id, nextId);
  return draft.plan({ renamed: [{ from: `guardrail:${id}`, to: `guardrail:${nextId}` }] });
}
