import type { Silhouette, SilhouetteNode } from '../api/gallery.ts';

const fills: Readonly<Record<SilhouetteNode['kind'], string>> = {
  message: 'fill-message-line',
  question: 'fill-question-line',
  action: 'fill-action-line',
  decision: 'fill-decision-line',
  procedure: 'fill-procedure-line',
  escalation: 'fill-escalation-line',
  end: 'fill-end-line',
};

/** A procedure's flow without words: each kind of step in its shape and colour. A picture, told to nobody. */
export function FlowSilhouette({ silhouette }: { readonly silhouette: Silhouette }) {
  const { width, height, nodes, lines } = silhouette;
  return (
    <svg
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      preserveAspectRatio="xMidYMid meet"
      className="size-full"
      aria-hidden
    >
      <g className="fill-none stroke-line-control opacity-45" strokeWidth={0.8}>
        {lines.map((line, index) => (
          <path key={index} d={curveOf(line)} />
        ))}
      </g>
      {nodes.map((node, index) => (
        <NodeShape key={index} node={node} />
      ))}
    </svg>
  );
}

function curveOf([fromX = 0, fromY = 0, toX = 0, toY = 0]: readonly number[]): string {
  const bend = Math.max(6, Math.abs(toX - fromX) / 2);
  return `M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}`;
}

function NodeShape({ node }: { readonly node: SilhouetteNode }) {
  const { kind, x, y, width, height } = node;
  if (kind === 'decision') {
    const cut = height / 3;
    const points = [
      [x + cut, y],
      [x + width - cut, y],
      [x + width, y + cut],
      [x + width, y + height - cut],
      [x + width - cut, y + height],
      [x + cut, y + height],
      [x, y + height - cut],
      [x, y + cut],
    ];
    return <polygon points={points.join(' ')} className={fills[kind]} />;
  }
  const radius = kind === 'end' || kind === 'question' ? height / 2 : 2;
  return <rect x={x} y={y} width={width} height={height} rx={radius} className={fills[kind]} />;
}
