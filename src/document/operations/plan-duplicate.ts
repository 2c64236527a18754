import type { Path } from '../diagnostic.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { guardrailMissing, hasStep, stepMissing } from './editable.ts';
import type { Editable } from './editable.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { referenceRewrites } from './rename-rewrites.ts';

/**
 * Copies steps and guardrails, each behind its original. Links and ties inside the selection lead to the copies;
 * those that lead out of it are kept.
 */
export function planDuplicate(document: Editable, keys: readonly string[]): Plan {
  const copies = new Map<string, string>();
  for (const key of new Set(keys)) {
    const [section, id] = sectionAndId(key);
    if (section === undefined) return refused('not-found', `There is no element “${key}”.`);
    if (!document.source.locate([section, id]))
      return section === 'steps' ? stepMissing(id) : guardrailMissing(id);
    copies.set(key, copyId(document, section, id, new Set(copies.values())));
  }
  const draft = new Draft(document.source);
  for (const [key, copy] of copies) {
    const [section = '', id] = sectionAndId(key);
    draft.copyEntry([section], id, copy);
  }
  for (const [key, copy] of copies) follow(draft, key, copy, copies);
  const created = [...copies].map(([key, copy]) => `${key.slice(0, key.indexOf(':'))}:${copy}`);
  return draft.plan({ created });
}

function sectionAndId(key: string): readonly [section: 'steps' | 'guardrails' | undefined, id: string] {
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('step:')) return ['steps', id];
  return key.startsWith('guardrail:') ? ['guardrails', id] : [undefined, id];
}

function copyId(document: Editable, section: string, id: string, given: ReadonlySet<string>): string {
  const stem = id.replace(/-\d+$/, '');
  const taken = (name: string): boolean =>
    given.has(name) ||
    document.source.locate([section, name]) !== undefined ||
    (section === 'steps' &&
      (hasStep(document, name) || document.source.locate(['actions', name]) !== undefined));
  for (let number = 2; ; number += 1) if (!taken(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** Turns what the copy names of the selection to the copies. */
function follow(draft: Draft, key: string, copy: string, copies: ReadonlyMap<string, string>): void {
  const [section = ''] = sectionAndId(key);
  const inCopy = (path: Path): boolean => path[0] === section && path[1] === copy;
  const rewrites = [...copies].flatMap(([other, otherCopy]) => {
    const [otherSection, id] = sectionAndId(other);
    const roles = otherSection === 'steps' ? (['link', 'tie'] as const) : (['includes'] as const);
    return referenceRewrites(draft.data, id, otherCopy, roles);
  });
  draft.rewrite(rewrites.filter(({ path }) => inCopy(path)));
}
