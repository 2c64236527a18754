import type { LayoutGraph, LayoutLink } from './layout-graph.ts';

/**
 * The links worth drawing straight: of each node the one from which the longest way still leads on, the first in
 * port order among equals. A procedure's usual case is the one that has most left to do; denials end at once.
 * `onward` are its links without cycles.
 */
export function usualLinks(graph: LayoutGraph, onward: readonly LayoutLink[]): ReadonlySet<LayoutLink> {
  const left = waysLeft(graph, onward);
  const best = new Map<string, LayoutLink>();
  for (const link of onward) {
    const known = best.get(link.from);
    if (!known || (left.get(link.to) ?? 0) > (left.get(known.to) ?? 0)) best.set(link.from, link);
  }
  return new Set(best.values());
}

/** The length of the longest way on from each node. */
function waysLeft(graph: LayoutGraph, onward: readonly LayoutLink[]): ReadonlyMap<string, number> {
  return longestWays(
    graph,
    onward.map(({ from, to }) => ({ from: to, to: from })),
  );
}

/** The length of the longest way to each node, along links without cycles. */
export function longestWays(
  graph: LayoutGraph,
  links: readonly Pick<LayoutLink, 'from' | 'to'>[],
): ReadonlyMap<string, number> {
  const length = new Map(graph.nodes.map(({ key }) => [key, 0]));
  const waiting = new Map(graph.nodes.map(({ key }) => [key, 0]));
  const targets = new Map<string, string[]>();
  for (const { from, to } of links) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
    const list = targets.get(from);
    if (list) list.push(to);
    else targets.set(from, [to]);
  }
  const ready = [...waiting].filter(([, count]) => count === 0).map(([key]) => key);
  for (let key = ready.pop(); key !== undefined; key = ready.pop()) {
    for (const target of targets.get(key) ?? []) {
      length.set(target, Math.max(length.get(target) ?? 0, (length.get(key) ?? 0) + 1));
      const count = (waiting.get(target) ?? 1) - 1;
      waiting.set(target, count);
      if (count === 0) ready.push(target);
    }
  }
  return length;
}
