import type { ExpressionProblem, ProblemCode } from '../../condition/check.ts';
import { checkedExpression } from '../checked-expression.ts';
import type { PlacedExpression } from '../placed-expression.ts';
import { expressionsOf } from '../expressions.ts';
import type { CodedFinding, Remedy } from '../finding.ts';
import { planSetCell } from '../operations/plan-set-cell.ts';
import { valueAt } from '../yaml-edit/data.ts';
import type { RuleContext, RulePage } from './rule.ts';

const valid = `
facts:
  order.status: { type: string, enum: [pending, delivered] }
  order.total: { type: number }
  order.items: { type: list, items: { id: string, price: number } }
start: check
steps:
  check:
    kind: decision
    branches:
      - when: order.status == "delivered" && order.total > 50
        next: done
      - when: order.items.exists(i, i.price > 20) || visits("check") > 3
        next: done
    otherwise: done
  done: { kind: end, outcome: done, say: "That was {{order.total}}." }`;

const replaced = 'order.status == "delivered" && order.total > 50';

const problems: { readonly [Code in ProblemCode]: readonly [summary: string, when: string] } = {
  syntax: ['A condition can be read as CEL.', 'order.total >'],
  'unknown-name': ['A condition reads names that are declared.', 'order.totl > 50'],
  'unknown-field': ['A condition reads fields that the type has.', 'order.items.exists(i, i.prise > 20)'],
  'unknown-function': ['A condition calls functions that there are.', 'order.items.sice() > 2'],
  'unknown-step': ['`visits` counts a step that exists.', 'visits("chekc") > 3'],
  'type-mismatch': [
    'Both sides of a comparison, the parts of a sum and what a condition yields have fitting types.',
    'order.total > "50"',
  ],
  'not-in-enum': ['A value that is compared is one that the fact can have.', 'order.status == "deliverd"'],
  'never-null': ['Only what is declared `nullable` is compared with null.', 'order.total == null'],
  'argument-count': [
    'A function gets as many values as it takes.',
    'order.status.startsWith() || order.total > 50',
  ],
  'bad-literal': [
    'Times, durations and regular expressions are written so that they can be read.',
    'order.status.matches("(")',
  ],
  'division-by-zero': ['Nothing is divided by zero.', 'order.total / 0 > 50'],
  unsupported: ['Bytes and unsigned integers are not part of the language.', 'order.total > 50u'],
};

/** Codes of conditions begin with `condition-`. */
export const conditionPages: readonly RulePage[] = Object.entries(problems).map(
  ([code, [summary, when]]) => ({
    code: codeOf(code),
    severity: 'error',
    summary,
    valid,
    invalid: valid.replace(replaced, when.includes(': ') || when.includes('#') ? `'${when}'` : when),
  }),
);

/** One pass over all conditions, inputs, derived facts and templates. */
export function* checkConditions({ procedure, environment }: RuleContext): Generator<CodedFinding> {
  for (const expression of expressionsOf(procedure)) {
    const checked = checkedExpression(expression.source, environment, expression.expected);
    const [first] = checked.problems;
    if (expression.isBareWord && first) {
      yield bareWord(first, expression);
      continue;
    }
    for (const problem of checked.problems) {
      const found = expression.place ? findingInCell(problem, expression) : findingOf(problem, expression);
      if (found) yield found;
    }
  }
}

function findingOf(problem: ExpressionProblem, { path, offset }: PlacedExpression): CodedFinding {
  const { code, message, from, to, replacement } = problem;
  const remedies: readonly Remedy[] =
    replacement === undefined
      ? []
      : [{ kind: 'replace', title: `Change to ${replacement}`, with: replacement }];
  return {
    code: codeOf(code),
    severity: 'error',
    message,
    path,
    range: { from: from + offset, to: to + offset },
    remedies,
  };
}

/** A problem of the column is reported at the column. */
function findingInCell(problem: ExpressionProblem, cell: PlacedExpression): CodedFinding | undefined {
  const range = cell.place?.(problem.from, problem.to);
  if (!range) return undefined;
  const { replacement } = problem;
  const isText = replacement !== undefined && /^".*"$/.test(replacement);
  return findingOf(
    {
      ...problem,
      from: range.from,
      to: range.to,
      ...(range.isWord && isText ? { replacement: String(JSON.parse(replacement)) } : {}),
    },
    cell,
  );
}

/** Told once, whatever CEL makes of the word. */
function bareWord({ code, message }: ExpressionProblem, { path }: PlacedExpression): CodedFinding {
  const [, id, , row, , column] = path;
  return {
    code: codeOf(code),
    severity: 'error',
    message: `${message.replace(/\.?$/, '.')} A text stands in quotes of its own: \`'"…"'\`.`,
    path,
    remedies: [
      {
        kind: 'gesture',
        title: 'Compare with the text',
        plan: (document) => {
          const cell = valueAt(document.source.data, path);
          const text = JSON.stringify(typeof cell === 'string' ? cell.trim() : '');
          return planSetCell(document, String(id), Number(row), Number(column), text);
        },
      },
    ],
  };
}

function codeOf(code: string): string {
  return `condition-${code}`;
}
