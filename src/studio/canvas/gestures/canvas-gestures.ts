import { useViewState } from '../../session/view-state.ts';
import type { Arrangement } from '../../session/arrangement.ts';
import type { ElementKind } from '../../ui/element-kind.ts';
import { ask, useCanvasState } from '../canvas-state.ts';
import { isElementKey, noteIdOf, sectionIdOf } from '../element-key.ts';
import { ArrangeGestures } from './arrange-gestures.ts';
import { ClipboardGestures } from './clipboard-gestures.ts';
import { ElementGestures, type NewPlace } from './element-gestures.ts';
import { LinkGestures } from './link-gestures.ts';
import { NoteGestures } from './note-gestures.ts';
import { Performer, type GestureSetting } from './performer.ts';
import { selectedKeys } from './picked.ts';
import { SectionGestures } from './section-gestures.ts';

/** All that a person can do on the canvas, by whatever means: mouse, key or menu. */
export class CanvasGestures {
  readonly elements: ElementGestures;
  readonly links: LinkGestures;
  readonly arrange: ArrangeGestures;
  readonly notes: NoteGestures;
  readonly sections: SectionGestures;
  readonly clipboard: ClipboardGestures;
  readonly performer: Performer;

  constructor(setting: GestureSetting) {
    this.performer = new Performer(setting);
    this.elements = new ElementGestures(this.performer);
    this.links = new LinkGestures(this.performer);
    this.arrange = new ArrangeGestures(this.performer);
    this.notes = new NoteGestures(this.performer);
    this.sections = new SectionGestures(this.performer);
    this.clipboard = new ClipboardGestures(this.performer);
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

  /** Notes go, sections are dissolved; asks first where other steps lead to what would go. */
  deleteElements(keys: readonly string[]): void {
    const elements = keys.filter((key) => isElementKey(key));
    const notes = keys.flatMap((key) => noteIdOf(key) ?? []);
    const sections = keys.flatMap((key) => sectionIdOf(key) ?? []);
    if (elements.length === 0) {
      if (notes.length > 0) this.notes.delete(notes);
      this.sections.ungroup(sections);
      return;
    }
    const along: Arrangement = {
      notes: new Map(notes.map((id) => [id, undefined])),
      sections: new Map(sections.map((id) => [id, undefined])),
    };
    const incoming = this.elements.linksTo(elements);
    if (incoming === 0) this.elements.delete(elements, 'remove-references', along);
    else ask({ for: 'delete', keys: elements, incoming, along });
  }

  /** Deletes the selected link, else what is selected. */
  deleteSelection(): void {
    const { selectedLink } = useCanvasState.getState();
    const { links, ties } = this.performer.flow.connections;
    const connection = links.find((link) => link.key === selectedLink);
    const tie = ties.find((each) => each.key === selectedLink);
    if (connection) this.links.disconnect(connection.link);
    else if (tie) this.links.untie(tie);
    else this.deleteElements(selectedKeys());
  }
}
