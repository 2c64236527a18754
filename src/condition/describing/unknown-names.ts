import type { Explanation } from '../explain.ts';
import type { Expression } from '../expression.ts';
import { printExpression } from '../print.ts';

/**
 * What an unknown outcome hangs on: names of facts and derived facts, fields that an object lacks
 * (`order.items[].price`), and searches that found nothing. Nothing when the outcome is known.
 */
export function unknownNames(explanation: Explanation): readonly string[] {
  const names = new Set<string>();
  collect(explanation, names);
  return [...names];
}

function collect(explanation: Explanation, names: Set<string>): void {
  if (explanation.outcome !== undefined) return;
  const { expression, parts } = explanation;
  const before = names.size;
  for (const part of parts) collect(part, names);
  if (names.size > before) return;
  const source = unknownSource(expression);
  if (source !== undefined) names.add(source);
}

/** An expression that is unknown though its parts are known. */
function unknownSource(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'field':
    case 'index':
      return printExpression(expression);
    case 'macro':
      return expression.macro === 'find' ? printExpression(expression) : undefined;
    default:
      return undefined;
  }
}
