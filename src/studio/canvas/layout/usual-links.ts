import type { LayoutGraph, LayoutLink } from './layout-graph.ts';

/**
 * The links worth drawing straight: of each node the one from which the longest way still leads on, the first in
 * port order among equals. A procedure's usual case is the one that has most left to do; denials end at once.
 */
export function usualLinks(graph: LayoutGraph): ReadonlySet<LayoutLink> {
  const outgoing = new Map<string, LayoutLink[]>();
  for (const link of graph.links) {
    const list = outgoing.get(link.from);
    if (list) list.push(link);
    else outgoing.set(link.from, [link]);
  }
  const depth = depths(graph, outgoing);
  const usual = new Set<LayoutLink>();
  for (const links of outgoing.values()) {
    let best: LayoutLink | undefined;
    for (const link of links) {
      if (!best || (depth.get(link.to) ?? 0) > (depth.get(best.to) ?? 0)) best = link;
    }
    if (best) usual.add(best);
  }
  return usual;
}

/** Length of the longest way on from each node, links back to a node that is being walked not counted. */
function depths(
  graph: LayoutGraph,
  outgoing: ReadonlyMap<string, readonly LayoutLink[]>,
): Map<string, number> {
  const depth = new Map<string, number>();
  const walking = new Set<string>();
  for (const { key } of graph.nodes) {
    const stack = [{ key, next: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const links = outgoing.get(top.key) ?? [];
      if (top.next === 0) {
        if (depth.has(top.key)) {
          stack.pop();
          continue;
        }
        walking.add(top.key);
      }
      const link = links[top.next];
      top.next += 1;
      if (link === undefined) {
        walking.delete(top.key);
        depth.set(top.key, Math.max(0, ...links.map((each) => 1 + (depth.get(each.to) ?? 0))));
        stack.pop();
      } else if (!depth.has(link.to) && !walking.has(link.to)) {
        stack.push({ key: link.to, next: 0 });
      }
    }
  }
  return depth;
}
