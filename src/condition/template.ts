/** `from` and `to` span the expression's source within the text, without braces and white space around it. */
export type TemplatePart =
  | { readonly text: string }
  | { readonly source: string; readonly from: number; readonly to: number };

export interface Template {
  readonly parts: readonly TemplatePart[];
}

/** Texts with `{{ expression }}` in them. Braces that are never closed are text. */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{{', at);
    const close = open < 0 ? undefined : findClose(text, open + 2);
    if (close === undefined) break;
    if (open > at) parts.push({ text: text.slice(at, open) });
    const inner = text.slice(open + 2, close);
    const source = inner.trim();
    const from = open + 2 + (source === '' ? 0 : inner.length - inner.trimStart().length);
    parts.push({ source, from, to: from + source.length });
    at = close + 2;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return { parts };
}

/** Past texts in quotes and past map literals, which have braces of their own. */
function findClose(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' || character === "'") {
      const end = endOfQuoted(text, at);
      if (end !== undefined) at = end;
    } else if (character === '{') depth += 1;
    else if (character === '}') {
      if (depth === 0) return text[at + 1] === '}' ? at : undefined;
      depth -= 1;
    }
  }
  return undefined;
}

function endOfQuoted(text: string, start: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
    else if (text[at] === '\n') return undefined;
  }
  return undefined;
}
