import { isList } from '../yaml-edit/data.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { guardrailMissing } from './editable.ts';
import type { Editable } from './editable.ts';
import { addListItem } from './plan-add-list-item.ts';
import { planned, refused } from './plan.ts';
import type { Plan } from './plan.ts';

/** Rules that look at texts; without `appliesTo` they look at every step's, and a tie must not narrow that unasked. */
const spoken = ['neverSay', 'limits', 'tone'];

/**
 * Ties a guardrail to what it is to govern: a step or an action that it is checked before, or a step whose texts it
 * looks at.
 */
export function planTieGuardrail(
  document: Editable,
  guardrailId: string,
  target: string,
  how: 'before' | 'appliesTo',
): Plan {
  const { source } = document;
  if (!source.locate(['guardrails', guardrailId])) return guardrailMissing(guardrailId);
  const sections = how === 'before' ? ['steps', 'actions'] : ['steps'];
  if (!sections.some((section) => source.locate([section, target]))) {
    return refused('not-found', `There is no ${how === 'before' ? 'step or action' : 'step'} “${target}”.`);
  }
  const draft = new Draft(source);
  const path = ['guardrails', guardrailId, how];
  const tied = draft.valueAt(path);
  if (tied === target || (isList(tied) && tied.includes(target))) return planned([]);
  const everyStep =
    tied === 'all' ||
    (tied === undefined &&
      spoken.some((rule) => draft.valueAt(['guardrails', guardrailId, rule]) !== undefined));
  if (how === 'appliesTo' && everyStep) {
    return refused(
      'not-possible',
      'This guardrail applies to every step already; say “applies to” some steps first.',
    );
  }
  addListItem(draft, path, target);
  return draft.plan();
}
