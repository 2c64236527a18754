import type { Section } from '../../session/arrangement.ts';
import { newId } from '../../api/new-id.ts';
import { announce, focusSoon, useCanvasState } from '../canvas-state.ts';
import { isElementKey, sectionIdOf, sectionKey } from '../element-key.ts';
import type { Performer } from './performer.ts';
import { selectKeys } from './picked.ts';

/** Sections: elements that are looked at together, open in a frame or collapsed into one node. */
export class SectionGestures {
  constructor(readonly performer: Performer) {}

  /** Elements leave the sections that they were in. */
  group(keys: readonly string[]): void {
    const members = keys.filter((key) => isElementKey(key));
    if (members.length === 0) {
      announce('Select the elements that are to be a section.');
      return;
    }
    const id = newId();
    const title = `Section ${this.#sections.size + 1}`;
    const sections = this.#without(members);
    sections.set(id, { title, members, collapsed: false });
    this.#set(sections, `Make section of ${members.length}`);
    announce(`${title} holds ${members.length} elements. Type its name.`);
    selectKeys([sectionKey(id)]);
    useCanvasState.setState({ renaming: sectionKey(id), focused: sectionKey(id) });
  }

  /** Its elements stay; only the frame goes. */
  ungroup(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const members = ids.flatMap((id) => this.#sections.get(id)?.members ?? []);
    const title = this.#sections.get(ids[0]!)?.title ?? '';
    this.#set(new Map(ids.map((id) => [id, undefined])), `Dissolve section ${title}`);
    announce(`Dissolved section ${title}; its elements stay.`);
    selectKeys(members);
    focusSoon(members[0]);
  }

  toggle(id: string): void {
    const section = this.#sections.get(id);
    if (!section) return;
    const collapsed = !section.collapsed;
    this.#set(
      new Map([[id, { ...section, collapsed }]]),
      `${collapsed ? 'Collapse' : 'Expand'} ${section.title}`,
    );
    announce(`${collapsed ? 'Collapsed' : 'Expanded'} section ${section.title}.`);
    selectKeys([sectionKey(id)]);
    focusSoon(sectionKey(id));
  }

  /** All of them, or all that are not so yet. */
  setAll(collapsed: boolean): void {
    const changed = [...this.#sections].filter(([, section]) => section.collapsed !== collapsed);
    if (changed.length === 0) {
      announce(collapsed ? 'No section to collapse.' : 'No section to expand.');
      return;
    }
    this.#set(
      new Map(changed.map(([id, section]) => [id, { ...section, collapsed }])),
      collapsed ? 'Collapse all sections' : 'Expand all sections',
    );
    announce(`${collapsed ? 'Collapsed' : 'Expanded'} ${changed.length} sections.`);
  }

  rename(id: string, title: string): void {
    const section = this.#sections.get(id);
    if (!section || section.title === title) return;
    this.#set(new Map([[id, { ...section, title }]]), `Rename section ${section.title}`);
    announce(`The section is called ${title} now.`);
  }

  /** Puts elements into a section, or out of all when none is named. */
  put(keys: readonly string[], into: string | undefined): void {
    const members = keys.filter((key) => isElementKey(key));
    const sections = this.#without(members);
    const section = into === undefined ? undefined : (sections.get(into) ?? this.#sections.get(into));
    if (into !== undefined && section)
      sections.set(into, { ...section, members: [...section.members, ...members] });
    this.#set(sections, section ? `Put into ${section.title}` : 'Take out of section');
    announce(section ? `Put ${members.length} into section ${section.title}.` : 'Taken out of the section.');
  }

  sectionOf(key: string): string | undefined {
    for (const [id, { members }] of this.#sections) if (members.includes(key)) return id;
    return undefined;
  }

  /** The ids of the sections among the keys. */
  among(keys: readonly string[]): readonly string[] {
    return keys.flatMap((key) => sectionIdOf(key) ?? []);
  }

  get #sections(): ReadonlyMap<string, Section> {
    return this.performer.setting.session.snapshot().sections;
  }

  /** The sections that change when these leave them; one that is left empty goes. */
  #without(members: readonly string[]): Map<string, Section | undefined> {
    const gone = new Set(members);
    const changed = new Map<string, Section | undefined>();
    for (const [id, section] of this.#sections) {
      const rest = section.members.filter((key) => !gone.has(key));
      if (rest.length === section.members.length) continue;
      changed.set(id, rest.length === 0 ? undefined : { ...section, members: rest });
    }
    return changed;
  }

  #set(sections: ReadonlyMap<string, Section | undefined>, label: string): void {
    this.performer.setting.session.arrange({ sections }, label);
  }
}
