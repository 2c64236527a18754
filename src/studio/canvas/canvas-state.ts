import { create } from 'zustand';
import type { Link } from '../../document/operations/link.ts';
import type { Position } from '../session/procedure-session.ts';
import type { TiesShown } from './flow-from-document.ts';

/** What a menu was opened on. */
export type MenuTarget =
  | { readonly on: 'element'; readonly key: string; readonly branch: number | undefined }
  | { readonly on: 'link'; readonly key: string }
  | { readonly on: 'tie'; readonly key: string }
  | { readonly on: 'pane'; readonly at: Position };

/** What the canvas asks at the moment. */
export type Asking =
  /** Which kind to add: after a link's end, at a place, or where there is room. */
  | { readonly for: 'kind'; readonly link?: Link; readonly at?: Position }
  | { readonly for: 'target'; readonly from: string; readonly port?: string }
  | { readonly for: 'delete'; readonly keys: readonly string[]; readonly incoming: number };

export interface CanvasState {
  readonly dragged: ReadonlyMap<string, Position>;
  readonly selectedLink: string | undefined;
  readonly hoveredLink: string | undefined;
  readonly renaming: string | undefined;
  /** The element that had the focus last. */
  readonly focused: string | undefined;
  /** An element that is to have the focus as soon as it is drawn. */
  readonly focusNext: string | undefined;
  readonly menu: MenuTarget;
  readonly asking: Asking | undefined;
  /** Undefined: `all` while there are few ties, else `selected`. */
  readonly ties: TiesShown | undefined;
  /** How many elements are being laid out. */
  readonly arranging: number | undefined;
  /** Read out by screen readers; `tick` tells two equal sentences apart. */
  readonly said: { readonly text: string; readonly tick: number };
}

const initial: CanvasState = {
  dragged: new Map(),
  selectedLink: undefined,
  hoveredLink: undefined,
  renaming: undefined,
  focused: undefined,
  focusNext: undefined,
  menu: { on: 'pane', at: { x: 0, y: 0 } },
  asking: undefined,
  ties: undefined,
  arranging: undefined,
  said: { text: '', tick: 0 },
};

/** View state that only the canvas cares for. One canvas is open at a time. */
export const useCanvasState = create<CanvasState>()(() => initial);

export function announce(text: string): void {
  useCanvasState.setState(({ said }) => ({ said: { text, tick: said.tick + 1 } }));
}

export function ask(asking: Asking | undefined): void {
  useCanvasState.setState({ asking });
}

export function focusSoon(key: string | undefined): void {
  useCanvasState.setState({ focusNext: key });
}

export function forgetCanvasState(): void {
  useCanvasState.setState(initial);
}
