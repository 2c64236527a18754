import { noteTones, type Note, type Section } from './arrangement.ts';
import type { Position } from './arrangement.ts';

const heading = '# Positions on the canvas. The studio takes these lines out again when it imports the file.';
const number = String.raw`(-?\d+(?:\.\d+)?)`;
const positionLine = new RegExp(`^#@ ((?:step|guardrail):.*) ${number} ${number}$`);
const noteLine = new RegExp(`^#@ note (\\S+) ${number} ${number} ${number} ${number} (\\w+) (".*")$`);
const sectionLine = /^#@ section (\S+) (open|collapsed) (\[.*\])$/;

/** What stands on the canvas beside the text. */
export interface Arranged {
  readonly positions: ReadonlyMap<string, Position>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly sections: ReadonlyMap<string, Section>;
}

/** The text with positions, notes and sections behind it, as comments; `takePositions` gives back what was put in. */
export function appendPositions(text: string, arranged: Partial<Arranged>): string {
  const { positions = new Map(), notes = new Map(), sections = new Map() } = arranged;
  const lines = [
    ...[...positions]
      .filter(([key]) => !/[\r\n]/.test(key))
      .map(([key, { x, y }]) => `#@ ${key} ${Math.round(x)} ${Math.round(y)}`),
    ...[...notes].map(
      ([id, { x, y, width, height, tone, text: words }]) =>
        `#@ note ${id} ${[x, y, width, height].map(Math.round).join(' ')} ${tone} ${onOneLine(words)}`,
    ),
    ...[...sections].map(
      ([id, { title, collapsed, members }]) =>
        `#@ section ${id} ${collapsed ? 'collapsed' : 'open'} ${onOneLine([title, ...members])}`,
    ),
  ];
  if (lines.length === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return [text, heading, ...lines, ''].join(eol);
}

/** Parts what stands on a file's canvas from its text. */
export function takePositions(file: string): Arranged & { readonly text: string } {
  const start = file.lastIndexOf(heading);
  const before = file.slice(0, Math.max(start, 0));
  const nothing = { positions: new Map(), notes: new Map(), sections: new Map() };
  if (start < 0 || !/\r?\n$/.test(before)) return { text: file, ...nothing };
  const positions = new Map<string, Position>();
  const notes = new Map<string, Note>();
  const sections = new Map<string, Section>();
  for (const row of file.slice(start + heading.length).split(/\r?\n/)) {
    if (row === '') continue;
    const position = positionLine.exec(row);
    const note = position ? undefined : noteIn(row);
    const section = position || note ? undefined : sectionIn(row);
    if (position?.[1] !== undefined)
      positions.set(position[1], { x: Number(position[2]), y: Number(position[3]) });
    else if (note) notes.set(...note);
    else if (section) sections.set(...section);
    else return { text: file, ...nothing };
  }
  return { text: before.replace(/\r?\n$/, ''), positions, notes, sections };
}

function noteIn(row: string): readonly [string, Note] | undefined {
  const [, id, x, y, width, height, word, words] = noteLine.exec(row) ?? [];
  const tone = noteTones.find((each) => each === word);
  const text = words === undefined ? undefined : parsed(words);
  if (id === undefined || tone === undefined || typeof text !== 'string') return undefined;
  return [id, { text, x: Number(x), y: Number(y), width: Number(width), height: Number(height), tone }];
}

function sectionIn(row: string): readonly [string, Section] | undefined {
  const [, id, state, list] = sectionLine.exec(row) ?? [];
  const words = list === undefined ? undefined : parsed(list);
  if (id === undefined || !Array.isArray(words) || words.some((word) => typeof word !== 'string'))
    return undefined;
  const [title = '', ...members] = words as string[];
  return [id, { title, members, collapsed: state === 'collapsed' }];
}

/** JSON, with the line ends that JSON lets stand and YAML takes for ends of the comment. */
function onOneLine(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u0085\u2028\u2029]/g,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
