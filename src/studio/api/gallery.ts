/** The finished procedures that come with the studio, by their own ids; each has a folder of that name. */
export const galleryIds = ['order-support', 'refund', 'account-access', 'appointment', 'bank-fraud-report'] as const;

export interface GalleryProcedure {
  readonly text: string;
  /** Sample contacts, YAML. */
  readonly contacts: string;
}

export function isInGallery(sopId: string): boolean {
  return galleryIds.some((id) => id === sopId);
}

export async function fetchFromGallery(sopId: string): Promise<GalleryProcedure> {
  const folder = `${import.meta.env.BASE_URL}examples/${encodeURIComponent(sopId)}/`;
  const [text, contacts] = await Promise.all([
    fetchText(`${folder}procedure.yaml`),
    fetchText(`${folder}contacts.yaml`),
  ]);
  return { text, contacts };
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The example could not be loaded (${response.status}).`);
  return response.text();
}
