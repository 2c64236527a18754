import type { Remedy } from '../finding.ts';
import type { Step, StepId } from '../model.ts';
import type { Link } from '../operations/link.ts';
import { planAddListItem } from '../operations/plan-add-list-item.ts';
import { planAddStep } from '../operations/plan-add-step.ts';
import type { NewStep } from '../operations/plan-add-step.ts';
import { planConnect } from '../operations/plan-connect.ts';
import { planDeleteDeclaration } from '../operations/plan-delete-declaration.ts';
import { planDeleteElements } from '../operations/plan-delete-elements.ts';
import { planInsertStep } from '../operations/plan-insert-step.ts';
import type { NameSection } from '../operations/plan-rename-name.ts';
import type { Path } from '../diagnostic.ts';

export function deleteElement(key: 'step' | 'guardrail', id: string): Remedy {
  return {
    kind: 'gesture',
    title: `Delete \`${id}\``,
    plan: (document) => planDeleteElements(document, [`${key}:${id}`], 'remove-references'),
  };
}

export function deleteDeclaration(section: NameSection, name: string): Remedy {
  return {
    kind: 'gesture',
    title: `Delete \`${name}\``,
    plan: (document) => planDeleteDeclaration(document, section, name),
  };
}

/** A step for a link that leads to none of that name. */
export function createStep(link: Link, id: StepId): Remedy {
  const step = stepFor(link, id);
  return {
    kind: 'gesture',
    title: `Create the ${step.kind} \`${id}\``,
    plan: (document) => planAddStep(document, step),
  };
}

const toPerson = /escalat|human|person|agent|supervisor|specialist|transfer|hand-?over|handoff|desk|tier/i;

/** Where something failed, or the name speaks of people, a person takes over; else it ends there. */
function stepFor(link: Link, id: StepId): NewStep {
  const hands = link.slot === 'onError' || link.slot === 'giveUp' || toPerson.test(id);
  return hands
    ? { kind: 'escalation', id, fields: { queue: id } }
    : { kind: 'end', id, fields: { outcome: id } };
}

/** Ways on for a link that leads nowhere: to the step that stands below, and to an end of its own. */
export function leadOn(link: Link, steps: ReadonlyMap<StepId, Step>): readonly Remedy[] {
  const below = link.from === undefined ? undefined : stepBelow(steps, link.from);
  const connect: readonly Remedy[] =
    below === undefined
      ? []
      : [
          {
            kind: 'gesture',
            title: `Lead on to \`${below}\``,
            plan: (document) => planConnect(document, link, below),
          },
        ];
  return [
    ...connect,
    {
      kind: 'gesture',
      title: 'End there',
      plan: (document) =>
        planInsertStep(document, link, { kind: 'end', title: undefined, fields: { outcome: 'done' } }),
    },
  ];
}

function stepBelow(steps: ReadonlyMap<StepId, Step>, id: StepId): StepId | undefined {
  let passed = false;
  for (const each of steps.keys()) {
    if (passed) return each;
    passed = each === id;
  }
  return undefined;
}

export function addToList(path: Path, value: string): Remedy {
  return {
    kind: 'gesture',
    title: `Add \`${value}\` to \`${path.join('.')}\``,
    plan: (document) => planAddListItem(document, path, value),
  };
}
