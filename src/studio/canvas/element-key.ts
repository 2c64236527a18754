/** The start marker's place among the nodes; it is no element and has no position of its own. */
export const startKey = 'start';

export function stepKey(id: string): string {
  return `step:${id}`;
}

export function guardrailKey(id: string): string {
  return `guardrail:${id}`;
}

export function noteKey(id: string): string {
  return `note:${id}`;
}

export function sectionKey(id: string): string {
  return `section:${id}`;
}

/** The step's id, undefined for keys of anything else. */
export function stepIdOf(key: string): string | undefined {
  return idBehind('step:', key);
}

export function guardrailIdOf(key: string): string | undefined {
  return idBehind('guardrail:', key);
}

export function noteIdOf(key: string): string | undefined {
  return idBehind('note:', key);
}

export function sectionIdOf(key: string): string | undefined {
  return idBehind('section:', key);
}

/** Whether the key is of something that the text has, not of a note or section. */
export function isElementKey(key: string): boolean {
  return stepIdOf(key) !== undefined || guardrailIdOf(key) !== undefined;
}

function idBehind(prefix: string, key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}
