import { Draft } from '../yaml-edit/draft.ts';
import { hasStep, idRefusal, stepMissing } from './editable.ts';
import type { Editable } from './editable.ts';
import { planned } from './plan.ts';
import type { Plan } from './plan.ts';
import { expressionRewrites, referenceRewrites } from './rename-rewrites.ts';

/** Renames a step wherever it is named: links, the start, ties of guardrails, `visits("…")`. */
export function planRenameStep(document: Editable, id: string, nextId: string): Plan {
  if (!hasStep(document, id)) return stepMissing(id);
  if (id === nextId) return planned([]);
  const refusal = idRefusal(document, nextId);
  if (refusal) return refusal;
  const { data } = document.source;
  const draft = new Draft(document.source);
  draft.rewrite([
    ...referenceRewrites(data, id, nextId, ['link', 'tie']),
    ...expressionRewrites(data, 'visits', (part, source) =>
      part.kind === 'visits' && part.step === id
        ? { from: part.from, to: part.to, insert: quoted(nextId, source[part.from] ?? '"') }
        : undefined,
    ),
  ]);
  draft.renameKey(['steps'], id, nextId);
  return draft.plan({ renamed: [{ from: `step:${id}`, to: `step:${nextId}` }] });
}

/** Ids have no character that CEL's strings would escape. */
function quoted(id: string, quote: string): string {
  return quote === "'" ? `'${id}'` : `"${id}"`;
}
