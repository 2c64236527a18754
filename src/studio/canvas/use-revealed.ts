import { useEffect, type RefObject } from 'react';
import { useRehearsalSettings } from '../session/rehearsal-settings.ts';
import { useSession } from '../session/session-context.tsx';
import { useViewState, type Reveal } from '../session/view-state.ts';
import { focusPanel } from '../ui/focus-panel.ts';
import { focusSoon, useCanvasState } from './canvas-state.ts';
import { currentFlow, drawnFlow } from './drawn-flow.ts';
import { guardrailKey, isElementKey, stepKey } from './element-key.ts';
import type { Rect } from './element-geometry.ts';
import type { Flow } from './flow-from-document.ts';
import type { ViewportControl } from './viewport.ts';

/** Pans to what another panel selected or wants seen, where it is out of sight; never to what the canvas chose itself. */
export function useRevealed(viewport: ViewportControl): void {
  const session = useSession();
  const selection = useViewState((state) => state.selection);
  const reveal = useViewState((state) => state.reveal);
  const current = useViewState((state) => state.highlight.current);
  const follows = useRehearsalSettings((state) => state.follows);

  useEffect(() => {
    const { focused } = useCanvasState.getState();
    const at = document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
    const isLost =
      focused !== undefined &&
      isElementKey(focused) &&
      !currentFlow().elements.has(focused) &&
      (at === focused || document.activeElement === document.body);
    if (isLost) takeFocusBack(selection.at(-1));
    if (selection.length === 0) return undefined;
    useCanvasState.setState({ focused: selection.at(-1), selectedLink: undefined });
    if (useViewState.getState().selectionOrigin === 'canvas') return undefined;
    useCanvasState.setState({ picked: [] });
    return showOncePlaced(selection.at(-1), viewport);
  }, [selection, viewport]);

  useEffect(() => {
    if (reveal && reveal.origin !== 'canvas') show(keyOf(reveal, session.snapshot().document), viewport);
  }, [reveal, session, viewport]);

  useEffect(() => {
    if (current !== undefined && follows) show(stepKey(current), viewport);
  }, [current, follows, viewport]);
}

/** The node that had the keyboard went, such as by an undo. */
function takeFocusBack(key: string | undefined): void {
  if (key === undefined) requestAnimationFrame(() => focusPanel('canvas'));
  else focusSoon(key);
}

function show(key: string | undefined, viewport: ViewportControl): void {
  const rect = key === undefined ? undefined : placeOf(currentFlow(), key);
  if (rect) viewport.reveal(rect);
}

/** What was only just added has no place yet. */
function showOncePlaced(key: string | undefined, viewport: ViewportControl): (() => void) | undefined {
  if (key === undefined || !isElementKey(key) || placeOf(currentFlow(), key)) {
    show(key, viewport);
    return undefined;
  }
  const stop = drawnFlow.subscribe(({ flow }) => {
    if (!placeOf(flow, key)) return;
    stop();
    show(key, viewport);
  });
  return stop;
}

/** What a section hides is where the section is. */
function placeOf({ places, boxes }: Flow, key: string): Rect | undefined {
  return places.get(key) ?? boxes.find((box) => box.collapsed && box.members.includes(key))?.rect;
}

function keyOf(
  { target }: Reveal,
  document: { elementAt(offset: number): string | undefined },
): string | undefined {
  if ('span' in target) return document.elementAt(target.span.from);
  const [section, id] = target.path;
  if (id === undefined) return undefined;
  if (section === 'steps') return stepKey(String(id));
  return section === 'guardrails' ? guardrailKey(String(id)) : undefined;
}

/** Frames to wait for a node to be drawn after it was asked for. */
const patience = 40;

/** Gives the keyboard to the element that asked for it, as soon as it is drawn. */
export function useFocusNext(
  canvas: RefObject<HTMLElement | null>,
  flow: Flow,
  viewport: ViewportControl,
): void {
  const key = useCanvasState((state) => state.focusNext);
  const placed = key !== undefined && placeOf(flow, key) !== undefined;
  useEffect(() => {
    if (key === undefined || !placed) return undefined;
    show(key, viewport);
    let frame = 0;
    let tries = 0;
    const attempt = (): void => {
      const node = canvas.current?.querySelector<HTMLElement>(
        `.react-flow__node[data-id="${CSS.escape(key)}"]`,
      );
      node?.focus({ preventScroll: true });
      tries += 1;
      if (node || tries > patience) useCanvasState.setState({ focusNext: undefined });
      else frame = requestAnimationFrame(attempt);
    };
    frame = requestAnimationFrame(attempt);
    return () => cancelAnimationFrame(frame);
  }, [canvas, key, placed, viewport]);
}
