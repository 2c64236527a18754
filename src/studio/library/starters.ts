/** An empty procedure: valid, and nothing to delete before the first step. */
export function emptyProcedure(title: string): string {
  return `sop: 1\nid: untitled\ntitle: ${title}\n`;
}
