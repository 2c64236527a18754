/** A stretch of a text, with the offset at which it begins. */
export interface Stretch {
  readonly text: string;
  readonly at: number;
}

/**
 * Cuts a CEL text at a separator where it stands outside of quotes and brackets. Unclosed quotes and brackets reach to
 * the end; nothing is ever lost.
 */
export function splitTopLevel({ text, at }: Stretch, separator: '&&' | '||' | ','): readonly Stretch[] {
  const parts: Stretch[] = [];
  let from = 0;
  for (const index of topLevelOffsets(text)) {
    if (index < from || !text.startsWith(separator, index)) continue;
    parts.push({ text: text.slice(from, index), at: at + from });
    from = index + separator.length;
  }
  parts.push({ text: text.slice(from), at: at + from });
  return parts;
}

/** Without the blanks around it. */
export function trimmed({ text, at }: Stretch): Stretch {
  const start = text.length - text.trimStart().length;
  return { text: text.trim(), at: at + start };
}

function* topLevelOffsets(text: string): Generator<number> {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"' || character === "'") {
      index = closingQuote(text, index);
      continue;
    }
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth === 0) yield index;
  }
}

function closingQuote(text: string, open: number): number {
  for (let index = open + 1; index < text.length; index += 1) {
    if (text.charAt(index) === '\\') index += 1;
    else if (text.charAt(index) === text.charAt(open)) return index;
  }
  return text.length;
}
