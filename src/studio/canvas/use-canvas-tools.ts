import { useStore } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session/session-context.tsx';
import { viewNow } from '../session/view-state.ts';
import { forgetCanvasState } from './canvas-state.ts';
import { currentFlow, drawnFlow } from './drawn-flow.ts';
import { startKey, stepKey } from './element-key.ts';
import type { Flow } from './flow-from-document.ts';
import { CanvasGestures } from './gestures/canvas-gestures.ts';
import { CanvasKeys } from './gestures/canvas-keys.ts';
import { selectedKeys, withMembers } from './gestures/picked.ts';
import { AutomaticLayout } from './layout/automatic-layout.ts';
import { startLayout } from './layout/layout-job.ts';
import type { ViewportControl } from './viewport.ts';

export interface CanvasTools {
  readonly gestures: CanvasGestures;
  readonly keys: CanvasKeys;
  readonly layout: AutomaticLayout;
  tidy(this: void): void;
  tidySelection(this: void): void;
}

/** What works on the open procedure for as long as it is open. */
export function useCanvasTools(flow: Flow, viewport: ViewportControl): CanvasTools {
  const session = useSession();
  /** Grows with every whole layout. */
  const [layouts, setLayouts] = useState(0);
  const tools = useMemo((): CanvasTools => {
    const gestures = new CanvasGestures({ session, flow: currentFlow, centre: viewport.centre });
    const layout = new AutomaticLayout(session, startLayout, () => setLayouts((count) => count + 1));
    const tidySelection = (): void =>
      layout.tidySome(currentFlow(), withMembers(selectedKeys(), currentFlow()));
    return {
      gestures,
      layout,
      keys: new CanvasKeys(gestures, viewport, () => drawnFlow.getState().current, tidySelection),
      tidy: () => layout.tidy(currentFlow()),
      tidySelection,
    };
  }, [session, viewport]);

  useEffect(() => tools.layout.update(flow), [tools, flow]);
  useEffect(
    () => () => {
      tools.layout.close();
      forgetCanvasState();
    },
    [tools],
  );
  useOpening(flow, layouts, viewport);
  return tools;
}

/** Shows a procedure from a good place when it opens and whenever all of it was laid out. */
function useOpening(flow: Flow, layouts: number, viewport: ViewportControl): void {
  const hasSize = useStore((state) => state.width > 0);
  const ready = hasSize && flow.rects.size > 0;
  const opened = useRef<number>(undefined);
  useEffect(() => {
    if (!ready || opened.current === layouts) return;
    opened.current = layouts;
    const { rects } = currentFlow();
    viewport.open(rects, rects.get(startKey));
    // A canvas that comes back, as on a phone, shows what is at hand.
    const { highlight, selection } = viewNow();
    const atHand = highlight.current === undefined ? selection.at(-1) : stepKey(highlight.current);
    const rect = atHand === undefined ? undefined : rects.get(atHand);
    if (rect) viewport.reveal(rect);
  }, [ready, layouts, viewport]);
}
