import type { Highlight } from '../session/view-state.ts';
import type { Connection, Tie } from './canvas-connections.ts';
import { inPort, tiedPort, tiePort } from './flow-nodes.ts';
import type { FlowEdge, Light, LinkEdge, TieEdge } from './flow-types.ts';
import type { Point } from './routing/route-links.ts';
import { stepIdOf } from './element-key.ts';

interface LinkInput {
  readonly connection: Connection;
  readonly points: readonly Point[];
  readonly selected: boolean;
  readonly highlight: Highlight;
}

export function linkEdge(input: LinkInput, before: FlowEdge | undefined): LinkEdge {
  const { connection, points, selected, highlight } = input;
  const light = lightOfLink(connection.key, highlight);
  const known = before?.type === 'link' ? before : undefined;
  const sameData =
    known?.data !== undefined &&
    known.data.points === points &&
    known.data.light === light &&
    sameConnection(known.data.connection, connection);
  if (sameData && known.selected === selected) return known;
  const target = stepIdOf(connection.target) ?? connection.target;
  const from = connection.link.from ?? 'Start';
  return {
    id: connection.key,
    type: 'link',
    source: connection.source,
    sourceHandle: connection.port,
    target: connection.target,
    targetHandle: inPort,
    data: sameData ? known.data! : { connection, points, light },
    selected,
    // Its ends can be taken hold of even where other links arrive too.
    zIndex: selected ? 1 : 0,
    reconnectable:
      selected && connection.joined === undefined
        ? connection.link.from === undefined
          ? 'target'
          : true
        : false,
    ariaLabel:
      connection.label === ''
        ? `Link from ${from} to ${target}`
        : `Link from ${from}, ${connection.label}, to ${target}`,
  };
}

export function tieEdge(
  tie: Tie,
  ofSelected: boolean,
  selected: boolean,
  before: FlowEdge | undefined,
): TieEdge {
  const className = ofSelected ? 'tie-of-selected' : '';
  if (before?.type === 'tie' && before.className === className && before.selected === selected) return before;
  return {
    id: tie.key,
    type: 'tie',
    source: tie.guardrail,
    sourceHandle: tiePort,
    target: tie.target,
    targetHandle: tiedPort,
    className,
    selected,
    reconnectable: false,
    ariaLabel: `${tie.guardrail.replace(':', ' ')} governs ${stepIdOf(tie.target) ?? tie.target}`,
  };
}

function lightOfLink(key: string, highlight: Highlight): Light | undefined {
  if (highlight.links.size === 0 && highlight.steps.size === 0 && highlight.current === undefined)
    return undefined;
  return highlight.links.has(key) ? 'through' : 'off';
}

function sameConnection(a: Connection, b: Connection): boolean {
  return (
    a === b ||
    (a.key === b.key &&
      a.source === b.source &&
      a.port === b.port &&
      a.target === b.target &&
      a.label === b.label &&
      a.joined === b.joined)
  );
}
