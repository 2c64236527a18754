export interface JsonError {
  /** UTF-16 offset into the text. */
  readonly offset: number;
  readonly message: string;
}

/**
 * Where a text stops being JSON. Engines word and place `JSON.parse` errors differently, some give no place at all;
 * this is called only after that has failed.
 */
export function locateJsonError(text: string): JsonError {
  let at = 0;
  const depthLimit = 10_000;

  const space = (): void => {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  };
  const expected = (what: string): JsonError => ({
    offset: at,
    message: at >= text.length ? `The text ends where ${what} was expected.` : `Expected ${what} here.`,
  });

  function value(depth: number): JsonError | undefined {
    space();
    if (depth > depthLimit) return { offset: at, message: 'Lists and maps are nested too deeply.' };
    const first = text.charAt(at);
    if (first === '{') return members(depth, '}', true);
    if (first === '[') return members(depth, ']', false);
    if (first === '"') return string();
    const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
    scalar.lastIndex = at;
    if (!scalar.test(text)) return expected('a value');
    at = scalar.lastIndex;
    return undefined;
  }

  function members(depth: number, close: string, keyed: boolean): JsonError | undefined {
    at++;
    space();
    if (text.charAt(at) === close) {
      at++;
      return undefined;
    }
    for (;;) {
      space();
      if (keyed) {
        if (text.charAt(at) !== '"') return expected('a key in double quotes');
        const key = string();
        if (key !== undefined) return key;
        space();
        if (text.charAt(at) !== ':') return expected('":"');
        at++;
      }
      const member = value(depth + 1);
      if (member !== undefined) return member;
      space();
      const separator = text.charAt(at);
      if (separator !== close && separator !== ',') return expected(`"," or "${close}"`);
      at++;
      if (separator === close) return undefined;
    }
  }

  function string(): JsonError | undefined {
    const from = at;
    at++;
    while (at < text.length) {
      const unit = text.charAt(at);
      if (unit === '"') {
        at++;
        return undefined;
      }
      if (unit < ' ')
        return { offset: at, message: 'A line break or control character stands inside a string.' };
      if (unit === '\\') {
        const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
        escape.lastIndex = at;
        if (!escape.test(text)) return { offset: at, message: 'Unknown escape in a string.' };
        at = escape.lastIndex;
      } else at++;
    }
    return { offset: from, message: 'This string is never closed.' };
  }

  const problem = value(0);
  if (problem !== undefined) return problem;
  space();
  return { offset: at, message: 'Expected the end of the text here.' };
}

/** 1-based line and column of a UTF-16 offset. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) {
    line++;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}
