import type { Path } from '../../document/diagnostic.ts';

/** A text that can be found, and where it stands. */
export interface Searchable {
  readonly at: PlaceOfText;
  /** `sentence`: a condition in plain words, which the text itself does not say. */
  readonly part: 'name' | 'value' | 'sentence';
  readonly text: string;
}

export type PlaceOfText =
  | { readonly in: 'procedure'; readonly path: Path }
  | { readonly in: 'note' | 'section'; readonly id: string }
  | { readonly in: 'contact'; readonly contact: string; readonly path: Path };

/** The key of the step or guardrail that a text belongs to. */
export function elementKeyOf(at: PlaceOfText): string | undefined {
  if (at.in !== 'procedure') return undefined;
  const [section, id] = at.path;
  if (typeof id !== 'string') return undefined;
  if (section === 'steps') return `step:${id}`;
  return section === 'guardrails' ? `guardrail:${id}` : undefined;
}
