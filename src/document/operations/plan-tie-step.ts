import type { SopDocument } from '../document.ts';
import type { Tie } from '../graph.ts';
import { planDeleteListItem } from './plan-delete-list-item.ts';
import type { Plan } from './plan.ts';
import { planTieGuardrail } from './plan-tie-guardrail.ts';
import { planUntieGuardrail } from './plan-untie-guardrail.ts';

/** What a guardrail would name to govern a step, and under which key. */
export interface TieTarget {
  readonly name: string;
  readonly how: 'before' | 'appliesTo';
}

/** The action that the step calls, where it calls one: the rule then holds wherever that is called. */
export function tieTarget({ procedure }: SopDocument, guardrail: string, step: string): TieTarget {
  const found = procedure.steps.get(step);
  const rule = procedure.guardrails.get(guardrail);
  const speaks =
    rule !== undefined && (rule.neverSay.length > 0 || rule.tone !== undefined || rule.limits !== undefined);
  const how = speaks && found?.kind !== 'action' ? 'appliesTo' : 'before';
  const call = how === 'before' && found?.kind === 'action' ? found.call : undefined;
  return { name: call ?? step, how };
}

export function planTieStep(document: SopDocument, guardrail: string, step: string): Plan {
  const { name, how } = tieTarget(document, guardrail, step);
  return planTieGuardrail(document, guardrail, name, how);
}

/** Takes a tie away, wherever the text says it. */
export function planUntie(document: SopDocument, { guardrail, step, how, name }: Tie): Plan {
  if (how !== 'includes') return planUntieGuardrail(document, guardrail, name);
  const found = document.procedure.steps.get(step);
  const includes = found && 'includes' in found ? found.includes : [];
  return planDeleteListItem(document, ['steps', step, 'includes'], includes.indexOf(guardrail));
}
