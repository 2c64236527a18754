/** An empty procedure: valid, and nothing to delete before the first step. */
export function emptyProcedure(title: string): string {
  return `sop: 1\nid: untitled\ntitle: ${title}\n`;
}

export interface Example {
  readonly text: string;
  readonly contacts: string;
}

/** The finished procedure that comes with the studio, with its sample contacts. */
export async function fetchExample(): Promise<Example> {
  const folder = `${import.meta.env.BASE_URL}examples/order-support/`;
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
