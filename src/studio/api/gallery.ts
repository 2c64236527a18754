import type { StepKind } from '../../document/model.ts';

/** The finished procedures that come with the studio, by their own ids; each has a folder of that name. */
export const galleryIds = [
  'order-support',
  'refund',
  'account-access',
  'appointment',
  'bank-fraud-report',
] as const;

export type GalleryId = (typeof galleryIds)[number];

export interface GalleryProcedure {
  readonly text: string;
  /** Sample contacts, YAML. */
  readonly contacts: string;
}

/** What is told of a finished procedure before it is opened. Made from its files (npm run schema). */
export interface GalleryEntry {
  readonly id: GalleryId;
  readonly title: string;
  readonly description: string;
  readonly intents: number;
  readonly locales: readonly string[];
  readonly steps: number;
  readonly escalations: number;
  readonly guardrails: number;
  readonly contacts: number;
  readonly silhouette: Silhouette;
}

/** A flow without words. Units are those of its width and height. */
export interface Silhouette {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SilhouetteNode[];
  /** From x, y, to x, y. */
  readonly lines: readonly (readonly number[])[];
}

export interface SilhouetteNode {
  readonly kind: StepKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function isInGallery(sopId: string): sopId is GalleryId {
  return galleryIds.some((id) => id === sopId);
}

const examples = (): string => `${import.meta.env.BASE_URL}examples/`;

export async function fetchGallery(): Promise<readonly GalleryEntry[]> {
  return (await fetchFound(`${examples()}gallery.json`)).json();
}

export async function fetchFromGallery(sopId: string): Promise<GalleryProcedure> {
  const folder = `${examples()}${encodeURIComponent(sopId)}/`;
  const [text, contacts] = await Promise.all([
    fetchText(`${folder}procedure.yaml`),
    fetchText(`${folder}contacts.yaml`),
  ]);
  return { text, contacts };
}

async function fetchText(address: string): Promise<string> {
  return (await fetchFound(address)).text();
}

async function fetchFound(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The example could not be loaded (${response.status}).`);
  return response;
}
