import { linksOf, linksOfStep } from '../graph.ts';
import type { PlacedLink } from '../graph.ts';
import type { Procedure, StepId } from '../model.ts';
import type { Link } from '../operations/link.ts';

export interface Way {
  readonly step: StepId;
  readonly links: readonly Link[];
}

/** A shortest way to a step that fits, by links alone: from the start, or by one of the `first` links. */
export function wayTo(
  procedure: Procedure,
  fits: (id: StepId) => boolean,
  first: readonly PlacedLink[] = linksOf(procedure).slice(0, procedure.start === undefined ? 0 : 1),
): Way | undefined {
  const from = new Map<StepId, { readonly link: Link; readonly before: StepId | undefined }>();
  let open: StepId[] = [];
  const come = ({ link, target }: PlacedLink, before: StepId | undefined): void => {
    if (from.has(target) || !procedure.steps.has(target)) return;
    from.set(target, { link, before });
    open.push(target);
  };
  for (const link of first) come(link, undefined);
  while (open.length > 0) {
    const now = open;
    open = [];
    for (const id of now) {
      if (fits(id)) return { step: id, links: linksBack(from, id) };
      const step = procedure.steps.get(id);
      if (step) for (const link of linksOfStep(id, step)) come(link, id);
    }
  }
  return undefined;
}

function linksBack(
  from: ReadonlyMap<StepId, { readonly link: Link; readonly before: StepId | undefined }>,
  step: StepId,
): readonly Link[] {
  const links: Link[] = [];
  for (let id: StepId | undefined = step; id !== undefined;) {
    const way = from.get(id);
    if (!way) break;
    links.push(way.link);
    id = way.before;
  }
  return links.reverse();
}
