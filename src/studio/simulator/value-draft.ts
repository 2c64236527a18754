import { parse, stringify } from 'yaml';
import { readValue } from '../../condition/coerce.ts';
import type { ValueType } from '../../condition/type.ts';

/** What a person has typed for a fact. Nothing typed is *unknown*; an empty text is typed as `""`. */
export type ValueDraft = string;

export type DraftReading =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly message: string };

/** How a value of the type is asked for. */
export type DraftControl = 'switch' | 'choice' | 'line' | 'lines';

export function draftControl(type: ValueType): DraftControl {
  if (type.kind === 'boolean') return 'switch';
  if (type.kind === 'string' && type.enum && type.enum.length > 0) return 'choice';
  return isPlain(type) || (type.kind === 'list' && isPlain(type.items)) ? 'line' : 'lines';
}

function isPlain(type: ValueType): boolean {
  return ['string', 'number', 'boolean', 'timestamp', 'duration', 'null'].includes(type.kind);
}

export function draftOf(type: ValueType, json: unknown): ValueDraft {
  if (json === undefined) return '';
  if (json === null) return type.nullable ? 'null' : '';
  if (typeof json === 'string' && type.kind !== 'dynamic') return json === '' ? '""' : json;
  if (Array.isArray(json) && json.length === 0) return '[]';
  if (Array.isArray(json) && type.kind === 'list' && json.every(isBareItem)) return json.join(', ');
  if (typeof json !== 'object') return String(json);
  return stringify(json, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
}

/** An item that reads back as itself between commas. */
function isBareItem(item: unknown): boolean {
  return typeof item === 'string'
    ? /^[^\s,[\]{}'"#&*!|>%@`][^,[\]{}'"#]*$/.test(item) && item === item.trim()
    : typeof item === 'number';
}

/** Reads what was typed as JSON of the declared type: lists also between bare commas, the rest as YAML or JSON. */
export function readDraft(type: ValueType, draft: ValueDraft): DraftReading {
  if (draft.trim() === '') return { ok: true, json: undefined };
  const json = parseDraft(type, draft);
  if (!json.ok) return json;
  const value = readValue(type, json.json);
  return value.ok ? json : { ok: false, message: value.message };
}

function parseDraft(type: ValueType, draft: string): DraftReading {
  const text = draft.trim();
  if (text === 'null' && type.nullable) return { ok: true, json: null };
  switch (type.kind) {
    case 'string':
      return { ok: true, json: text === '""' ? '' : draft };
    case 'timestamp':
    case 'duration':
      return { ok: true, json: text };
    case 'number':
      return text === '' || Number.isNaN(Number(text))
        ? { ok: false, message: 'Write a number, such as 12.5.' }
        : { ok: true, json: Number(text) };
    case 'boolean':
      if (/^(true|yes)$/i.test(text)) return { ok: true, json: true };
      if (/^(false|no)$/i.test(text)) return { ok: true, json: false };
      return { ok: false, message: 'Choose yes or no.' };
    case 'list':
      return text.startsWith('[') || !isPlain(type.items) ? parseYaml(text) : parseItems(type.items, text);
    default:
      return parseYaml(text);
  }
}

function parseItems(type: ValueType, text: string): DraftReading {
  const items: unknown[] = [];
  for (const part of text.split(',').map((item) => item.trim())) {
    if (part === '') continue;
    const item = parseDraft(type, part);
    if (!item.ok) return item;
    items.push(item.json);
  }
  return { ok: true, json: items };
}

function parseYaml(text: string): DraftReading {
  try {
    return { ok: true, json: parse(text) as unknown };
  } catch {
    return {
      ok: false,
      message: 'This is not complete yet: write it as in YAML, such as [a, b] or { id: 1 }.',
    };
  }
}

/** What to write in an empty input of the type. */
export function draftExample(type: ValueType): string {
  switch (type.kind) {
    case 'number':
      return type.minimum !== undefined && type.maximum !== undefined
        ? `${type.minimum} to ${type.maximum}`
        : '0';
    case 'timestamp':
      return '2026-05-04T09:30:00Z';
    case 'duration':
      return '24h';
    case 'list':
      return isPlain(type.items) ? 'one, two' : '[{ … }]';
    case 'map':
    case 'object':
      return '{ name: value }';
    default:
      return '';
  }
}
