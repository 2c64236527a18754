import { linksOf, linksOfStep, pathOfLink, reachableSteps } from '../../document/graph.ts';
import type { Procedure, StepId } from '../../document/model.ts';
import { parseDocument } from '../../document/parse.ts';
import { fault, innerLinks, misspelt, pickOr, stepsOf } from './seeded-fault.ts';
import type { Seeder } from './seeded-fault.ts';

/** A step that nobody leads to. */
export const lostStep: Seeder = (document, random) => {
  const [target] = random.pick([...document.procedure.steps]);
  return fault(
    document,
    `a message that leads to ${target} and is led to by none`,
    ['unreachable-step'],
    [['steps', 'lost-step']],
    (draft) => draft.set(['steps', 'lost-step'], { kind: 'message', instruct: 'Say so.', next: target }),
  );
};

/** The one way to a step leads elsewhere. */
export const cutOff: Seeder = (document, random) => {
  const links = innerLinks(document);
  const only = links.filter(({ target, from }) => {
    const step = document.procedure.steps.get(target);
    const triggered = step?.kind === 'escalation' && step.triggers.length > 0;
    return !triggered && from !== target && links.filter((other) => other.target === target).length === 1;
  });
  const cut = pickOr(random, only);
  if (!cut) return undefined;
  const others = links.filter(({ target, from }) => target !== cut.target && from !== cut.from);
  const target = random.pick(others).target;
  return fault(
    document,
    `${cut.from} leads to ${target}, no longer to ${cut.target}`,
    ['unreachable-step'],
    [['steps', cut.target]],
    (draft) => draft.set(pathOfLink(cut.link), target),
  );
};

export const noNext: Seeder = (document, random) => {
  const [id] = random.pick(stepsOf(document, 'message', 'question', 'action'));
  return fault(document, `${id} leads nowhere`, ['dead-end'], [['steps', id]], (draft) =>
    draft.remove(['steps', id, 'next']),
  );
};

export const branchWithoutNext: Seeder = (document, random) => {
  const [id, step] = random.pick(stepsOf(document, 'decision'));
  const index = random.below(step.branches.length);
  return fault(
    document,
    `branch ${index + 1} of ${id} leads nowhere`,
    ['dead-end'],
    [['steps', id, 'branches', index]],
    (draft) => draft.remove(['steps', id, 'branches', index, 'next']),
  );
};

export const misspeltTarget: Seeder = (document, random) => {
  const { link, target } = random.pick(linksOf(document.procedure));
  const slip = misspelt(target, random);
  if (document.procedure.steps.has(slip)) return undefined;
  const path = pathOfLink(link);
  return fault(document, `${path.join('.')} is ${slip}`, ['unknown-step'], [path], (draft) =>
    draft.set(path, slip),
  );
};

export const missingTarget: Seeder = (document, random) => {
  const { link } = random.pick(linksOf(document.procedure));
  const path = pathOfLink(link);
  return fault(document, `${path.join('.')} is somewhere-else`, ['unknown-step'], [path], (draft) =>
    draft.set(path, 'somewhere-else'),
  );
};

/** A name other than a step's that is not there. */
export const misspeltName: Seeder = (document, random) => {
  const { steps, guardrails } = document.procedure;
  const places = [
    ...[...steps].flatMap(([id, step]) =>
      step.kind === 'action' && step.call !== undefined
        ? [{ path: ['steps', id, 'call'], name: step.call, code: 'unknown-action' }]
        : [],
    ),
    ...[...steps].flatMap(([id, step]) =>
      step.kind === 'message' || step.kind === 'question'
        ? step.includes.map((name, index) => ({
            path: ['steps', id, 'includes', index],
            name,
            code: 'unknown-guardrail',
          }))
        : [],
    ),
    ...[...guardrails].flatMap(([id, { before }]) =>
      before.map((name, index) => ({
        path: ['guardrails', id, 'before', index],
        name,
        code: 'unknown-governed',
      })),
    ),
  ];
  const { path, name, code } = random.pick(places);
  const slip = misspelt(name, random);
  if (slip === name) return undefined;
  return fault(document, `${path.join('.')} is ${slip}`, [code], [path], (draft) => draft.set(path, slip));
};

const cycleCodes = ['endless-cycle', 'cycle-left-by-trigger'];

/** Two new steps that lead to each other, with a way to them. */
export const newCycle: Seeder = (document, random) => {
  const { link, from } = random.pick(
    innerLinks(document).filter(({ from }) => isReached(document.procedure, from)),
  );
  return fault(
    document,
    `${from} leads to two steps that lead to each other`,
    cycleCodes,
    [
      ['steps', 'round-one'],
      ['steps', 'round-two'],
    ],
    (draft) => {
      draft.set(['steps', 'round-one'], { kind: 'message', instruct: 'Say it.', next: 'round-two' });
      draft.set(['steps', 'round-two'], { kind: 'message', instruct: 'Say it again.', next: 'round-one' });
      draft.set(pathOfLink(link), 'round-one');
    },
  );
};

/** A way that leads back, where it was the last way out. */
export const ledBack: Seeder = (document, random) => {
  const { link, from, target } = random.pick(innerLinks(document));
  const back = random.pick([...document.procedure.steps.keys()].filter((id) => id !== target));
  const path = pathOfLink(link);
  const made = fault(document, `${from} leads back to ${back}`, cycleCodes, [], (draft) =>
    draft.set(path, back),
  );
  if (!made) return undefined;
  const caught = captives(parseDocument(made.text).procedure);
  return caught.length === 0 ? undefined : { ...made, places: caught.map((id) => ['steps', id]) };
};

function isReached(procedure: Procedure, id: StepId): boolean {
  return reachableSteps(procedure).has(id);
}

/** Steps that a run comes to and never ends from, found the plain way: by walking from each. */
function captives(procedure: Procedure): readonly StepId[] {
  const leaves = (id: StepId): boolean => {
    const seen = new Set<StepId>();
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const step = procedure.steps.get(at);
      if (!step || ['end', 'escalation', 'procedure'].includes(step.kind)) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      const links = linksOfStep(at, step);
      if (links.length === 0) return true;
      open.push(...links.map(({ target }) => target));
    }
    return false;
  };
  return [...reachableSteps(procedure)].filter((id) => !leaves(id));
}
