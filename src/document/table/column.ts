import type { Environment } from '../../condition/environment.ts';
import { parseExpression } from '../../condition/parse-expression.ts';
import type { ValueType } from '../../condition/type.ts';
import { checkedExpression } from '../checked-expression.ts';

/** What the cells of a column need to know of it. */
export interface Column {
  /** Its expression, so that an operator can follow. */
  readonly term: string;
  /** Undefined when the expression cannot be read. */
  readonly type: ValueType | undefined;
  /** Whether a word means something declared. */
  isName(word: string): boolean;
}

const atoms: ReadonlySet<string> = new Set(['id', '.', '[]', 'call', 'rcall', 'value']);

export function columnOf(source: string, environment: Environment): Column {
  const { expression, type } = checkedExpression(source, environment);
  return {
    term: isAtom(source) ? source.trim() : `(${source.trim()})`,
    type: expression && type,
    isName: (word) => environment.byName.has(word),
  };
}

function isAtom(source: string): boolean {
  if (/^[\w.]+$/.test(source.trim())) return true;
  const parsed = parseExpression(source);
  return parsed.ok && atoms.has(parsed.root.op);
}
