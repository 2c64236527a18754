import type { LayoutGraph, LayoutNode } from './layout-graph.ts';

/** The nodes as one comes to them from the start, branch after branch, then those that nothing leads to. */
export function readingOrder(graph: LayoutGraph): readonly LayoutNode[] {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const onwards = new Map<string, string[]>();
  for (const { from, to } of graph.links) {
    const targets = onwards.get(from);
    if (targets) targets.push(to);
    else onwards.set(from, [to]);
  }
  const order = new Map<string, LayoutNode>();
  const starts = [...graph.nodes].sort((a, b) => b.lead - a.lead);
  const open = starts.map((node) => node.key).reverse();
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const node = nodes.get(key);
    if (!node || order.has(key)) continue;
    order.set(key, node);
    open.push(...[...(onwards.get(key) ?? [])].reverse());
  }
  return [...order.values()];
}
