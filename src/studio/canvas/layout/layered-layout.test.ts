import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import { describe, expect, test } from 'vitest';
import { overlaps, shapeOf, startMarker, type Rect } from '../element-geometry.ts';
import { Obstacles } from '../routing/obstacles.ts';
import { routeLinks, type Routable } from '../routing/route-links.ts';
import type { LayoutGraph, LayoutLink, LayoutNode } from './layout-graph.ts';
import { layoutGraph } from './layered-layout.ts';
import { usualLinks } from './usual-links.ts';

const elk = new ElkConstructor();

function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const key = (index: number): string => `step:s${index}`;

/** A procedure's shape: mostly onwards, decisions with up to six branches, some links back, some loose steps. */
function randomGraph(seed: number): LayoutGraph {
  const random = randomNumbers(seed);
  const count = 20 + Math.floor(random() * 61);
  const nodes: LayoutNode[] = [];
  const links: LayoutLink[] = [];
  const target = (index: number) => {
    const back = random() < 0.08;
    const to = back ? Math.floor(random() * index) : index + 1 + Math.floor(random() ** 3 * 12);
    return key(Math.min(to, count - 1));
  };
  for (let index = 0; index < count; index += 1) {
    const lead = index === 0 ? startMarker.width + startMarker.gap : 0;
    const pick = random();
    if (index === count - 1 || pick < 0.15) {
      nodes.push({ key: key(index), lead, ...shapeOf('end', false, [], true) });
    } else if (pick < 0.45) {
      const branches = 1 + Math.floor(random() * 6);
      const ports = [...Array.from({ length: branches }, (_, branch) => `branch:${branch}`), 'otherwise'];
      nodes.push({ key: key(index), lead, ...shapeOf('decision', false, ports, false) });
      for (const port of ports)
        if (random() < 0.92) links.push({ from: key(index), port, to: target(index) });
    } else {
      nodes.push({ key: key(index), lead, ...shapeOf('action', true, ['onError'], true) });
      if (random() < 0.95) links.push({ from: key(index), port: 'next', to: target(index) });
      if (random() < 0.4) links.push({ from: key(index), port: 'onError', to: target(index) });
    }
  }
  const guardrails = Array.from({ length: Math.floor(random() * 11) }, (_, index) => ({
    key: `guardrail:g${index}`,
    lead: 0,
    ...shapeOf('guardrail', false, [], true),
  }));
  const ties = guardrails.flatMap((guardrail) =>
    Array.from({ length: Math.floor(random() * 4) }, () => ({
      guardrail: guardrail.key,
      target: key(Math.floor(random() * count)),
    })),
  );
  return { nodes, lane: guardrails, links, ties };
}

async function laidOut(graph: LayoutGraph) {
  const positions = await layoutGraph(elk, graph);
  const rects = new Map<string, Rect>();
  for (const node of [...graph.nodes, ...graph.lane])
    rects.set(node.key, { ...node, ...positions.get(node.key)! });
  return { positions, rects };
}

function routables(graph: LayoutGraph, rects: ReadonlyMap<string, Rect>): Routable[] {
  const order = [...rects.keys()];
  const shapes = new Map(graph.nodes.map((node) => [node.key, node]));
  return graph.links.map((link, index) => {
    const from = rects.get(link.from)!;
    const to = rects.get(link.to)!;
    const port = shapes.get(link.from)!.ports.find(({ id }) => id === link.port)!;
    return {
      key: String(index),
      from: { x: from.x + from.width, y: from.y + port.y },
      to: { x: to.x, y: to.y + shapes.get(link.to)!.inY },
      source: order.indexOf(link.from),
      target: order.indexOf(link.to),
    };
  });
}

describe('automatic layout', () => {
  test('leaves no two nodes of 50 random procedures on top of each other, and no link across a node', async () => {
    let routes = 0;
    let acrossNodes = 0;
    for (let seed = 1; seed <= 50; seed += 1) {
      const graph = randomGraph(seed);
      const { rects } = await laidOut(graph);
      const all = [...rects];
      for (const [index, [key, rect]] of all.entries()) {
        for (const [other, against] of all.slice(index + 1)) {
          expect(overlaps(rect, against, 12), `seed ${seed}: ${key} and ${other}`).toBe(false);
        }
      }
      const order = [...rects.values()];
      const obstacles = new Obstacles(order, 0);
      const links = routables(graph, rects);
      for (const [key, points] of routeLinks(order, links)) {
        const link = links[Number(key)]!;
        routes += 1;
        const hit = points.slice(1).some((point, index) => {
          const before = points[index]!;
          const except = [
            ...(index === 0 ? [link.source] : []),
            ...(index === points.length - 2 ? [link.target] : []),
          ];
          return obstacles.hits(before.x, before.y, point.x, point.y, except) > 0;
        });
        if (hit) acrossNodes += 1;
      }
    }
    console.info(`${routes} links routed, ${acrossNodes} across a node`);
    expect(routes).toBeGreaterThan(1000);
    expect(acrossNodes).toBe(0);
  }, 240_000);

  test('draws the usual way straight on and branches in their order from top to bottom', async () => {
    const decision = shapeOf('decision', false, ['branch:0', 'branch:1', 'otherwise'], false);
    const step = shapeOf('message', true, [], true);
    const end = shapeOf('end', false, [], true);
    const graph: LayoutGraph = {
      nodes: [
        { key: 'd', lead: 96, ...decision },
        { key: 'deny', lead: 0, ...end },
        { key: 'person', lead: 0, ...end },
        { key: 'go', lead: 0, ...step },
        { key: 'done', lead: 0, ...end },
      ],
      lane: [],
      links: [
        { from: 'd', port: 'branch:0', to: 'deny' },
        { from: 'd', port: 'branch:1', to: 'person' },
        { from: 'd', port: 'otherwise', to: 'go' },
        { from: 'go', port: 'next', to: 'done' },
      ],
      ties: [],
    };
    expect([...usualLinks(graph, graph.links)].map((link) => link.port)).toEqual(['otherwise', 'next']);
    const { positions } = await laidOut(graph);
    const y = (key: string) => positions.get(key)!.y;
    expect(y('deny')).toBeLessThan(y('person'));
    expect(y('person')).toBeLessThan(y('go'));
    expect(y('go') + step.inY).toBe(y('d') + decision.ports.at(-1)!.y);
    expect(y('done') + end.inY).toBe(y('go') + step.inY);
  });

  test('lays the same graph out the same way twice', async () => {
    const graph = randomGraph(7);
    expect([...(await laidOut(graph)).positions]).toEqual([...(await laidOut(graph)).positions]);
  });

  test('places guardrails when there is no step yet', async () => {
    const guardrail = { key: 'guardrail:a', lead: 0, ...shapeOf('guardrail', false, [], true) };
    const { positions } = await laidOut({ nodes: [], lane: [guardrail], links: [], ties: [] });
    expect(positions.size).toBe(1);
    expect(Number.isFinite(positions.get('guardrail:a')!.y)).toBe(true);
  });
});
