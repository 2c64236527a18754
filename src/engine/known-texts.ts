import type { Environment } from '../condition/environment.ts';

/**
 * The texts that conditions compare with, each as one string object. Comparing two objects of equal content reads
 * both; comparing an object with itself does not. Facts take the objects of this list where they say the same.
 */
export class KnownTexts {
  private readonly texts = new Map<string, string>();

  constructor(environment: Environment) {
    for (const { type } of environment.declarations) {
      if (type.kind === 'string') for (const text of type.enum ?? []) this.add(text);
    }
  }

  add(text: string): string {
    let known = this.texts.get(text);
    if (known === undefined) this.texts.set(text, (known = asKey(text)));
    return known;
  }

  /** The same text, as the known object if there is one. */
  pick(text: string): string {
    return this.texts.get(text) ?? text;
  }
}

/** Engines keep one object for each text that is a property's key, so that unequal keys differ at a glance. */
function asKey(text: string): string {
  const [key] = Object.keys({ [text]: true });
  return key === text ? key : text;
}
