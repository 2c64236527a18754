import type { SopDocument } from '../../document/document.ts';
import type { Guardrail, Step } from '../../document/model.ts';
import { parseDocument } from '../../document/parse.ts';

/** What is known of a text that changes: as it reads now, and as it last read where it does not. */
export interface Reading {
  readonly document: SopDocument;
  readonly lastWellFormed: SopDocument;
  /** The last readable version of each element that `document` cannot read. */
  readonly ghosts: ReadonlyMap<string, Step | Guardrail>;
}

/** `known` is an earlier state that others have: what a broken text shows in its place. */
export function firstReading(text: string, known: string): Reading {
  const before = parseDocument(known);
  return text === known
    ? { document: before, lastWellFormed: before, ghosts: new Map() }
    : nextReading({ document: before, lastWellFormed: before, ghosts: new Map() }, text);
}

export function nextReading(reading: Reading, text: string): Reading {
  const document = parseDocument(text, reading.document);
  return {
    document,
    lastWellFormed: document.wellFormed ? document : reading.lastWellFormed,
    ghosts: ghostsOf(document, reading),
  };
}

function ghostsOf(document: SopDocument, { document: before, ghosts: earlier }: Reading): Reading['ghosts'] {
  const wasBroken = new Set(before.broken);
  const ghosts = new Map<string, Step | Guardrail>();
  for (const key of document.broken) {
    const element = wasBroken.has(key) ? earlier.get(key) : elementOf(before, key);
    if (element !== undefined) ghosts.set(key, element);
  }
  return ghosts;
}

function elementOf({ procedure }: SopDocument, key: string): Step | Guardrail | undefined {
  const id = key.slice(key.indexOf(':') + 1);
  return key.startsWith('step:') ? procedure.steps.get(id) : procedure.guardrails.get(id);
}
