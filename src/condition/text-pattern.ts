import { RE2JS } from 're2js';

/** A regular expression that runs in time linear in the text (RE2 syntax: no look-around, no back-references). */
export interface TextPattern {
  /** Whether it matches anywhere in the text. */
  test(text: string): boolean;
  /** The first match, in UTF-16 units. */
  find(text: string): { readonly from: number; readonly to: number } | undefined;
}

export interface PatternOptions {
  readonly ignoreCase?: boolean;
}

const LONGEST_PATTERN = 1_000;
/** Counted repetition unrolls: `(a{1000}){1000}` is short to write and large to run. */
const LARGEST_REPETITION = 1_000;

export function compilePattern(
  source: string,
  options: PatternOptions = {},
): TextPattern | { readonly problem: string } {
  if (source.length > LONGEST_PATTERN) {
    return { problem: `The pattern is longer than ${LONGEST_PATTERN} characters.` };
  }
  if (repetitions(source) > LARGEST_REPETITION) {
    return { problem: `The pattern repeats more than ${LARGEST_REPETITION} times.` };
  }
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(source, options.ignoreCase === true ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    return { problem: patternProblem(error) };
  }
  return {
    test: (text) => compiled.matcher(text).find(),
    find(text) {
      const matcher = compiled.matcher(text);
      return matcher.find() ? { from: matcher.start(), to: matcher.end() } : undefined;
    },
  };
}

/** The product of all counts is an upper bound of how far nested repetition unrolls. */
function repetitions(source: string): number {
  let product = 1;
  for (const [, least = '', most = ''] of source.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) {
    product *= Math.max(1, Number(least), Number(most));
  }
  return product;
}

function patternProblem(error: unknown): string {
  const reason =
    error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
  return `The pattern cannot be read: ${reason}`;
}
