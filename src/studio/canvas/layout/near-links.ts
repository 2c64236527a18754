import type { LayoutGraph, LayoutLink } from './layout-graph.ts';
import { longestWays } from './usual-links.ts';

/** In columns. A link that goes further is routed, but does not tell where its ends stand. */
const farthest = 6;

/**
 * The links that a layered layout is to heed. Where every step of a long procedure may end in the same denial, the
 * links across dozens of columns would each claim a lane through all of them: the layout would take minutes and
 * be mostly lanes. Every node keeps at least one link, since the longest way to it ends with a link of one column.
 */
export function nearLinks(graph: LayoutGraph, onward: readonly LayoutLink[]): readonly LayoutLink[] {
  const columns = longestWays(graph, onward);
  return onward.filter(({ from, to }) => (columns.get(to) ?? 0) - (columns.get(from) ?? 0) <= farthest);
}
