/** The start marker's place among the nodes; it is no element and has no position of its own. */
export const startKey = 'start';

export function stepKey(id: string): string {
  return `step:${id}`;
}

export function guardrailKey(id: string): string {
  return `guardrail:${id}`;
}

/** The step's id, undefined for keys of anything else. */
export function stepIdOf(key: string): string | undefined {
  return key.startsWith('step:') ? key.slice(5) : undefined;
}

export function guardrailIdOf(key: string): string | undefined {
  return key.startsWith('guardrail:') ? key.slice(10) : undefined;
}
