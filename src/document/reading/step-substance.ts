import { nameOf } from '../humanised.ts';
import type { Procedure, Step, Wording } from '../model.ts';

/** What a step does, in one line; where it leads is told by its ways. */
export function substanceOf(step: Step, { guardrails }: Pick<Procedure, 'guardrails'>): string {
  switch (step.kind) {
    case 'message':
      if (step.say !== undefined) return `says “${firstOf(step.say)}”`;
      if (step.instruct !== undefined) return `says in its own words: ${oneLine(step.instruct)}`;
      return step.includes.length === 0
        ? 'no text yet'
        : `says ${step.includes.map((id) => nameOf(id, guardrails.get(id))).join(', ')}`;
    case 'question':
      return step.ask === undefined ? 'no question yet' : `asks “${firstOf(step.ask)}”`;
    case 'action':
      return step.call === undefined ? 'no action chosen yet' : `calls ${step.call}`;
    case 'decision':
      if (step.columns !== undefined) return `a table of ${counted(step.branches.length, 'row', 'rows')}`;
      return step.branches.length === 0
        ? 'no branch yet'
        : counted(step.branches.length, 'branch', 'branches');
    case 'procedure':
      return step.procedure === undefined ? 'no procedure chosen yet' : `follows ${step.procedure}`;
    case 'escalation':
      return `${step.queue === undefined ? 'no queue yet' : `hands over to ${step.queue}`}, ${step.priority} priority`;
    case 'end':
      return step.outcome === undefined ? 'no outcome yet' : `outcome ${step.outcome}`;
  }
}

function firstOf(wording: Wording): string {
  return oneLine(typeof wording === 'string' ? wording : (wording.values().next().value ?? ''));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
