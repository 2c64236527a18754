import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Path, Span } from '../../document/diagnostic.ts';
import type { StepId } from '../../document/model.ts';
import type { Contact } from '../../engine/contact.ts';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'compact' | 'comfortable';
export type Mode = 'design' | 'simulate';
/** What stands in the centre: the picture or the plain-language text. */
export type CentreView = 'canvas' | 'read';
export type DockTab = 'code' | 'simulator' | 'problems';
/** Beside: right of the canvas; below: under it. */
export type DockPlace = 'below' | 'beside';
export type SelectionOrigin =
  | 'canvas'
  | 'code'
  | 'problems'
  | 'inspector'
  | 'simulator'
  | 'address'
  | 'outline'
  | 'reading'
  | 'find';

/** A wish to see a place. `tick` grows with every wish, so that the same place can be wished for twice. */
export interface Reveal {
  readonly target: { readonly path: Path } | { readonly span: Span };
  readonly origin: SelectionOrigin;
  readonly tick: number;
}

/** What Find looks for at present. */
export interface Finding {
  readonly text: string;
  readonly matchesCase: boolean;
}

/** What the simulator lights up and the canvas paints. Links by `linkKey`. */
export interface Highlight {
  readonly current?: StepId;
  readonly steps: ReadonlySet<StepId>;
  readonly links: ReadonlySet<string>;
}

export const noHighlight: Highlight = { steps: new Set(), links: new Set() };

/** A wish to see a contact rehearsed that is not among the sample contacts. */
export interface RehearsalWish {
  readonly contact: Contact;
  /** What it shows. */
  readonly shows: string;
  readonly tick: number;
}

export interface ViewState {
  /** Keys `step:ID` and `guardrail:ID`. */
  readonly selection: readonly string[];
  /** Who selected, so that a panel does not answer its own selection by scrolling. */
  readonly selectionOrigin: SelectionOrigin;
  readonly reveal: Reveal | undefined;
  readonly highlight: Highlight;
  readonly mode: Mode;
  readonly view: CentreView;
  /** Keys of the elements that Find has matches in, in the order of the text. */
  readonly found: readonly string[];
  /** For whoever lights the words themselves; undefined while nothing is looked for. */
  readonly finding: Finding | undefined;
  /** The sample contact that is rehearsed. */
  readonly contact: string | undefined;
  readonly rehearsal: RehearsalWish | undefined;
  readonly theme: Theme;
  readonly density: Density;
  readonly dock: DockTab;
  /** Grows with every wish to see the dock, the same tab's too. */
  readonly dockWish: number;
  readonly dockPlace: DockPlace;
  /** In the mode at hand; each mode remembers its own. */
  readonly dockOpen: boolean;
  readonly dockOpenIn: Readonly<Record<Mode, boolean>>;
  /** In the mode at hand; each mode remembers its own. */
  readonly outlineOpen: boolean;
  readonly outlineOpenIn: Readonly<Record<Mode, boolean>>;
  readonly inspectorOpen: boolean;
  /** Grows with every wish to see the inspector. */
  readonly inspectorWish: number;

  select(keys: readonly string[], origin: SelectionOrigin): void;
  show(target: Reveal['target'], origin: SelectionOrigin): void;
  setHighlight(highlight: Highlight): void;
  setMode(mode: Mode): void;
  setView(view: CentreView): void;
  setFound(found: readonly string[], finding: Finding | undefined): void;
  setContact(contact: string | undefined): void;
  /** Opens a contact in the simulator at the end of its run; `shows` says what it is an example of. */
  rehearse(contact: Contact, shows: string): void;
  setTheme(theme: Theme): void;
  setDensity(density: Density): void;
  /** Also opens the dock. */
  setDock(dock: DockTab): void;
  setDockPlace(place: DockPlace): void;
  setDockOpen(open: boolean): void;
  setOutlineOpen(open: boolean): void;
  setInspectorOpen(open: boolean): void;
  /** The inspector belongs to Design. */
  openInspector(): void;
  /** Forgets what belongs to one procedure: selection, contact, reveal, highlight, what was found. */
  leaveProcedure(): void;
}

export const useViewState = create<ViewState>()(
  persist(
    (set, get) => ({
      selection: [],
      selectionOrigin: 'canvas',
      reveal: undefined,
      highlight: noHighlight,
      mode: 'design',
      view: 'canvas',
      found: [],
      finding: undefined,
      contact: undefined,
      rehearsal: undefined,
      theme: 'system',
      density: 'compact',
      dock: 'code',
      dockWish: 0,
      dockPlace: 'below',
      dockOpen: true,
      dockOpenIn: { design: true, simulate: false },
      outlineOpen: false,
      outlineOpenIn: { design: false, simulate: false },
      inspectorOpen: true,
      inspectorWish: 0,

      select: (keys, origin) => {
        if (sameKeys(get().selection, keys)) return;
        set({ selection: keys, selectionOrigin: origin });
      },
      show: (target, origin) => set({ reveal: { target, origin, tick: (get().reveal?.tick ?? 0) + 1 } }),
      setHighlight: (highlight) => set({ highlight }),
      setMode: (mode) =>
        set({ mode, dockOpen: get().dockOpenIn[mode], outlineOpen: get().outlineOpenIn[mode] }),
      setView: (view) => set({ view }),
      setFound: (found, finding) =>
        set({ found: sameKeys(get().found, found) ? get().found : found, finding }),
      setContact: (contact) => set({ contact }),
      rehearse: (contact, shows) => {
        set({ rehearsal: { contact, shows, tick: (get().rehearsal?.tick ?? 0) + 1 } });
        get().setMode('simulate');
        get().setDock('simulator');
      },
      setTheme: (theme) => set({ theme }),
      setDensity: (density) => set({ density }),
      setDock: (dock) => {
        set({ dock, dockWish: get().dockWish + 1 });
        get().setDockOpen(true);
      },
      setDockPlace: (dockPlace) => set({ dockPlace }),
      setDockOpen: (dockOpen) =>
        set({ dockOpen, dockOpenIn: { ...get().dockOpenIn, [get().mode]: dockOpen } }),
      setOutlineOpen: (outlineOpen) =>
        set({ outlineOpen, outlineOpenIn: { ...get().outlineOpenIn, [get().mode]: outlineOpen } }),
      setInspectorOpen: (inspectorOpen) => set({ inspectorOpen }),
      openInspector: () => {
        get().setMode('design');
        set({ inspectorOpen: true, inspectorWish: get().inspectorWish + 1 });
      },
      leaveProcedure: () =>
        set({
          selection: [],
          contact: undefined,
          rehearsal: undefined,
          reveal: undefined,
          highlight: noHighlight,
          found: [],
          finding: undefined,
        }),
    }),
    {
      name: 'sopwright-view',
      partialize: ({ theme, density, dock, dockPlace, dockOpenIn, outlineOpenIn, inspectorOpen }) => ({
        theme,
        density,
        dock,
        dockPlace,
        dockOpenIn,
        dockOpen: dockOpenIn.design,
        outlineOpenIn,
        outlineOpen: outlineOpenIn.design,
        inspectorOpen,
      }),
    },
  ),
);

/** The view state at this moment, for its actions: reads without subscribing. */
export function viewNow(): ViewState {
  return useViewState.getState();
}

function sameKeys(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((key, index) => key === after[index]);
}
