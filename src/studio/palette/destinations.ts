import { nameOf } from '../../document/humanised.ts';
import type { Path } from '../../document/diagnostic.ts';
import type { Procedure, StepKind } from '../../document/model.ts';

/** A place of the procedure that one can go to by name. */
export interface Destination {
  /** Unique among destinations and commands. */
  readonly id: string;
  readonly name: string;
  /** As the text has it. */
  readonly given: string;
  readonly kind: StepKind | 'guardrail' | 'fact' | 'derived fact' | 'parameter' | 'action of the agent';
  readonly path: Path;
  /** Of steps and guardrails. */
  readonly elementKey: string | undefined;
}

const known = new WeakMap<Procedure, readonly Destination[]>();

export function destinationsOf(procedure: Procedure): readonly Destination[] {
  let destinations = known.get(procedure);
  if (!destinations) known.set(procedure, (destinations = [...collect(procedure)]));
  return destinations;
}

function* collect({
  steps,
  guardrails,
  facts,
  derived,
  parameters,
  actions,
}: Procedure): Generator<Destination> {
  for (const [id, step] of steps) yield element('steps', 'step', id, nameOf(id, step), step.kind);
  for (const [id, guardrail] of guardrails)
    yield element('guardrails', 'guardrail', id, nameOf(id, guardrail), 'guardrail');
  for (const name of facts.keys()) yield declared('facts', name, 'fact');
  for (const name of derived.keys()) yield declared('derived', name, 'derived fact');
  for (const name of parameters.keys()) yield declared('parameters', name, 'parameter');
  for (const name of actions.keys()) yield declared('actions', name, 'action of the agent');
}

function element(
  section: 'steps' | 'guardrails',
  prefix: 'step' | 'guardrail',
  id: string,
  name: string,
  kind: Destination['kind'],
): Destination {
  const elementKey = `${prefix}:${id}`;
  return { id: `go-to.${elementKey}`, name, given: id, kind, path: [section, id], elementKey };
}

function declared(section: string, name: string, kind: Destination['kind']): Destination {
  const path = [section, name];
  return { id: `go-to.${section}:${name}`, name, given: name, kind, path, elementKey: undefined };
}
