/** The language of a locale: of `de-AT` it is `de`. */
export function languageOf(locale: string): string {
  return (locale.split(/[-_]/, 1)[0] ?? locale).toLowerCase();
}
