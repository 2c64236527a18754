import type { LayoutGraph, LayoutLink } from './layout-graph.ts';
import { readingOrder } from './reading-order.ts';

/**
 * The links without those that lead back to a node on the way to them, as one comes through the procedure from its
 * start. What is left has no cycles. Iterative: a procedure may be one chain of a thousand steps.
 */
export function onwardLinks(graph: LayoutGraph): readonly LayoutLink[] {
  const outgoing = outgoingLinks(graph);
  const state = new Map<string, 'walking' | 'done'>();
  const back = new Set<LayoutLink>();
  for (const { key } of readingOrder(graph)) {
    if (state.has(key)) continue;
    const stack = [{ key, next: 0 }];
    state.set(key, 'walking');
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const link = outgoing.get(top.key)?.[top.next];
      top.next += 1;
      if (!link) {
        state.set(top.key, 'done');
        stack.pop();
      } else if (state.get(link.to) === 'walking') {
        back.add(link);
      } else if (!state.has(link.to)) {
        state.set(link.to, 'walking');
        stack.push({ key: link.to, next: 0 });
      }
    }
  }
  return graph.links.filter((link) => !back.has(link));
}

export function outgoingLinks(graph: LayoutGraph): ReadonlyMap<string, readonly LayoutLink[]> {
  const outgoing = new Map<string, LayoutLink[]>();
  for (const link of graph.links) {
    const links = outgoing.get(link.from);
    if (links) links.push(link);
    else outgoing.set(link.from, [link]);
  }
  return outgoing;
}
