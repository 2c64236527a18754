import type { Wording } from '../model.ts';

/**
 * Reads one map of the text key by key, whatever stands there: what has the wrong type reads as absent (the schema
 * reports it). `Key` is the schema's own key set, so that a key that the format does not have cannot be read.
 */
export class Fields<Key extends string> {
  readonly #data: ReadonlyMap<string, unknown>;

  constructor(data: unknown) {
    this.#data = isMap(data) ? data : emptyMap;
  }

  raw(key: Key): unknown {
    return this.#data.get(key);
  }

  text(key: Key): string | undefined {
    const value = this.#data.get(key);
    return typeof value === 'string' ? value : undefined;
  }

  /** CEL; a bare number or boolean is CEL as well. */
  expression(key: Key): string | undefined {
    return readExpression(this.#data.get(key));
  }

  count(key: Key): number | undefined {
    const value = this.#data.get(key);
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
  }

  number(key: Key): number | undefined {
    const value = this.#data.get(key);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  oneOf<Choice extends string>(key: Key, choices: readonly Choice[]): Choice | undefined {
    const value = this.#data.get(key);
    return choices.find((choice) => choice === value);
  }

  wording(key: Key): Wording | undefined {
    const value = this.#data.get(key);
    if (typeof value === 'string') return value;
    return isMap(value) ? this.textMap(key) : undefined;
  }

  /** Indices stay those of the text: an item that is no text becomes the text that it looks like, or `''`. */
  texts(key: Key): readonly string[] {
    const value = this.#data.get(key);
    if (!Array.isArray(value)) return none;
    return value.map((item: unknown) => readExpression(item) ?? '');
  }

  list(key: Key): readonly unknown[] {
    const value = this.#data.get(key);
    return Array.isArray(value) ? value : none;
  }

  /** By name; what cannot be read as CEL is `''`. */
  expressions(key: Key): ReadonlyMap<string, string> {
    const expressions = new Map<string, string>();
    for (const [name, value] of this.map(key)) expressions.set(name, readExpression(value) ?? '');
    return expressions;
  }

  /** By name; what is no text is left out. */
  textMap(key: Key): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (const [name, value] of this.map(key)) if (typeof value === 'string') texts.set(name, value);
    return texts;
  }

  map(key: Key): ReadonlyMap<string, unknown> {
    const value = this.#data.get(key);
    return isMap(value) ? value : emptyMap;
  }
}

export function isMap(data: unknown): data is ReadonlyMap<string, unknown> {
  return data instanceof Map;
}

export function readExpression(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

const emptyMap: ReadonlyMap<string, unknown> = new Map();
const none: readonly never[] = [];
