import { completeExpression, type Completion } from '../../../condition/complete.ts';
import type { Environment } from '../../../condition/environment.ts';
import type { ValueType } from '../../../condition/type.ts';

/** What may stand at `offset` of a cell, by its column's type: values of an enumeration, yes and no, or names. */
export function completeCell(
  text: string,
  offset: number,
  type: ValueType | undefined,
  environment: Environment,
): readonly Completion[] {
  const start = operandStart(text, offset);
  const operand = text.slice(start, offset);
  const end = offset + (/^[\p{L}\p{N}_.-]*/u.exec(text.slice(offset))?.[0].length ?? 0);
  const wanted = operand.toLowerCase();
  const values = valuesOf(type)
    .filter(({ value }) => value.toLowerCase().includes(wanted))
    .toSorted(({ value: one }, { value: other }) => Number(begins(other)) - Number(begins(one)));
  function begins(value: string): boolean {
    return value.toLowerCase().startsWith(wanted);
  }
  const found = values.map(({ value, detail }): Completion => ({
    label: value,
    insert: value,
    kind: 'enum',
    detail,
    from: start,
    to: end,
  }));
  const names = completeExpression(text.slice(start), offset - start, environment).map(
    ({ label, insert, kind, detail, from, to }): Completion => ({
      label,
      insert,
      kind,
      detail,
      from: from + start,
      to: to + start,
    }),
  );
  return found.length > 0 ? found : names;
}

function valuesOf(
  type: ValueType | undefined,
): readonly { readonly value: string; readonly detail: string }[] {
  if (type?.kind === 'boolean') {
    return [
      { value: 'true', detail: 'yes' },
      { value: 'false', detail: 'no' },
    ];
  }
  if (type?.kind === 'string' && type.enum) return type.enum.map((value) => ({ value, detail: 'value' }));
  return [];
}

/** Behind the comparison, comma or bracket that stands before. */
function operandStart(text: string, offset: number): number {
  const before = text.slice(0, offset);
  const found =
    /(?:^|==|!=|<=|>=|<|>|&&|\|\||\bin\b(?!-)|[[,(])\s*(?!.*(?:==|!=|<=|>=|<|>|&&|\|\||\bin\b(?!-)|[[,(]))/su.exec(
      before,
    );
  return found === null ? 0 : found.index + found[0].length;
}

/** Steps whose ids hold what was typed; each takes the place of all of it. */
export function completeStep(
  text: string,
  steps: ReadonlyMap<string, { readonly title: string | undefined }>,
): readonly Completion[] {
  const wanted = text.trim().toLowerCase();
  return [...steps]
    .filter(([id]) => id.toLowerCase().includes(wanted))
    .map(([id, { title = '' }]) => ({
      label: id,
      insert: id,
      kind: 'step',
      detail: title,
      from: 0,
      to: text.length,
    }));
}
