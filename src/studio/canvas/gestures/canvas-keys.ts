import { useViewState } from '../../session/view-state.ts';
import type { Position } from '../../session/procedure-session.ts';
import { focusFirstField } from '../../ui/focus-panel.ts';
import { useCanvasPreferences } from '../canvas-preferences.ts';
import { announce, ask, focusSoon, useCanvasState } from '../canvas-state.ts';
import { guardrailIdOf, isElementKey, noteIdOf, sectionIdOf, startKey, stepIdOf } from '../element-key.ts';
import type { Flow, TiesShown } from '../flow-from-document.ts';
import { neighbourOf, type Direction } from '../navigation.ts';
import type { ViewportControl } from '../viewport.ts';
import type { Alignment } from './align.ts';
import type { CanvasGestures } from './canvas-gestures.ts';
import { nameOf } from './name-of.ts';
import { selectedKeys, selectKeys } from './picked.ts';

/** How far Shift and an arrow move a node, and Alt and an arrow make a note larger. */
const nudge = 16;

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const steps: Readonly<Record<Direction, Position>> = {
  left: { x: -nudge, y: 0 },
  right: { x: nudge, y: 0 },
  up: { x: 0, y: -nudge },
  down: { x: 0, y: nudge },
};

/** With Alt, by the key's place, since Alt and a letter write other characters on some systems. */
export const alignmentKeys: Readonly<Record<string, Alignment>> = {
  KeyA: 'left',
  KeyH: 'centre',
  KeyD: 'right',
  KeyW: 'top',
  KeyV: 'middle',
  KeyS: 'bottom',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The keyboard's side of the canvas. Answers whether the key was meant for it. */
export class CanvasKeys {
  /** By which node each was come to, so that Left goes back the same way. */
  readonly #cameFrom = new Map<string, string>();

  constructor(
    readonly gestures: CanvasGestures,
    readonly viewport: ViewportControl,
    /** The node that keys speak of. */
    readonly current: () => string | undefined,
    readonly tidySelection: () => void,
  ) {}

  press(event: Pressed): boolean {
    const direction = arrows[event.key];
    const mod = event.ctrlKey || event.metaKey;
    if (event.altKey) return !mod && this.#withAlt(event, direction);
    if (direction) {
      if (!event.shiftKey) return this.#go(direction, mod);
      this.gestures.arrange.nudge(steps[direction]);
      return true;
    }
    return mod ? this.#withMod(event.key.toLowerCase(), event.shiftKey) : this.#plain(event.key);
  }

  get #flow(): Flow {
    return this.gestures.performer.flow;
  }

  #withAlt({ code, shiftKey }: Pressed, direction: Direction | undefined): boolean {
    if (direction) return this.#grow(direction);
    if (shiftKey && (code === 'KeyH' || code === 'KeyV')) {
      this.gestures.arrange.distribute(code === 'KeyH' ? 'across' : 'down');
      return true;
    }
    const how = shiftKey ? undefined : alignmentKeys[code];
    if (how) this.gestures.arrange.align(how);
    return how !== undefined;
  }

  #grow(direction: Direction): boolean {
    const current = this.current();
    const id = current === undefined ? undefined : noteIdOf(current);
    if (id !== undefined) this.gestures.notes.grow(id, steps[direction]);
    return id !== undefined;
  }

  #withMod(key: string, shift: boolean): boolean {
    const { selection } = useViewState.getState();
    switch (key) {
      case 'a':
        selectAll(this.#flow);
        return true;
      case 'd':
        if (selection.length > 0) this.gestures.elements.duplicate(selection);
        return true;
      case 'g': {
        const { sections } = this.gestures;
        if (shift) sections.ungroup(sections.among(selectedKeys()));
        else sections.group(selectedKeys());
        return true;
      }
      default:
        return false;
    }
  }

  #plain(key: string): boolean {
    const current = this.current();
    switch (key) {
      case '1':
        this.viewport.fit(this.#flow.places.values());
        return true;
      case '2':
        zoomToSelection(this.#flow, this.viewport);
        return true;
      case '0':
        this.viewport.zoomTo(1, this.#flow.places.get(selectedKeys().at(-1) ?? ''));
        return true;
      case '+':
      case '=':
        this.viewport.zoomBy(1.25);
        return true;
      case '-':
        this.viewport.zoomBy(0.8);
        return true;
      case 'a':
        this.#add();
        return true;
      case 'n':
        this.gestures.notes.add();
        return true;
      case 't':
        showNextTies();
        return true;
      case 'T':
        this.tidySelection();
        return true;
      case 'Delete':
      case 'Backspace':
        this.gestures.deleteSelection();
        return true;
      case 'Escape':
        useCanvasState.setState({ selectedLink: undefined });
        selectKeys([]);
        return true;
      default:
        return current === undefined ? false : this.#onNode(key, current);
    }
  }

  #onNode(key: string, current: string): boolean {
    switch (key) {
      case 'Enter':
        open(current, this.gestures);
        return true;
      case ' ':
        toggle(current);
        return true;
      case 'F2':
        useCanvasState.setState({ renaming: current });
        return true;
      default:
        return isElementKey(current) && this.#onElement(key, current);
    }
  }

  #onElement(key: string, current: string): boolean {
    switch (key) {
      case 'c':
        if (
          (this.#flow.elements.get(current)?.shape.ports.length ?? 0) > 0 ||
          guardrailIdOf(current) !== undefined
        ) {
          ask({ for: 'target', from: current });
        } else announce(`No way leads on from ${nameOf(current)}.`);
        return true;
      case 'b':
        this.#addBranch(current);
        return true;
      case 'l':
        this.#nextLink(current);
        return true;
      default:
        return false;
    }
  }

  #add(): void {
    const { selectedLink } = useCanvasState.getState();
    const link = this.#flow.connections.links.find((each) => each.key === selectedLink)?.link;
    ask(link ? { for: 'kind', link } : { for: 'kind' });
  }

  #addBranch(current: string): void {
    const id = stepIdOf(current);
    if (id !== undefined && this.#flow.elements.get(current)?.content.kind === 'decision')
      this.gestures.addBranch(id);
    else announce('Only decisions have branches.');
  }

  /** Selects the element's links one after the other. */
  #nextLink(current: string): void {
    const { links, ties } = this.#flow.connections;
    const mine = [
      ...links.filter((link) => link.source === current),
      ...ties.filter((tie) => tie.guardrail === current),
    ];
    if (mine.length === 0) {
      announce(`No link leaves ${nameOf(current)}.`);
      return;
    }
    const { selectedLink } = useCanvasState.getState();
    const index = (mine.findIndex((link) => link.key === selectedLink) + 1) % mine.length;
    const link = mine[index]!;
    useCanvasState.setState({ selectedLink: link.key });
    const label = 'label' in link && link.label !== '' ? ` ${link.label},` : '';
    announce(`Link ${index + 1} of ${mine.length}:${label} to ${nameOf(link.target)}.`);
  }

  /** `keepSelection` moves the focus alone, for picking several by Space. */
  #go(direction: Direction, keepSelection: boolean): boolean {
    const current = this.current();
    if (current === undefined) return false;
    const selected = selectedKeys().includes(current);
    const from = this.#cameFrom.get(current);
    const { connections, places } = this.#flow;
    const where = { connections, rects: places };
    const next = selected || keepSelection ? neighbourOf(current, direction, from, where) : current;
    if (next === undefined || next === startKey) return true;
    if (direction === 'right') this.#cameFrom.set(next, current);
    useCanvasState.setState({ focused: next, selectedLink: undefined });
    if (!keepSelection) selectKeys([next]);
    focusSoon(next);
    return true;
  }
}

