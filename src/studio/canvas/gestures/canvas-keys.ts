import { useViewState } from '../../session/view-state.ts';
import { focusFirstField } from '../../ui/focus-panel.ts';
import { announce, ask, focusSoon, useCanvasState } from '../canvas-state.ts';
import { guardrailIdOf, startKey, stepIdOf } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';
import { neighbourOf, type Direction } from '../navigation.ts';
import type { ViewportControl } from '../viewport.ts';
import type { CanvasGestures } from './canvas-gestures.ts';
import { nameOf } from './element-gestures.ts';

/** How far Shift and an arrow move a node. */
const nudge = 16;

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The keyboard's side of the canvas. Answers whether the key was meant for it. */
export class CanvasKeys {
  /** By which node each was come to, so that Left goes back the same way. */
  readonly #cameFrom = new Map<string, string>();

  constructor(
    readonly gestures: CanvasGestures,
    readonly viewport: ViewportControl,
    /** The element that keys speak of. */
    readonly current: () => string | undefined,
  ) {}

  press(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
    if (event.altKey) return false;
    const direction = arrows[event.key];
    const mod = event.ctrlKey || event.metaKey;
    if (direction) return event.shiftKey ? this.#nudge(direction) : this.#go(direction, mod);
    return mod ? this.#withMod(event.key.toLowerCase()) : this.#plain(event.key);
  }

  get #flow(): Flow {
    return this.gestures.performer.flow;
  }

  #withMod(key: string): boolean {
    const { selection, select } = useViewState.getState();
    if (key === 'a') {
      select([...this.#flow.elements.keys()], 'canvas');
      announce(`Selected ${this.#flow.elements.size} elements.`);
      return true;
    }
    if (key === 'd') {
      if (selection.length > 0) this.gestures.elements.duplicate(selection);
      return true;
    }
    return false;
  }

  #plain(key: string): boolean {
    const current = this.current();
    switch (key) {
      case '1':
        this.viewport.fit();
        return true;
      case '0':
        this.viewport.zoomTo(1, this.#flow.rects.get(useViewState.getState().selection.at(-1) ?? ''));
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
      case 'Delete':
      case 'Backspace':
        this.gestures.deleteSelection();
        return true;
      case 'Escape':
        this.#letGo();
        return true;
      default:
        return current === undefined ? false : this.#onElement(key, current);
    }
  }

  #onElement(key: string, current: string): boolean {
    switch (key) {
      case 'Enter':
        inspect(current);
        return true;
      case ' ':
        this.#toggle(current);
        return true;
      case 'F2':
        useCanvasState.setState({ renaming: current });
        return true;
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

  #toggle(current: string): void {
    const { selection, select } = useViewState.getState();
    const selected = selection.includes(current);
    select(selected ? selection.filter((key) => key !== current) : [...selection, current], 'canvas');
    announce(`${nameOf(current)} ${selected ? 'no longer selected' : 'selected'}.`);
  }

  #letGo(): void {
    useCanvasState.setState({ selectedLink: undefined });
    useViewState.getState().select([], 'canvas');
  }

  #nudge(direction: Direction): boolean {
    const { selection } = useViewState.getState();
    const { rects } = this.#flow;
    const dx = direction === 'left' ? -nudge : direction === 'right' ? nudge : 0;
    const dy = direction === 'up' ? -nudge : direction === 'down' ? nudge : 0;
    const moved = new Map(
      selection.flatMap((key) => {
        const rect = rects.get(key);
        return rect ? [[key, { x: rect.x + dx, y: rect.y + dy }] as const] : [];
      }),
    );
    this.gestures.elements.move(moved);
    return true;
  }

  /** `keepSelection` moves the focus alone, for picking several by Space. */
  #go(direction: Direction, keepSelection: boolean): boolean {
    const current = this.current();
    if (current === undefined) return false;
    const selected = useViewState.getState().selection.includes(current);
    const from = this.#cameFrom.get(current);
    const next = selected || keepSelection ? neighbourOf(current, direction, from, this.#flow) : current;
    if (next === undefined || next === startKey) return true;
    if (direction === 'right') this.#cameFrom.set(next, current);
    useCanvasState.setState({ focused: next, selectedLink: undefined });
    if (!keepSelection) useViewState.getState().select([next], 'canvas');
    focusSoon(next);
    return true;
  }
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
