import type { Environment } from '../../condition/environment.ts';
import { parseExpression } from '../../condition/parse-expression.ts';
import type { SyntaxNode } from '../../condition/parse-expression.ts';
import { checkedExpression } from '../checked-expression.ts';
import { startsWithOperator } from './cell-expression.ts';
import { cellItems, printCellList } from './cell-list.ts';

/** A condition as cells, by the expression that each is about. */
export type RowCells = ReadonlyMap<string, string>;

const turned: ReadonlyMap<string, string> = new Map([
  ['==', '=='],
  ['!=', '!='],
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);
const notATerm: ReadonlySet<string> = new Set([
  ...turned.keys(),
  '&&',
  '||',
  'in',
  '!_',
  '-_',
  'value',
  '?:',
]);

/** Reads comparisons joined by `&&` as a row of a table; undefined where a row cannot say what a condition says. */
export function cellsFromCondition(source: string, environment: Environment): RowCells | undefined {
  const parsed = parseExpression(source);
  if (!parsed.ok) return undefined;
  const reader = new ConditionReader(source, environment);
  return reader.read(parsed.root) ? reader.cells : undefined;
}

class ConditionReader {
  readonly cells = new Map<string, string>();

  constructor(
    private readonly source: string,
    private readonly environment: Environment,
  ) {}

  read(node: SyntaxNode): boolean {
    if (node.op === '&&') return operandsOf(node).every((operand) => this.read(operand));
    if (node.op === 'value' && node.args === true) return true;
    if (turned.has(node.op)) return this.#comparison(node);
    if (node.op === 'in') return this.#membership(node);
    if (node.op === '||') return this.#alternatives(node);
    const term = node.op === '!_' ? operandsOf(node)[0] : node;
    if (!term || notATerm.has(term.op)) return false;
    return this.#put(this.#textOf(term), term === node ? 'true' : 'false');
  }

  #comparison(node: SyntaxNode): boolean {
    const [left, right] = operandsOf(node);
    if (!left || !right) return false;
    const isTurned = left.op === 'value';
    const [term, operand] = isTurned ? [right, left] : [left, right];
    const operator = isTurned ? turned.get(node.op) : node.op;
    const column = this.#textOf(term);
    const value = this.#operand(operand, column);
    if (notATerm.has(term.op) || value === undefined || operator === undefined) return false;
    return this.#put(column, operator === '==' && operand.op !== 'list' ? value : `${operator} ${value}`);
  }

  #membership(node: SyntaxNode): boolean {
    const [item, list] = operandsOf(node);
    if (!item || !list || notATerm.has(item.op)) return false;
    const column = this.#textOf(item);
    if (list.op !== 'list') {
      const text = this.#textOf(list);
      return text !== undefined && this.#put(column, `in ${text}`);
    }
    return this.#put(column, cellListOf(operandsOf(list).map((each) => this.#operand(each, column))));
  }

  /** `x == a || x == b` is a list. */
  #alternatives(node: SyntaxNode): boolean {
    const cells = flat(node, '||').map((operand) => {
      const reader = new ConditionReader(this.source, this.environment);
      const [only, ...more] = operand.op === '==' && reader.read(operand) ? reader.cells : [];
      return more.length === 0 ? only : undefined;
    });
    const columns = new Set(cells.map((cell) => cell?.[0]));
    const [column] = columns;
    return columns.size === 1 && this.#put(column, cellListOf(cells.map((cell) => cell?.[1])));
  }

  /** A value as a cell has it: one of the column's enumeration as a bare word. */
  #operand(node: SyntaxNode, column: string | undefined): string | undefined {
    if (column === undefined || node.op === '?:') return undefined;
    if (
      node.op === 'value' &&
      typeof node.args === 'string' &&
      /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(node.args)
    ) {
      const { type } = checkedExpression(column, this.environment);
      if (type.kind === 'string' && type.enum?.includes(node.args)) return node.args;
    }
    return this.#textOf(node);
  }

  /** Two cells about one column must both hold. */
  #put(column: string | undefined, cell: string | undefined): boolean {
    if (column === undefined || cell === undefined) return false;
    const known = this.cells.get(column);
    if (known !== undefined && (isList(known) || isList(cell))) return false;
    this.cells.set(column, known === undefined ? cell : `${compared(known)} && ${compared(cell)}`);
    return true;
  }

  /** The words of a node; undefined where they cannot be told from what stands around them. */
  #textOf(node: SyntaxNode): string | undefined {
    const text = this.source.slice(node.range.start, node.range.end).trim();
    const parsed = parseExpression(text);
    return parsed.ok && shapeOf(parsed.root) === shapeOf(node) ? text : undefined;
  }
}

function cellListOf(items: readonly (string | undefined)[]): string | undefined {
  const texts = items.filter((item) => item !== undefined);
  if (texts.length !== items.length || texts.length === 0) return undefined;
  const printed = printCellList(texts);
  return cellItems(printed)?.every(({ text }, index) => text === texts[index]) ? printed : undefined;
}

function compared(cell: string): string {
  return startsWithOperator(cell) ? cell : `== ${cell}`;
}

function isList(cell: string): boolean {
  return cell.startsWith('[');
}

function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const args: unknown = node.args;
  return (Array.isArray(args) ? args : [args]).filter(isNode);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'range' in value;
}

function flat(node: SyntaxNode, op: string): readonly SyntaxNode[] {
  return node.op === op ? operandsOf(node).flatMap((each) => flat(each, op)) : [node];
}

/** What a tree says, wherever it stands. */
function shapeOf(value: unknown): string {
  if (isNode(value)) return `(${value.op} ${shapeOf(value.args)})`;
  if (Array.isArray(value)) return `[${value.map(shapeOf).join(' ')}]`;
  return typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value) ?? '');
}
