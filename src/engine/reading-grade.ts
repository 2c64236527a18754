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

const notLatin = /[^a-z]/g;

/** Groups of one or two vowels, less the silent endings that English has. At least one. */
function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(notLatin, '');
  if (letters.length <= 3) return 1;
  const end = letters.length - silentEnding(letters);
  let syllables = 0;
  let vowels = 0;
  for (let at = letters.startsWith('y') ? 1 : 0; at < end; at++) {
    vowels = isVowel(letters, at) ? vowels + 1 : 0;
    if (vowels % 2 === 1) syllables++;
  }
  return Math.max(1, syllables);
}

function isVowel(letters: string, at: number): boolean {
  return 'aeiouy'.includes(letters.charAt(at));
}

/** How many letters at the end are not heard: "mak(es)", "ask(ed)", "tim(e)". */
function silentEnding(letters: string): number {
  const last = letters.length - 1;
  const before = (count: number, heard: string): boolean =>
    !heard.includes(letters.charAt(letters.length - 1 - count));
  if (letters.endsWith('es') && before(2, 'laeiouy')) return 2;
  if (letters.endsWith('ed') && before(2, 'aeioudt')) return 2;
  return letters.charAt(last) === 'e' && before(1, 'laeiouy') ? 1 : 0;
}
