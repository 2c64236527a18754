/** A piece of CEL as it can stand within a YAML scalar that begins with `quote`. */
export function withinQuotes(insert: string, quote: string): string {
  if (quote === "'") return insert.replaceAll("'", "''");
  if (quote !== '"' || !insert.includes('"')) return insert;
  return /^"[^"'\\]*"$/.test(insert)
    ? `'${insert.slice(1, -1)}'`
    : insert.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
