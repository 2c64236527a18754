interface Measure {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

export function countWords(text: string): number {
  return measure(text).words;
}

/**
 * Flesch–Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59. It was fitted to English and
 * says nothing about other languages. A text without words has grade 0; numbers count as one syllable.
 */
export function readingGrade(text: string): number {
  const { words, sentences, syllables } = measure(text);
  if (words === 0) return 0;
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** One pass without patterns: every text that a run renders is measured. */
function measure(text: string): Measure {
  let words = 0;
  let syllables = 0;
  let sentences = 0;
  let inSentence = false;
  for (let at = 0; at < text.length;) {
    if (isWordPart(text, at)) {
      const end = endOfWord(text, at);
      words++;
      syllables += countSyllables(text, at, end);
      inSentence = true;
      at = end;
    } else {
      if (inSentence && endsSentence(text, at)) {
        sentences++;
        inSentence = false;
      }
      at++;
    }
  }
  return { words, sentences: Math.max(1, inSentence ? sentences + 1 : sentences), syllables };
}

const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;

function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isLatin(code) || (code >= 48 && code <= 57);
  return (
    letterOrDigit.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) || (code >= 0xdc00 && code <= 0xdfff)
  );
}

/** Apostrophes and hyphens between letters belong to the word. */
function endOfWord(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    if (isWordPart(text, at)) at++;
    else if ("'’-".includes(text.charAt(at)) && at + 1 < text.length && isWordPart(text, at + 1)) at += 2;
    else break;
  }
  return at;
}

function endsSentence(text: string, at: number): boolean {
  if (!'.!?…'.includes(text.charAt(at))) return false;
  return at + 1 === text.length || text.charAt(at + 1).trim() === '';
}

function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Groups of one or two vowels, less the silent endings that English has. At least one. */
function countSyllables(text: string, from: number, to: number): number {
  let letters = '';
  for (let at = from; at < to; at++) if (isLatin(text.charCodeAt(at))) letters += text.charAt(at);
  if (letters.length <= 3) return 1;
  letters = letters.toLowerCase();
  const end = letters.length - silentEnding(letters);
  let syllables = 0;
  let vowels = 0;
  for (let at = letters.startsWith('y') ? 1 : 0; at < end; at++) {
    vowels = 'aeiouy'.includes(letters.charAt(at)) ? vowels + 1 : 0;
    if (vowels % 2 === 1) syllables++;
  }
  return Math.max(1, syllables);
}

/** How many letters at the end are not heard: "mak(es)", "ask(ed)", "tim(e)". */
function silentEnding(letters: string): number {
  const second = letters.charAt(letters.length - 2);
  const third = letters.charAt(letters.length - 3);
  if (letters.endsWith('es') && !'laeiouy'.includes(third)) return 2;
  if (letters.endsWith('ed') && !'aeioudt'.includes(third)) return 2;
  return letters.endsWith('e') && !'laeiouy'.includes(second) ? 1 : 0;
}
