import type { Position } from '../../session/procedure-session.ts';
import type { Point } from '../routing/route-links.ts';
import { draggedRoute, type FarLink, type FarNode, type FarPicture } from './far-picture.ts';
import type { Ink } from './ink.ts';

export interface Scene {
  readonly picture: FarPicture;
  readonly dragged: ReadonlyMap<string, Position>;
  /** Where nodes stand that are dragged. */
  readonly dropped: ReadonlyMap<string, Position>;
  readonly ink: Ink;
}

export interface Window {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** From this zoom on titles can be read, shapes told apart and arrow heads seen. */
export const readable = 0.2;

/**
 * Paints all nodes and links that lie in the window. Links are horizontal and vertical strokes and nodes rectangles,
 * so both are filled, on whole pixels: many times faster than stroking paths, and crisp.
 */
export function paint(context: CanvasRenderingContext2D, scene: Scene, window: Window): void {
  context.clearRect(0, 0, window.width, window.height);
  const { picture, dragged, ink } = scene;
  const close = window.zoom >= readable;
  for (const node of picture.nodes) if (node.look === 'frame') paintFrame(context, node, window, ink);
  paintTies(context, scene, window);
  const strong: (readonly Point[])[] = [];
  const thickness = close ? 1.5 : 1;
  for (const faded of [true, false]) {
    context.fillStyle = faded ? ink.faded : ink.link;
    for (const link of picture.links) {
      if (link.faded !== faded) continue;
      const points = routeNow(link, scene);
      if (link.strong) strong.push(points);
      else paintRoute(context, points, window, thickness, close);
    }
  }
  context.fillStyle = ink.accent;
  for (const points of strong) paintRoute(context, points, window, thickness + 1, close);
  for (const node of picture.nodes) {
    if (node.look === 'frame' || dragged.has(node.id)) continue;
    paintNode(context, node, window, ink, close);
  }
}

function routeNow(link: FarLink, { dragged, dropped }: Scene): readonly Point[] {
  return dragged.size === 0 ? link.points : (draggedRoute(link, dragged, dropped) ?? link.points);
}

function paintRoute(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  { x, y, zoom, width, height }: Window,
  thickness: number,
  withHead: boolean,
): void {
  const half = thickness / 2;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1]!, points[index]!];
    const left = Math.round(Math.min(a.x, b.x) * zoom + x - half);
    const top = Math.round(Math.min(a.y, b.y) * zoom + y - half);
    const right = Math.max(a.x, b.x) * zoom + x + half;
    const bottom = Math.max(a.y, b.y) * zoom + y + half;
    if (right < 0 || bottom < 0 || left > width || top > height) continue;
    context.fillRect(
      left,
      top,
      Math.max(thickness, Math.round(right) - left),
      Math.max(thickness, Math.round(bottom) - top),
    );
  }
  const end = points.at(-1);
  if (!withHead || !end) return;
  const [tipX, tipY] = [end.x * zoom + x, end.y * zoom + y];
  if (tipX < 0 || tipY < 0 || tipX > width || tipY > height) return;
  context.beginPath();
  context.moveTo(tipX, tipY);
  context.lineTo(tipX - 5, tipY - 3);
  context.lineTo(tipX - 5, tipY + 3);
  context.fill();
}

function paintTies(context: CanvasRenderingContext2D, { picture, ink }: Scene, { x, y, zoom }: Window): void {
  if (picture.ties.length === 0) return;
  context.strokeStyle = ink.tie;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  for (const { from, to } of picture.ties) {
    context.moveTo(from.x * zoom + x, from.y * zoom + y);
    context.lineTo(to.x * zoom + x, to.y * zoom + y);
  }
  context.stroke();
  context.setLineDash([]);
}

function paintFrame(
  context: CanvasRenderingContext2D,
  node: FarNode,
  { x, y, zoom }: Window,
  { frame, text, font }: Ink,
): void {
  const [left, top] = [Math.round(node.x * zoom + x), Math.round(node.y * zoom + y)];
  context.fillStyle = frame;
  context.fillRect(left, top, node.width * zoom, node.height * zoom);
  context.fillStyle = text;
  context.font = `600 12px ${font}`;
  context.textBaseline = 'bottom';
  context.fillText(node.title, left, top - 2, Math.max(40, node.width * zoom));
}