export function selectAll({ elements, notes, boxes }: Flow): void {
  selectKeys([
    ...elements.keys(),
    ...[...notes.keys()].map((id) => `note:${id}`),
    ...boxes.map(({ key }) => key),
  ]);
  announce(`Selected ${elements.size + notes.size} elements.`);
}

export function zoomToSelection({ places, rects }: Flow, viewport: ViewportControl): void {
  const chosen = selectedKeys().flatMap((key) => places.get(key) ?? rects.get(key) ?? []);
  if (chosen.length === 0) announce('Nothing is selected.');
  else viewport.fit(chosen);
}

const tiesInWords: Readonly<Record<TiesShown, string>> = {
  all: 'All guardrail ties are shown.',
  selected: 'Guardrail ties of the selection are shown.',
  none: 'Guardrail ties are hidden.',
};

export function showTies(ties: TiesShown): void {
  useCanvasPreferences.setState({ ties });
  announce(tiesInWords[ties]);
}

/** Shown or hidden; which of them is for the menu. */
export function showNextTies(): void {
  showTies(useCanvasPreferences.getState().ties === 'none' ? 'all' : 'none');
}

function toggle(current: string): void {
  const selection = selectedKeys();
  const selected = selection.includes(current);
  selectKeys(selected ? selection.filter((key) => key !== current) : [...selection, current]);
  announce(`${nameOf(current)} ${selected ? 'no longer selected' : 'selected'}.`);
}

/** An element in the inspector, a note to be written in, a section to be collapsed or expanded. */
export function open(key: string, gestures: CanvasGestures): void {
  const section = sectionIdOf(key);
  if (section !== undefined) gestures.sections.toggle(section);
  else if (noteIdOf(key) !== undefined) useCanvasState.setState({ renaming: key });
  else inspect(key);
}

/** Opens the inspector on an element, ready to type, and shows its text. */
export function inspect(key: string): void {
  const view = useViewState.getState();
  const step = stepIdOf(key);
  view.select([key], 'canvas');
  view.openInspector();
  view.show(
    { path: step === undefined ? ['guardrails', guardrailIdOf(key) ?? key] : ['steps', step] },
    'canvas',
  );
  focusFirstField('inspector');
}
