import { ask, useCanvasState } from '../canvas-state.ts';
import { useViewState } from '../../session/view-state.ts';
import type { ElementKind } from '../../ui/element-kind.ts';
import { ElementGestures, type NewPlace } from './element-gestures.ts';
import { LinkGestures } from './link-gestures.ts';
import { Performer, type GestureSetting } from './performer.ts';

/** All that a person can do on the canvas, by whatever means: mouse, key or menu. */
export class CanvasGestures {
  readonly elements: ElementGestures;
  readonly links: LinkGestures;
  readonly performer: Performer;

  constructor(setting: GestureSetting) {
    this.performer = new Performer(setting);
    this.elements = new ElementGestures(this.performer);
    this.links = new LinkGestures(this.performer);
  }

  add(kind: ElementKind, place: NewPlace = {}): void {
    this.elements.add(kind, useViewState.getState().selection, place);
  }

  rename(key: string, next: string): string {
    return this.elements.rename(key, next);
  }

  addBranch(id: string): void {
    this.elements.addBranch(id);
  }

  /** Asks first where other steps lead to what would go. */
  deleteElements(keys: readonly string[]): void {
    if (keys.length === 0) return;
    const incoming = this.elements.linksTo(keys);
    if (incoming === 0) this.elements.delete(keys, 'remove-references');
    else ask({ for: 'delete', keys, incoming });
  }

  /** Deletes the selected link, else the selected elements. */
  deleteSelection(): void {
    const { selectedLink } = useCanvasState.getState();
    const { links, ties } = this.performer.flow.connections;
    const connection = links.find((link) => link.key === selectedLink);
    const tie = ties.find((each) => each.key === selectedLink);
    if (connection) this.links.disconnect(connection.link);
    else if (tie) this.links.untie(tie);
    else this.deleteElements(useViewState.getState().selection);
  }
}
