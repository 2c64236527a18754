import type { SopDocument } from '../../document/document.ts';

type Elements = Pick<SopDocument, 'procedure' | 'broken'>;

/**
 * What elements of one document are called in the next: a renamed one has the place among its like that it had. A
 * map of keys such as `step:deny`, only of those that changed; undefined for what is not there any more.
 */
export function followedKeys(
  keys: readonly string[],
  before: Elements,
  after: Elements,
): ReadonlyMap<string, string | undefined> {
  const followed = new Map<string, string | undefined>();
  for (const key of keys) {
    if (has(after, key) || !has(before, key)) continue;
    followed.set(key, nextName(key, before, after));
  }
  return followed;
}

function nextName(key: string, before: Elements, after: Elements): string | undefined {
  const prefix = key.slice(0, key.indexOf(':') + 1);
  const [old, fresh] = [idsOf(before, prefix), idsOf(after, prefix)];
  const id = fresh[old.indexOf(key.slice(prefix.length))];
  return old.length !== fresh.length || id === undefined || old.includes(id) ? undefined : prefix + id;
}

function idsOf({ procedure }: Elements, prefix: string): readonly string[] {
  return [...(prefix === 'step:' ? procedure.steps : procedure.guardrails).keys()];
}

function has(elements: Elements, key: string): boolean {
  const prefix = key.slice(0, key.indexOf(':') + 1);
  const { steps, guardrails } = elements.procedure;
  return (
    (prefix === 'step:' ? steps : guardrails).has(key.slice(prefix.length)) || elements.broken.includes(key)
  );
}
