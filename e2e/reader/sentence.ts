/** What is known, by name, in words. */
export type Known = ReadonlyMap<string, string>;

/**
 * Whether a sentence is true of what is known: `refund is more than limit (50 USD) and order.status is delivered`.
 * Undefined when it hangs on something unknown, or cannot be understood.
 */
export function holds(sentence: string, known: Known, names: ReadonlySet<string>): boolean | undefined {
  const text = sentence.trim();
  const inner = inBrackets(text);
  if (inner !== undefined) return holds(inner, known, names);
  if (text.startsWith('not (')) {
    const negated = inBrackets(text.slice('not '.length));
    if (negated !== undefined) return not(holds(negated, known, names));
  }
  const clause = clauseHolds(text, known, names);
  if (clause !== 'no clause') return clause;
  for (const word of [' or ', ' and '] as const) {
    for (const at of places(text, word)) {
      const [left, right] = [text.slice(0, at), text.slice(at + word.length)];
      if (!isSentence(left, names) || !isSentence(right, names)) continue;
      const [a, b] = [holds(left, known, names), holds(right, known, names)];
      if (word === ' and ')
        return a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
      return a === true || b === true ? true : a === undefined || b === undefined ? undefined : false;
    }
  }
  return undefined;
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function isSentence(text: string, names: ReadonlySet<string>): boolean {
  if (inBrackets(text) !== undefined || text.startsWith('not (')) return true;
  if (clauseHolds(text, new Map(), names) !== 'no clause') return true;
  return [' or ', ' and '].some((word) =>
    places(text, word).some(
      (at) => isSentence(text.slice(0, at), names) && isSentence(text.slice(at + word.length), names),
    ),
  );
}

/** The text between brackets that open at the beginning and close at the end. */
function inBrackets(text: string): string | undefined {
  if (!text.startsWith('(') || !text.endsWith(')')) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0 && at < text.length - 1) return undefined;
  }
  return text.slice(1, -1);
}

/** Where a joining word stands outside brackets and quotes. */
function places(text: string, word: string): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted) continue;
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0 && text.startsWith(word, at)) found.push(at);
  }
  return found;
}

const value = String.raw`(?:"[^"]*"|[^\s,()"]+(?: \d{4}, \d\d:\d\d UTC)?(?: \([^()]*\))?|-?[\d\u202f.]+ [^\s,()]+(?: \d+ [a-z]+)?|\d{1,2} \w{3} \d{4}, \d\d:\d\d UTC)`;
const subject = String.raw`((?:the size of |the visits to )?[\w.[\]"'-]+(?: \([^()]*\))?)`;
const clauses: readonly (readonly [
  pattern: RegExp,
  test: (is: (word: string) => string | undefined, parts: readonly string[]) => boolean | undefined,
])[] = [
  [
    new RegExp(`^${subject} is (not )?known$`),
    (is, [, name = '', negated]) => (is(name) !== undefined) === (negated === undefined),
  ],
  [
    new RegExp(`^${subject} is (not )?empty$`),
    (is, [, name = '', negated]) => {
      const found = is(name);
      return found === undefined ? undefined : (found === 'none' || found === '') === (negated === undefined);
    },
  ],
  [
    new RegExp(`^${subject} is (one|none) of (${value}(?:(?:, | or )${value})*)$`),
    (is, [, name = '', how, list = '']) => {
      const found = is(name);
      if (found === undefined) return undefined;
      const among = (list.match(new RegExp(value, 'g')) ?? []).filter((word) => word !== 'or').map(unquoted);
      return among.includes(found) === (how === 'one');
    },
  ],
  [
    new RegExp(`^${subject} is (not )?(below|more than|at most|at least|before|after) (${value})$`),
    (is, [, name = '', negated, how = '', other = '']) => {
      const [a, b] = [amount(is(name)), amount(is(other))];
      if (a === undefined || b === undefined) return undefined;
      const order = {
        below: a < b,
        before: a < b,
        'more than': a > b,
        after: a > b,
        'at most': a <= b,
        'at least': a >= b,
      };
      return order[how as keyof typeof order] === (negated === undefined);
    },
  ],
  [
    new RegExp(`^${subject} (begins with|ends with|contains) (${value})$`),
    (is, [, name = '', how, other = '']) => {
      const [a, b] = [is(name), is(other)];
      if (a === undefined || b === undefined) return undefined;
      return how === 'begins with' ? a.startsWith(b) : how === 'ends with' ? a.endsWith(b) : a.includes(b);
    },
  ],
  [
    new RegExp(`^${subject} is (not )?(?!one of|none of|not |known|empty)(${value})$`),
    (is, [, name = '', negated, other = '']) => {
      const [a, b] = [is(name), is(other)];
      if (a === undefined || b === undefined) return undefined;
      const [x, y] = [amount(a), amount(b)];
      const same = a === b || (x !== undefined && x === y);
      return same === (negated === undefined);
    },
  ],
];

function clauseHolds(
  text: string,
  known: Known,
  names: ReadonlySet<string>,
): boolean | undefined | 'no clause' {
  if (text === 'always') return true;
  if (text === 'never') return false;
  const is = (word: string): string | undefined => {
    const counted = /^the size of (.*)$/.exec(word)?.[1];
    if (counted !== undefined) {
      const list = known.get(counted);
      return list === undefined ? undefined : list === 'none' ? '0' : String(list.split(/, | and /).length);
    }
    // A threshold: its value stands behind its name.
    const [, threshold, stated] = /^(\S+) \((.*)\)$/.exec(word) ?? [];
    if (threshold !== undefined && names.has(threshold)) return stated;
    if (known.has(word)) return known.get(word);
    const isName = [...names].some((name) => word === name || word.startsWith(`${name}.`));
    return isName || isContext(word) ? undefined : unquoted(word);
  };
  for (const [pattern, test] of clauses) {
    const parts = pattern.exec(text);
    if (parts !== null) return test(is, parts);
  }
  return 'no clause';
}

function isContext(word: string): boolean {
  return word.startsWith('contact.') || word === 'turns' || word.startsWith('the ');
}

function unquoted(word: string): string {
  return word.replaceAll(/^"|"$/g, '');
}

const units: Readonly<Record<string, number>> = { day: 86400, hour: 3600, minute: 60, second: 1 };

/** A number, a span or a point in time, to compare; a unit behind a number is left out. */
function amount(words: string | undefined): number | undefined {
  if (words === undefined) return undefined;
  if (/^\d{1,2} \w{3} \d{4}, /.test(words)) return Date.parse(words);
  const spans = [...words.matchAll(/([\d.]+) (day|hour|minute|second)s?/g)];
  if (spans.length > 0) {
    return spans.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0);
  }
  const number = /^-?[\d\u202f]+(?:\.\d+)?/.exec(words)?.[0];
  return number === undefined ? undefined : Number(number.replaceAll('\u202f', ''));
}
