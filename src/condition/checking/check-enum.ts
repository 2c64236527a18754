import type { Expression } from '../expression.ts';
import type { ValueType } from '../type.ts';
import { report, sourceOf, type CheckContext } from './check-context.ts';
import { listed, suggest } from './suggest.ts';

/** Reports texts of `given` that `subject`, by its declared enum, can never be. */
export function checkEnum(context: CheckContext, subject: Expression, given: Expression): void {
  checkEnumType(context, subject.type, given, () => sourceOf(context, subject));
}

/** The same where a declared type, not an expression, says what is allowed. */
export function checkEnumType(
  context: CheckContext,
  type: ValueType,
  given: Expression,
  describe: () => string,
): void {
  if (given.kind === 'conditional') {
    checkEnumType(context, type, given.whenTrue, describe);
    checkEnumType(context, type, given.whenFalse, describe);
    return;
  }
  if (type.kind === 'list' && given.kind === 'list') {
    for (const item of given.items)
      checkEnumType(context, type.items, item, () => `each item of ${describe()}`);
    return;
  }
  if (type.kind !== 'string' || type.enum === undefined) return;
  if (given.kind !== 'literal' || typeof given.value !== 'string' || type.enum.includes(given.value)) return;
  const meant = suggest(given.value, type.enum);
  const hint = meant === undefined ? '.' : ` — did you mean "${meant}"?`;
  const message = `${describe()} is one of ${listed(type.enum)}; "${given.value}" is not${hint}`;
  report(
    context,
    'not-in-enum',
    message,
    given,
    meant === undefined ? undefined : quoteLike(context, given, meant),
  );
}

/** In the quotes that the author used. */
function quoteLike(context: CheckContext, literal: Expression, text: string): string {
  const quote = context.source.charAt(literal.from) === "'" ? "'" : '"';
  const escaped = text
    .replace(/\\/g, '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
  return `${quote}${escaped}${quote}`;
}
