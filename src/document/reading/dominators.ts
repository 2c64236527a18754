/** A graph of which every node can be reached from node 0. Nodes are numbers, as they were first come to. */
export interface RootedGraph {
  /** Each node's predecessors. */
  readonly sources: readonly (readonly number[])[];
  /** The nodes, each before what only it leads to: reverse postorder. */
  readonly order: readonly number[];
}

/**
 * Of each node the last one that every way to it leads through; of node 0 itself. (Cooper, Harvey, Kennedy: "A
 * simple, fast dominance algorithm".)
 */
export function immediateDominators({ sources, order }: RootedGraph): readonly number[] {
  const rank = new Map(order.map((node, index) => [node, index]));
  const dominator = sources.map((): number | undefined => undefined);
  dominator[0] = 0;
  const meet = (a: number, b: number): number => {
    let [one, other] = [a, b];
    while (one !== other) {
      if (rank.get(one)! > rank.get(other)!) one = dominator[one]!;
      else other = dominator[other]!;
    }
    return one;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const node of order) {
      if (node === 0) continue;
      let next: number | undefined;
      for (const source of sources[node] ?? []) {
        if (dominator[source] === undefined) continue;
        next = next === undefined ? source : meet(next, source);
      }
      if (next === dominator[node]) continue;
      dominator[node] = next;
      changed = true;
    }
  }
  return dominator.map((each) => each ?? 0);
}