function paintNode(
  context: CanvasRenderingContext2D,
  node: FarNode,
  { x, y, zoom, width: viewWidth, height: viewHeight }: Window,
  ink: Ink,
  close: boolean,
): void {
  const left = Math.round(node.x * zoom + x);
  const top = Math.round(node.y * zoom + y);
  const width = Math.max(2, Math.round((node.x + node.width) * zoom + x) - left);
  const height = Math.max(2, Math.round((node.y + node.height) * zoom + y) - top);
  if (left + width < 0 || top + height < 0 || left > viewWidth || top > viewHeight) return;
  const { line, soft } = ink.looks[node.look];
  const outline = node.light === 'off' ? ink.faded : line;
  if (close) {
    context.beginPath();
    silhouette(context, node.look, left, top, width, height);
    context.fillStyle = node.light === 'off' ? ink.canvas : soft;
    context.fill();
    context.strokeStyle = outline;
    context.lineWidth = 1;
    context.stroke();
    paintTitle(context, node, left, top, width, height, zoom, ink);
  } else {
    context.fillStyle = outline;
    context.fillRect(left, top, width, height);
  }
  if (node.found || node.light === 'on') {
    context.strokeStyle = ink.accent;
    context.lineWidth = 2;
    context.strokeRect(left - 2, top - 2, width + 4, height + 4);
  }
  if (node.problem) {
    context.fillStyle = node.problem === 'error' ? ink.error : ink.warning;
    const size = close ? 7 : 4;
    context.fillRect(left + width - size, top, size, size);
  }
}

/** Each kind's own, as near to it as a few pixels allow. */
function silhouette(
  context: CanvasRenderingContext2D,
  look: FarNode['look'],
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const cut = Math.min(4, height / 3);
  if (look === 'end' || look === 'start') context.roundRect(x, y, width, height, height / 2);
  else if (look === 'decision') {
    context.moveTo(x + cut, y);
    context.lineTo(x + width - cut, y);
    context.lineTo(x + width, y + cut);
    context.lineTo(x + width, y + height - cut);
    context.lineTo(x + width - cut, y + height);
    context.lineTo(x + cut, y + height);
    context.lineTo(x, y + height - cut);
    context.lineTo(x, y + cut);
    context.closePath();
  } else context.roundRect(x, y, width, height, look.startsWith('note') ? 0 : 2);
}

const titles = new WeakMap<FarNode, readonly string[]>();

function paintTitle(
  context: CanvasRenderingContext2D,
  node: FarNode,
  left: number,
  top: number,
  width: number,
  height: number,
  zoom: number,
  { text, faded, font }: Ink,
): void {
  const size = 34 * zoom;
  context.font = `600 ${size}px ${font}`;
  context.textBaseline = 'middle';
  let lines = titles.get(node);
  if (!lines) titles.set(node, (lines = wrapped(context, node.title, (node.width - 24) * zoom)));
  context.fillStyle = node.light === 'off' ? faded : text;
  const pitch = size * 1.1;
  const room = Math.max(1, Math.floor(height / pitch));
  const shown = lines.slice(0, room);
  const first = top + height / 2 - ((shown.length - 1) * pitch) / 2;
  for (const [index, line] of shown.entries())
    context.fillText(line, left + 12 * zoom, first + index * pitch, width - 16 * zoom);
}

/** At most two lines; what has no room is cut with an ellipsis. */
function wrapped(context: CanvasRenderingContext2D, title: string, width: number): readonly string[] {
  const fits = (text: string): boolean => context.measureText(text).width <= width;
  if (fits(title)) return [title];
  const words = title.split(/\s+/);
  let first = words.shift() ?? '';
  while (words.length > 0 && fits(`${first} ${words[0]!}`)) first += ` ${words.shift()!}`;
  return [cut(first, fits), ...(words.length > 0 ? [cut(words.join(' '), fits)] : [])];
}

function cut(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  let end = text.length;
  while (end > 1 && !fits(`${text.slice(0, end)}…`)) end -= 1;
  return `${text.slice(0, end)}…`;
}
