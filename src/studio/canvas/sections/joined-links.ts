import type { Connection, Connections, Tie } from '../canvas-connections.ts';

/**
 * The connections as collapsed sections show them: what leads into or out of one begins and ends at it, several such
 * between the same two as one; what stays inside is not drawn.
 */
export function joinedConnections(
  connections: Connections,
  hidden: ReadonlyMap<string, string>,
): Connections {
  if (hidden.size === 0) return connections;
  const links = new Map<string, Connection>();
  for (const link of connections.links) {
    const source = hidden.get(link.source) ?? link.source;
    const target = hidden.get(link.target) ?? link.target;
    if (source === link.source && target === link.target) {
      links.set(link.key, link);
      continue;
    }
    if (source === target) continue;
    const port = source === link.source ? link.port : 'joined';
    const key = `joined ${source} ${port} ${target}`;
    const before = links.get(key);
    const joined = (before?.joined ?? 0) + 1;
    const label = joined === 1 ? link.label : `${joined} links`;
    links.set(key, { ...link, key, source, port, target, joined, label });
  }
  const ties = new Map<string, Tie>();
  for (const tie of connections.ties) {
    const guardrail = hidden.get(tie.guardrail) ?? tie.guardrail;
    const target = hidden.get(tie.target) ?? tie.target;
    if (guardrail === tie.guardrail && target === tie.target) ties.set(tie.key, tie);
    else if (guardrail !== target && guardrail === tie.guardrail)
      ties.set(`joined tie ${guardrail} ${target}`, {
        ...tie,
        key: `joined tie ${guardrail} ${target}`,
        target,
      });
  }
  return { links: [...links.values()], ties: [...ties.values()] };
}
