/** A piece of a text that counts as a word: letters and digits, with apostrophes and hyphens inside. */
const words = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

export function countWords(text: string): number {
  return text.match(words)?.length ?? 0;
}

/**
 * Flesch–Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59. It was fitted to English and
 * says nothing about other languages. A text without words has grade 0; numbers count as one syllable.
 */
export function readingGrade(text: string): number {
  const found = text.match(words) ?? [];
  if (found.length === 0) return 0;
  const sentences = Math.max(
    1,
    text.split(/[.!?…]+(?:\s|$)/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length,
  );
  let syllables = 0;
  for (const word of found) syllables += countSyllables(word);
  return 0.39 * (found.length / sentences) + 11.8 * (syllables / found.length) - 15.59;
}

/** Groups of vowels, less the silent endings that English has. At least one. */
function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const stem = letters.replace(/(?:[^laeiouy]es|[^aeioudt]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, stem.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
