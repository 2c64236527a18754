import { linksOf } from '../../src/document/graph.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { appendPositions } from '../../src/studio/session/positions-note.ts';
import { bigProcedure } from '../../src/testing/big-procedure.ts';
import type { Picture } from './bare-window.ts';

/** Apart enough that no node of ours covers another. */
const column = 336;
const row = 216;

/** A procedure of `size` steps drawn row by row: the text that the studio imports, and the same as a bare graph. */
export interface BigPicture {
  readonly text: string;
  readonly picture: Picture;
}

export function bigPicture(size: number): BigPicture {
  const text = bigProcedure(size);
  const { procedure } = parseDocument(text);
  const perRow = Math.ceil(Math.sqrt(procedure.steps.size));
  const nodes = [...procedure.steps.keys()].map((id, index) => ({
    id: `step:${id}`,
    x: (index % perRow) * column,
    y: Math.floor(index / perRow) * row,
  }));
  const links = linksOf(procedure).flatMap(({ link, target }) =>
    link.from === undefined ? [] : [{ source: `step:${link.from}`, target: `step:${target}` }],
  );
  const positions = new Map(nodes.map(({ id, x, y }) => [id, { x, y }] as const));
  return { text: appendPositions(text, { positions }), picture: { nodes, links } };
}
