/** `text` as a YAML scalar on one line, in the quotes that `written` has; quoted where YAML would read it otherwise. */
export function scalarLike(written: string, text: string): string {
  if (written.startsWith("'") && !/[\n\r]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if (written.startsWith('"') || !isPlain(text)) return JSON.stringify(text);
  return text;
}

/** Safe as a plain scalar in block and flow style alike; errs on the side of quotes. */
function isPlain(text: string): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_. /+-]*$/u.test(text) || text.endsWith(' ')) return false;
  return !/^(true|false|null|yes|no|on|off|y|n|\.nan|\.inf)$/i.test(text);
}
