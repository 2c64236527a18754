import { create } from 'zustand';
import type { Link } from '../../document/operations/link.ts';
import type { Arrangement } from '../session/arrangement.ts';
import type { Position } from '../session/procedure-session.ts';
import type { Guide } from './gestures/snap.ts';

/** What a menu was opened on. */
export type MenuTarget =
  | { readonly on: 'element'; readonly key: string; readonly branch: number | undefined }
  | { readonly on: 'link'; readonly key: string }
  | { readonly on: 'tie'; readonly key: string }
  | { readonly on: 'note'; readonly key: string }
  | { readonly on: 'section'; readonly key: string }
  | { readonly on: 'pane'; readonly at: Position };

/** What the canvas asks at the moment. */
export type Asking =
  /**
   * What to add: after a link's end, at a place, or where there is room. `leads`: a link was drawn and leads to the
   * answer; else the answer comes to stand on the link.
   */
  | { readonly for: 'kind'; readonly link?: Link; readonly at?: Position; readonly leads?: boolean }
  | { readonly for: 'target'; readonly from: string; readonly port?: string }
  | {
      readonly for: 'delete';
      readonly keys: readonly string[];
      readonly incoming: number;
      /** Notes and sections that go with them. */
      readonly along: Arrangement;
    }
  /** Which section to put elements into. */
  | { readonly for: 'section'; readonly keys: readonly string[] };

export interface CanvasState {
  readonly dragged: ReadonlyMap<string, Position>;
  /** What a drag snaps to at the moment. */
  readonly guides: readonly Guide[];
  /** The link that a drag would put its step on. */
  readonly dropLink: string | undefined;
  /** Notes and sections that are selected; elements are in the view state, for every panel. */
  readonly picked: readonly string[];
  /** The node under the pointer, where nodes are painted only. */
  readonly hovered: string | undefined;
  readonly selectedLink: string | undefined;
  readonly hoveredLink: string | undefined;
  readonly renaming: string | undefined;
  /** The element that had the focus last. */
  readonly focused: string | undefined;
  /** An element that is to have the focus as soon as it is drawn. */
  readonly focusNext: string | undefined;
  readonly menu: MenuTarget;
  readonly asking: Asking | undefined;
  /** How many elements are being laid out. */
  readonly arranging: number | undefined;
  /** Nodes are on their way to where a layout put them. */
  readonly gliding: boolean;
  /** Read out by screen readers; `tick` tells two equal sentences apart. */
  readonly said: { readonly text: string; readonly tick: number };
}

const initial: CanvasState = {
  dragged: new Map(),
  guides: [],
  dropLink: undefined,
  picked: [],
  hovered: undefined,
  selectedLink: undefined,
  hoveredLink: undefined,
  renaming: undefined,
  focused: undefined,
  focusNext: undefined,
  menu: { on: 'pane', at: { x: 0, y: 0 } },
  asking: undefined,
  arranging: undefined,
  gliding: false,
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
