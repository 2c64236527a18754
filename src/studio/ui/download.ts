/** Hands a text to the browser's downloads, byte for byte. */
export function downloadText(name: string, text: string, type = 'application/yaml'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file name from a title: letters and digits of any language, joined by hyphens. */
export function fileName(title: string, extension: string): string {
  const stem = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${stem === '' ? 'procedure' : stem}.${extension}`;
}
