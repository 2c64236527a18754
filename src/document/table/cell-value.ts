import { cellItems, isAnything } from './cell-list.ts';

/** A cell's text as the value that stands for it in the text of the procedure. */
export function cellValue(text: string): unknown {
  if (isAnything(text)) return '-';
  const items = cellItems(text);
  return items ? items.map((item) => scalarValue(item.text)) : scalarValue(text.trim());
}

function scalarValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,14})?$/.test(text) && String(Number(text)) === text
    ? Number(text)
    : text;
}
