import { calledIds } from '../../document/calls/called-ids.ts';
import type { SopDocument } from '../../document/document.ts';
import type { Procedure } from '../../document/model.ts';

/** Those that it runs, and those that they run, as far as they are known. */
export function everyCalledId(
  procedure: Procedure,
  documents: ReadonlyMap<string, SopDocument>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...calledIds(procedure)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const document = documents.get(id);
    if (document) waiting.push(...calledIds(document.procedure));
  }
  return found;
}
