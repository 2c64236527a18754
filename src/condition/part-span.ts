import { prepareSource } from './prepare-source.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The ranges of source text that mean one part of an expression: first the part with the brackets that its own need
 * (a tree keeps no brackets, and a chain may begin inside one and end inside another), then with each pair around it.
 */
export function* spansOfPart(source: string, part: Span): Generator<Span> {
  const { brackets } = prepareSource(source);
  let { from, to } = part;
  for (let at = from; at < to; at += 1) {
    const partner = brackets.get(at);
    if (partner === undefined) continue;
    if (partner < from) {
      from = partner;
      at = from;
    }
    if (partner >= to) to = partner + 1;
  }
  for (;;) {
    yield { from, to };
    const before = source.slice(0, from).trimEnd();
    const closing = to + source.slice(to).length - source.slice(to).trimStart().length;
    const opening = before.length - 1;
    if (source.charAt(opening) !== '(' || brackets.get(opening) !== closing) return;
    // The bracket of a call belongs to the call.
    if (/[\w`]\s*$/.test(before.slice(0, -1)) && !/\bin\s*$/.test(before.slice(0, -1))) return;
    from = opening;
    to = closing + 1;
  }
}

/** With the brackets that its own need. */
export function spanOfPart(source: string, part: Span): Span {
  for (const span of spansOfPart(source, part)) return span;
  return part;
}

/** With all brackets that stand around nothing else. */
export function widestSpanOfPart(source: string, part: Span): Span {
  return [...spansOfPart(source, part)].at(-1) ?? part;
}
