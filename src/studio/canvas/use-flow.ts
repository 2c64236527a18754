import { useMemo, useState } from 'react';
import type { SessionSnapshot } from '../session/procedure-session.ts';
import { useProblems } from '../session/use-problems.ts';
import { useViewState } from '../session/view-state.ts';
import { useCanvasPreferences } from './canvas-preferences.ts';
import { useCanvasState } from './canvas-state.ts';
import { isElementKey, startKey } from './element-key.ts';
import { FlowProjection, type Flow, type TiesShown } from './flow-from-document.ts';
import { useSight } from './use-sight.ts';

/** More ties than this at once are a thicket: then only those of the selection show. */
const fewTies = 12;

export interface DrawnFlow {
  readonly flow: Flow;
  readonly ties: TiesShown;
  /** Nodes are painted, not built. */
  readonly far: boolean;
  /** The node that Tab reaches and keys speak of. */
  readonly current: string | undefined;
}

export function useFlow({ document, ghosts, positions, notes, sections }: SessionSnapshot): DrawnFlow {
  const [projection] = useState(() => new FlowProjection());
  const problems = useProblems();
  const elementsSelected = useViewState((state) => state.selection);
  const found = useViewState((state) => state.found);
  const highlight = useViewState((state) => state.highlight);
  const dragged = useCanvasState((state) => state.dragged);
  const picked = useCanvasState((state) => state.picked);
  const renaming = useCanvasState((state) => state.renaming);
  const selectedLink = useCanvasState((state) => state.selectedLink);
  const focused = useCanvasState((state) => state.focused);
  const hovered = useCanvasState((state) => state.hovered);
  const chosenTies = useCanvasPreferences((state) => state.ties);
  const sight = useSight(document.procedure.steps.size + document.procedure.guardrails.size);
  const selection = useMemo(
    () => (picked.length === 0 ? elementsSelected : [...elementsSelected, ...picked]),
    [elementsSelected, picked],
  );

  return useMemo(() => {
    const { elements, connections } = projection.model(document, ghosts, problems);
    const ties = chosenTies ?? (connections.ties.length <= fewTies ? 'all' : 'selected');
    const start = connections.links.find((link) => link.source === startKey)?.target;
    const isThere = (key: string | undefined): key is string =>
      key !== undefined && (elements.has(key) || (!isElementKey(key) && isDrawn(key, notes, sections)));
    const current = [focused, selection.at(-1), start].find(isThere);
    const tabStop = current ?? elements.keys().next().value;
    const flow = projection.flow({
      document,
      ghosts,
      problems,
      positions,
      notes,
      sections,
      dragged,
      selection,
      found,
      highlight,
      tabStop,
      renaming,
      selectedLink,
      ties,
      sight,
      hovered,
    });
    return { flow, ties, far: sight.far, current: tabStop };
  }, [
    projection,
    document,
    ghosts,
    problems,
    positions,
    notes,
    sections,
    dragged,
    selection,
    found,
    highlight,
    focused,
    renaming,
    selectedLink,
    chosenTies,
    sight,
    hovered,
  ]);
}

function isDrawn(
  key: string,
  notes: SessionSnapshot['notes'],
  sections: SessionSnapshot['sections'],
): boolean {
  const id = key.slice(key.indexOf(':') + 1);
  return key.startsWith('note:') ? notes.has(id) : sections.has(id);
}
