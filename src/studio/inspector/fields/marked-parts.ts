export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
}

export interface MarkedPart {
  readonly from: number;
  readonly text: string;
  readonly mark: Mark['severity'] | undefined;
}

/** A text cut where marks begin and end; where marks overlap the first counts. An empty mark takes a neighbour. */
export function markedParts(text: string, marks: readonly Mark[]): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  const push = (to: number, mark: MarkedPart['mark']) => {
    if (to > at) parts.push({ from: at, text: text.slice(at, to), mark });
    at = Math.max(at, to);
  };
  for (const { from, to, severity } of [...marks].sort((a, b) => a.from - b.from)) {
    const end = Math.min(text.length, Math.max(to, from + 1));
    const start = Math.min(from, Math.max(0, end - 1));
    push(Math.max(start, at), undefined);
    push(end, severity);
  }
  push(text.length, undefined);
  return parts;
}
