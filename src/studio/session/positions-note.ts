import type { Position } from './procedure-doc.ts';

const heading = '# Positions on the canvas. The studio takes these lines out again when it imports the file.';
const line = /^#@ ((?:step|guardrail):.*) (-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)$/;

/** The text with positions behind it, as comments; `takePositions` gives back exactly what was put in. */
export function appendPositions(text: string, positions: ReadonlyMap<string, Position>): string {
  const writable = [...positions].filter(([key]) => !/[\r\n]/.test(key));
  if (writable.length === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = writable.map(([key, { x, y }]) => `#@ ${key} ${Math.round(x)} ${Math.round(y)}`);
  return [text, heading, ...lines, ''].join(eol);
}

/** Parts a file's positions from its text. */
export function takePositions(file: string): {
  readonly text: string;
  readonly positions: ReadonlyMap<string, Position>;
} {
  const positions = new Map<string, Position>();
  const start = file.lastIndexOf(heading);
  const before = file.slice(0, Math.max(start, 0));
  if (start < 0 || !/\r?\n$/.test(before)) return { text: file, positions };
  for (const row of file.slice(start + heading.length).split(/\r?\n/)) {
    if (row === '') continue;
    const found = line.exec(row);
    if (found?.[1] === undefined) return { text: file, positions: new Map() };
    positions.set(found[1], { x: Number(found[2]), y: Number(found[3]) });
  }
  return { text: before.replace(/\r?\n$/, ''), positions };
}
