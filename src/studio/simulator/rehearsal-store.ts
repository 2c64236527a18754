import { create } from 'zustand';
import type { StepId } from '../../document/model.ts';
import type { Contact } from '../../engine/contact.ts';
import type { Program } from '../../engine/program.ts';
import { replay, type PathChange } from './replay.ts';
import {
  answer,
  canStepForward,
  currentRun,
  jumpTo,
  momentOf,
  resetWhatIf,
  runOut,
  setFact,
  startTimeline,
  type Timeline,
} from './timeline.ts';

export type SimulatorView = 'run' | 'edit' | 'batch';
export type SimulatorTab = 'contacts' | 'transcript' | 'facts' | 'why';
export const speeds = [0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

export interface Guest {
  readonly contact: Contact;
  readonly shows: string;
}

interface RehearsalState {
  /** The procedure that the rehearsal belongs to; another one starts afresh. */
  readonly owner: string | undefined;
  readonly view: SimulatorView;
  readonly contactId: string | undefined;
  readonly timeline: Timeline | undefined;
  /** A contact that is rehearsed though it is not among the sample contacts: made to show something. */
  readonly guest: Guest | undefined;
  /** Where the path parted when the procedure or the contact was changed under an open run. */
  readonly change: PathChange | undefined;
  /** The trace event that "Why" speaks of; undefined: the last one that has a why. */
  readonly selected: number | undefined;
  readonly playing: boolean;
  /** The step with a breakpoint at which playing stopped last, until the run is moved. */
  readonly stopped: StepId | undefined;
  readonly speed: Speed;
  /** Where there is one column. */
  readonly tab: SimulatorTab;
  /** Where there are two: what the left and the right one show. */
  readonly main: 'contacts' | 'transcript';
  readonly side: 'facts' | 'why';
  /** A fact that the facts table is asked to open for typing. */
  readonly wanted: string | undefined;
}

interface RehearsalActions {
  /** True when it was another's so far. */
  own(owner: string): boolean;
  show(view: SimulatorView): void;
  choose(contactId: string | undefined): void;
  /** The chosen contact has another id now; its rehearsal goes on. */
  rename(contactId: string): void;
  open(program: Program, contact: Contact): void;
  /** Opens a guest at the end of its run, with why it ended so. */
  receive(program: Program, contact: Contact, shows: string): void;
  /** The guest is a sample contact now, under this id; its rehearsal goes on. */
  adopt(contactId: string): void;
  close(): void;
  /** Plays the open contact again after the procedure, or the contact itself, changed. */
  update(program: Program, contact: Contact): void;
  go(move: (timeline: Timeline) => Timeline): void;
  jump(moment: number): void;
  selectEvent(event: number | undefined): void;
  /** Says what the customer was asked for; the agent then goes on by itself. */
  reply(text: string, facts: Readonly<Record<string, unknown>>): void;
  tryFact(name: string, value: unknown): void;
  forgetWhatIf(): void;
  dismissChange(): void;
  /** Playing came to a breakpoint. */
  stopAt(step: StepId): void;
  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
  showTab(tab: SimulatorTab): void;
  /** Asks for a fact's value where facts are typed. */
  want(fact: string | undefined): void;
}

const atRest = {
  timeline: undefined,
  guest: undefined,
  stopped: undefined,
  change: undefined,
  selected: undefined,
  playing: false,
  wanted: undefined,
} as const;

/** View state of the simulator: which contact is rehearsed and how far. The runs in it are values of the engine. */
export const useRehearsal = create<RehearsalState & RehearsalActions>((set, get) => {
  /** Another point of the rehearsal: what was selected there no longer is. */
  function moveTo(timeline: Timeline): void {
    set({ timeline, selected: undefined, stopped: undefined });
  }
  return {
    owner: undefined,
    view: 'run',
    contactId: undefined,
    speed: 1,
    tab: 'contacts',
    main: 'contacts',
    side: 'facts',
    ...atRest,
    own(owner) {
      if (get().owner === owner) return false;
      set({ owner, view: 'run', contactId: undefined, tab: 'contacts', main: 'contacts', ...atRest });
      return true;
    },
    show(view) {
      set({ view, playing: false });
    },
    choose(contactId) {
      if (contactId !== get().contactId) set({ contactId, ...atRest });
    },
    rename(contactId) {
      set({ contactId });
    },
    open(program, contact) {
      set({
        ...atRest,
        contactId: contact.id,
        timeline: startTimeline(program, contact),
        view: 'run',
        tab: 'transcript',
        main: 'transcript',
      });
    },
    receive(program, contact, shows) {
      const timeline = runOut(startTimeline(program, contact));
      const { trace } = currentRun(timeline);
      const selected = trace.findLastIndex((event) => event.type === 'checked' && event.result !== true);
      set({
        ...atRest,
        contactId: contact.id,
        timeline,
        guest: { contact, shows },
        selected: selected === -1 ? undefined : selected,
        view: 'run',
        tab: 'transcript',
        main: 'transcript',
        side: 'why',
      });
    },
    adopt(contactId) {
      set({ guest: undefined, contactId });
    },
    close() {
      set({ ...atRest, contactId: undefined, tab: 'contacts', main: 'contacts' });
    },
    update(program, contact) {
      const { timeline, contactId, guest } = get();
      if (!timeline || (timeline.program === program && timeline.contact === contact)) return;
      // Asked for the contact before: another has been opened since.
      if (contact.id !== contactId || (guest && contact !== guest.contact)) return;
      const replayed = replay(program, timeline, contact);
      set({ timeline: replayed.timeline, change: replayed.change, selected: undefined });
    },
    go(move) {
      const { timeline } = get();
      if (timeline) moveTo(move(timeline));
    },
    jump(moment) {
      const { timeline } = get();
      if (timeline) set({ timeline: jumpTo(timeline, moment), selected: undefined, playing: false });
    },
    selectEvent(event) {
      const { timeline } = get();
      if (!timeline) return;
      if (event === undefined) return set({ selected: undefined });
      const moment = momentOf(timeline, event);
      set({
        selected: event,
        playing: false,
        timeline: moment > timeline.at ? jumpTo(timeline, moment) : timeline,
      });
    },
    reply(text, facts) {
      const { timeline } = get();
      if (!timeline) return;
      moveTo(answer(timeline, text, facts));
      set({ playing: true });
    },
    tryFact(name, value) {
      const { timeline } = get();
      if (!timeline) return;
      set({ playing: false });
      moveTo(setFact(timeline, name, value));
    },
    forgetWhatIf() {
      const { timeline } = get();
      if (timeline) moveTo(resetWhatIf(timeline));
    },
    dismissChange() {
      set({ change: undefined });
    },
    stopAt(stopped) {
      set({ playing: false, stopped });
    },
    play() {
      const { timeline } = get();
      if (!timeline) return;
      const done = !canStepForward(timeline) && currentRun(timeline).status === 'ended';
      set({
        playing: true,
        selected: undefined,
        stopped: undefined,
        timeline: done ? jumpTo(timeline, 0) : timeline,
      });
    },
    pause() {
      set({ playing: false });
    },
    setSpeed(speed) {
      set({ speed });
    },
    showTab(tab) {
      set(tab === 'contacts' || tab === 'transcript' ? { tab, main: tab } : { tab, side: tab });
    },
    want(wanted) {
      set(wanted === undefined ? { wanted } : { wanted, tab: 'facts', side: 'facts', playing: false });
    },
  };
});
