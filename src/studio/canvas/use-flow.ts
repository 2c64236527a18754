import { useMemo, useState } from 'react';
import type { SessionSnapshot } from '../session/procedure-session.ts';
import { useProblems } from '../session/use-problems.ts';
import { useViewState } from '../session/view-state.ts';
import { useCanvasState } from './canvas-state.ts';
import { startKey } from './element-key.ts';
import { FlowProjection, type Flow, type TiesShown } from './flow-from-document.ts';

/** More ties than this at once are a thicket: then only those of the selection show. */
const fewTies = 12;

export interface DrawnFlow {
  readonly flow: Flow;
  readonly ties: TiesShown;
  /** The element that Tab reaches and keys speak of. */
  readonly current: string | undefined;
}

export function useFlow({ document, ghosts, positions }: SessionSnapshot): DrawnFlow {
  const [projection] = useState(() => new FlowProjection());
  const problems = useProblems();
  const selection = useViewState((state) => state.selection);
  const highlight = useViewState((state) => state.highlight);
  const dragged = useCanvasState((state) => state.dragged);
  const renaming = useCanvasState((state) => state.renaming);
  const selectedLink = useCanvasState((state) => state.selectedLink);
  const focused = useCanvasState((state) => state.focused);
  const chosenTies = useCanvasState((state) => state.ties);

  return useMemo(() => {
    const { elements, connections } = projection.model(document, ghosts, problems);
    const ties = chosenTies ?? (connections.ties.length <= fewTies ? 'all' : 'selected');
    const start = connections.links.find((link) => link.source === startKey)?.target;
    const current = [focused, selection.at(-1), start].find((key) => key !== undefined && elements.has(key));
    const tabStop = current ?? elements.keys().next().value;
    const flow = projection.flow({
      document,
      ghosts,
      problems,
      positions,
      dragged,
      selection,
      highlight,
      tabStop,
      renaming,
      selectedLink,
      ties,
    });
    return { flow, ties, current: tabStop };
  }, [
    projection,
    document,
    ghosts,
    problems,
    positions,
    dragged,
    selection,
    highlight,
    focused,
    renaming,
    selectedLink,
    chosenTies,
  ]);
}
