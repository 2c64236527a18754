const cut = 12;

/** A decision's silhouette: cut at the corners. Borders cannot do that, so it is drawn. */
export function DecisionOutline({ width, height }: { readonly width: number; readonly height: number }) {
  const [right, bottom] = [width - 0.5, height - 0.5];
  const path =
    `M${cut} 0.5H${right - cut}L${right} ${cut}V${bottom - cut}L${right - cut} ${bottom}` +
    `H${cut}L0.5 ${bottom - cut}V${cut}Z`;
  return (
    <svg className="decision-outline" width={width} height={height} aria-hidden>
      <path d={path} />
    </svg>
  );
}
