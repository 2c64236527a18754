export interface Position {
  readonly x: number;
  readonly y: number;
}

export const noteTones = ['yellow', 'blue', 'green', 'rose', 'grey'] as const;
export type NoteTone = (typeof noteTones)[number];

/** A sticker on the canvas: read by people, no part of the policy. */
export interface Note {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: NoteTone;
}

/** Elements that are looked at together. Of the canvas alone: runs know nothing of it. */
export interface Section {
  readonly title: string;
  /** Keys `step:ID` and `guardrail:ID`; may name some that are not there at present. */
  readonly members: readonly string[];
  /** Drawn as one node. */
  readonly collapsed: boolean;
}

/** A change of what stands on the canvas beside the text. An undefined note or section goes. */
export interface Arrangement {
  readonly positions?: ReadonlyMap<string, Position>;
  readonly notes?: ReadonlyMap<string, Note | undefined>;
  readonly sections?: ReadonlyMap<string, Section | undefined>;
}

/** The section with elements that were renamed under their new names; the same one where none of them is in it. */
export function withRenamed(
  section: Section,
  renamed: readonly { readonly from: string; readonly to: string }[],
): Section {
  const next = new Map(renamed.map(({ from, to }) => [from, to]));
  if (!section.members.some((key) => next.has(key))) return section;
  return { ...section, members: section.members.map((key) => next.get(key) ?? key) };
}
