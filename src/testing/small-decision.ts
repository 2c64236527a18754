import type { SeededRandom } from './seeded-random.ts';

/**
 * Random decisions over facts with few values, so that all that a contact may bring can be tried: numbers in quarters
 * between small bounds, with whole numbers as constants; an enum; a text; a boolean; any of them unknown.
 */
export const smallFacts: ReadonlyMap<string, readonly (string | number | boolean | undefined)[]> = new Map([
  ['amount', [undefined, ...quarters(0, 6)]],
  ['weight', [undefined, ...quarters(0, 1)]],
  ['status', [undefined, 'pending', 'processed', 'delivered']],
  ['vip', [undefined, true, false]],
  ['note', [undefined, 'a', 'b', 'c', 'something else']],
]);

const PREAMBLE = `sop: 1
id: small
facts:
  amount: { type: number, minimum: 0, maximum: 6 }
  weight: { type: number, minimum: 0, maximum: 1 }
  status: { type: string, enum: [pending, processed, delivered] }
  vip: { type: boolean }
  note: { type: string }
derived:
  large: { type: boolean, is: amount > parameters.limit }
  score: { type: number, is: amount * 2 - 1 }
parameters:
  limit: { type: number, value: 3 }
start: decide
`;

function quarters(from: number, to: number): number[] {
  return Array.from({ length: (to - from) * 4 + 1 }, (_, count) => from + count / 4);
}

/** A whole procedure around one decision, \`decide\`. */
export function smallDecision(random: SeededRandom): string {
  const lines = [PREAMBLE + 'steps:', '  decide:', '    kind: decision'];
  if (random.chance(0.3)) table(random, lines);
  else branches(random, lines);
  if (random.chance(0.5)) lines.push('    otherwise: done');
  lines.push('  done: { kind: end, outcome: done }', '');
  return lines.join('\n');
}

function branches(random: SeededRandom, lines: string[]): void {
  lines.push('    branches:');
  for (let count = 1 + random.below(5); count > 0; count -= 1) {
    lines.push(`      - { when: ${quoted(condition(random, 2))}, next: done }`);
  }
}

function table(random: SeededRandom, lines: string[]): void {
  const columns = random.some(['amount', 'status', 'vip', 'score', 'note'], 3);
  if (columns.length === 0) columns.push('amount');
  lines.push(
    `    hits: ${random.pick(['first', 'unique'])}`,
    `    columns: [${columns.join(', ')}]`,
    '    branches:',
  );
  for (let count = 1 + random.below(5); count > 0; count -= 1) {
    const cells = columns.map((column) => (random.chance(0.2) ? '"-"' : cell(random, column)));
    lines.push(`      - { when: [${cells.join(', ')}], next: done }`);
  }
}

function cell(random: SeededRandom, column: string): string {
  switch (column) {
    case 'status':
      return random.chance(0.5) ? status(random) : `[${status(random)}, ${status(random)}]`;
    case 'vip':
      return random.pick(['true', 'false']);
    case 'note':
      return quoted(`${random.pick(['==', '!='])} "${random.pick(['a', 'b'])}"`);
    default: {
      const from = random.below(5);
      return random.chance(0.5)
        ? quoted(`${order(random)} ${random.below(8)}`)
        : quoted(`> ${from} && <= ${from + 1 + random.below(4)}`);
    }
  }
}

function condition(random: SeededRandom, depth: number): string {
  if (depth === 0 || random.chance(0.35)) return comparison(random);
  const part = (): string => condition(random, depth - 1);
  const kind = random.below(10);
  if (kind < 4) return `(${part()}) && (${part()})`;
  if (kind < 7) return `(${part()}) || (${part()})`;
  if (kind < 9) return `!(${part()})`;
  return `((${part()}) ? (${part()}) : (${part()}))`;
}

function comparison(random: SeededRandom): string {
  const number = (): string => String(random.below(9) - 1);
  switch (random.below(14)) {
    case 0:
    case 1:
    case 2:
      return `amount ${order(random)} ${number()}`;
    case 3:
      return `${number()} ${order(random)} amount`;
    case 4:
      return `amount ${random.pick(['+', '-', '*'])} ${1 + random.below(3)} ${order(random)} ${number()}`;
    case 5:
      return random.chance(0.5)
        ? `amount ${order(random)} weight`
        : `weight ${order(random)} ${random.below(2)}`;
    case 6:
      return `amount ${order(random)} parameters.limit`;
    case 7:
      return random.chance(0.5)
        ? `amount ${random.pick(['+', '-'])} weight ${order(random)} ${number()}`
        : 'large';
    case 8:
      return `score ${order(random)} ${number()}`;
    case 9:
      return `status ${random.pick(['==', '!='])} "${status(random)}"`;
    case 10:
      return `status in ["${status(random)}", "${status(random)}"]`;
    case 11:
      return random.pick(['vip', '!vip', 'vip == true', 'vip != true']);
    case 12:
      return `note ${random.pick(['==', '!='])} "${random.pick(['a', 'b', 'c'])}"`;
    default:
      return random.chance(0.3)
        ? `has(${random.pick(['status', 'vip', 'note'])})`
        : `note in ["a", "${random.pick(['b', 'c'])}"]`;
  }
}

function order(random: SeededRandom): string {
  return random.pick(['<', '<=', '>', '>=', '>', '<', '==', '!=']);
}

function status(random: SeededRandom): string {
  return random.pick(['pending', 'processed', 'delivered']);
}

function quoted(text: string): string {
  return `'${text}'`;
}
