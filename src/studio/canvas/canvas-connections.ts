import { linksOf, tiesOf, type Tie as TextTie } from '../../document/graph.ts';
import type { Procedure, Step } from '../../document/model.ts';
import { linkKey, type Link } from '../../document/operations/link.ts';
import type { CanvasElement, Ghosts } from './canvas-elements.ts';
import { guardrailKey, startKey, stepIdOf, stepKey } from './element-key.ts';
import { portOf } from './port.ts';

/** A link between two nodes that are both on the canvas. */
export interface Connection {
  /** `linkKey` of the link. */
  readonly key: string;
  readonly link: Link;
  readonly source: string;
  readonly port: string;
  readonly target: string;
  readonly label: string;
  /** How many links it stands for where a collapsed section joins them. */
  readonly joined?: number;
}

export interface Tie {
  readonly key: string;
  readonly guardrail: string;
  readonly target: string;
  /** What the text says that ties them. */
  readonly text: TextTie;
}

export interface Connections {
  readonly links: readonly Connection[];
  readonly ties: readonly Tie[];
}

/** The links and ties of the text, in its order; those of ghosts as they last were. */
export function connectionsOf(
  procedure: Procedure,
  ghosts: Ghosts,
  elements: ReadonlyMap<string, CanvasElement>,
): Connections {
  const links: Connection[] = [];
  for (const { link, target, label } of [...linksOf(procedure), ...ghostLinks(procedure, ghosts)]) {
    const source = link.from === undefined ? startKey : stepKey(link.from);
    const known = elements.has(stepKey(target)) && (source === startKey || elements.has(source));
    if (known)
      links.push({ key: linkKey(link), link, source, port: portOf(link), target: stepKey(target), label });
  }
  const ties = tiesOf(procedure).flatMap((text): Tie[] => {
    const [guardrail, target] = [guardrailKey(text.guardrail), stepKey(text.step)];
    const known = elements.has(guardrail) && elements.has(target);
    return known ? [{ key: `tie ${guardrail} ${target}`, guardrail, target, text }] : [];
  });
  return { links: withoutRepeats(links), ties };
}

function ghostLinks(procedure: Procedure, ghosts: Ghosts): ReturnType<typeof linksOf> {
  const steps = new Map<string, Step>();
  for (const [key, ghost] of ghosts) {
    const id = stepIdOf(key);
    if (id !== undefined && 'kind' in ghost) steps.set(id, ghost);
  }
  return steps.size === 0 ? [] : linksOf({ ...procedure, start: undefined, steps });
}

/** A half-read step may appear both in the text and as a ghost; the ghost, which comes last, is what is drawn. */
function withoutRepeats(links: readonly Connection[]): readonly Connection[] {
  return [...new Map(links.map((link) => [link.key, link])).values()];
}
