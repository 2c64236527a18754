import type { Path } from '../diagnostic.ts';
import type { Procedure, Step, Wording } from '../model.ts';
import { languageOf } from './language-of.ts';

/** One text of a wording, with the language that it counts as written in. */
export interface WrittenText {
  readonly path: Path;
  readonly text: string;
  readonly language: string;
  /** Undefined where it is one text for all locales. */
  readonly locale: string | undefined;
}

/** A wording that is one text counts as written in the language of the first locale in scope. */
export function textsOf(wording: Wording, path: Path, { scope }: Procedure): readonly WrittenText[] {
  if (typeof wording === 'string') {
    return [{ path, text: wording, language: languageOf(scope.locales[0] ?? 'en'), locale: undefined }];
  }
  return [...wording].map(([locale, text]) => ({
    path: [...path, locale],
    text,
    language: languageOf(locale),
    locale,
  }));
}

/** What a step says word for word by itself, with its key. */
export function ownWordingOf(step: Step): readonly [key: string, wording: Wording] | undefined {
  const key = step.kind === 'question' ? 'ask' : 'say';
  const wording = step.kind === 'question' ? step.ask : 'say' in step ? step.say : undefined;
  return wording === undefined ? undefined : [key, wording];
}
