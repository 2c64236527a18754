// What the library shows of each finished procedure before it is opened, its silhouette included.
import { readFileSync } from 'node:fs';
import { linksOf, type PlacedLink } from '../src/document/graph.ts';
import type { Procedure } from '../src/document/model.ts';
import { parseDocument } from '../src/document/parse.ts';
import { parseContacts } from '../src/engine/contacts/parse-contacts.ts';
import { galleryIds, type GalleryEntry, type GalleryId, type Silhouette } from '../src/studio/api/gallery.ts';

export function galleryIndex(): readonly GalleryEntry[] {
  return galleryIds.map(entryOf);
}

function entryOf(id: GalleryId): GalleryEntry {
  const folder = `public/examples/${id}`;
  const { procedure } = parseDocument(readFileSync(`${folder}/procedure.yaml`, 'utf8'));
  const { contacts } = parseContacts(readFileSync(`${folder}/contacts.yaml`, 'utf8'), 'yaml');
  const { title, description = '', scope, steps, guardrails } = procedure;
  return {
    id,
    title,
    description,
    intents: scope.intents.length,
    locales: scope.locales,
    steps: steps.size,
    escalations: [...steps.values()].filter(({ kind }) => kind === 'escalation').length,
    guardrails: guardrails.size,
    contacts: contacts.length,
    silhouette: silhouetteOf(procedure),
  };
}

const width = 300;
const height = 110;

/** Columns by distance from the start; in each the steps by where their predecessors stand. */
function silhouetteOf({ start = '', steps, ...rest }: Procedure): Silhouette {
  const links = linksOf({ start, steps, ...rest }).filter(({ link }) => link.slot !== 'start');
  const columns = columnsOf(start, [...steps.keys()], links);
  const pitch = width / columns.length;
  const rows = Math.max(...columns.map(({ length }) => length));
  const size = { width: Math.min(20, pitch * 0.6), height: Math.min(9, (height / rows) * 0.62) };
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  for (const [column, ids] of columns.entries()) {
    const wanted = new Map(ids.map((id) => [id, meanOf(links, id, places) ?? height / 2]));
    const sorted = ids.toSorted((a, b) => wanted.get(a)! - wanted.get(b)!);
    const row = Math.min(height / sorted.length, size.height * 2.1);
    for (const [index, id] of sorted.entries()) {
      places.set(id, { x: pitch * (column + 0.5), y: height / 2 + row * (index - (sorted.length - 1) / 2) });
    }
  }
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return {
    width,
    height,
    nodes: [...places].map(([id, { x, y }]) => ({
      kind: steps.get(id)?.kind ?? 'message',
      x: tenth(x - size.width / 2),
      y: tenth(y - size.height / 2),
      width: tenth(size.width),
      height: tenth(size.height),
    })),
    lines: links.flatMap(({ link, target }) => {
      const from = places.get(link.from ?? '');
      const to = places.get(target);
      // Ways back would cross the whole picture.
      if (from === undefined || to === undefined || to.x <= from.x) return [];
      return [[tenth(from.x + size.width / 2), tenth(from.y), tenth(to.x - size.width / 2), tenth(to.y)]];
    }),
  };
}

/** What triggers alone lead to stands in the middle, where it can be reached from everywhere. */
function columnsOf(
  start: string,
  ids: readonly string[],
  links: readonly PlacedLink[],
): readonly (readonly string[])[] {
  const distance = new Map([[start, 0]]);
  for (const id of distance.keys())
    for (const { link, target } of links)
      if (link.from === id && !distance.has(target)) distance.set(target, distance.get(id)! + 1);
  const last = Math.max(...distance.values());
  return Array.from({ length: last + 1 }, (_, column) =>
    ids.filter((id) => (distance.get(id) ?? Math.round(last / 2)) === column),
  );
}

function meanOf(
  links: readonly PlacedLink[],
  id: string,
  places: ReadonlyMap<string, { readonly y: number }>,
): number | undefined {
  const before = links.flatMap(({ link, target }) => {
    const place = target === id ? places.get(link.from ?? '') : undefined;
    return place === undefined ? [] : [place.y];
  });
  return before.length === 0 ? undefined : before.reduce((sum, y) => sum + y, 0) / before.length;
}
