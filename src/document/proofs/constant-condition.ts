import type { Expression, LogicalExpression } from '../../condition/expression.ts';
import { spanOfPart } from '../../condition/part-span.ts';
import { checkedExpression, booleanType } from '../checked-expression.ts';
import type { Path } from '../diagnostic.ts';
import type { Remedy } from '../finding.ts';
import { planDeleteBranch } from '../operations/plan-delete-branch.ts';
import { planDeleteListItem } from '../operations/plan-delete-list-item.ts';
import { planSetField } from '../operations/plan-set-field.ts';
import { conditionSettingOf, type ConditionSetting } from './condition-setting.ts';
import { valuesInWords } from './conditions-in-words.ts';
import type { ProofContext, ProofFinding, ProofRule } from './proof-rule.ts';
import { truthOf, type Truth } from './truth.ts';
import { wayTo } from './way-to.ts';
import { sourceWithout } from './without-part.ts';

const valid = `
facts:
  order.total: { type: number, minimum: 0 }
  order.status: { type: string, enum: [pending, delivered] }
start: size
steps:
  size:
    kind: decision
    branches:
      - { when: order.total > 50 && order.status == "pending", next: person }
    otherwise: done
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: done }`;

export const neverTrue: ProofRule = {
  code: 'never-true',
  severity: 'warning',
  summary: 'A condition, and each of its alternatives, holds for some contact.',
  valid,
  invalid: valid.replace('order.total > 50', 'order.total < 0'),
  check: (context) => findings(context, 'never'),
};

export const alwaysTrue: ProofRule = {
  code: 'always-true',
  severity: 'warning',
  summary: 'A condition, and each part of it that must hold, fails for some contact.',
  valid,
  invalid: valid.replace('order.total > 50', 'order.total >= 0'),
  check: (context) => findings(context, 'always'),
};

/** A place where a condition decides. */
interface Place {
  readonly path: Path;
  readonly source: string;
  readonly what: 'branch' | 'row' | 'trigger' | 'requirement' | 'confirmation' | 'derived fact';
  readonly step?: string;
  /** Takes out what never holds. */
  readonly remove?: Remedy;
}

function* placesOf({ procedure }: ProofContext): Generator<Place> {
  for (const [name, { is, type }] of procedure.derived) {
    if (type.kind === 'boolean') yield { path: ['derived', name, 'is'], source: is, what: 'derived fact' };
  }
  for (const [id, step] of procedure.steps) {
    if (step.kind === 'decision') {
      const what = step.columns ? 'row' : 'branch';
      for (const [index, { when }] of step.branches.entries()) {
        const remove: Remedy = {
          kind: 'gesture',
          title: `Delete ${what} ${index + 1}`,
          plan: (document) => planDeleteBranch(document, id, index),
        };
        yield { path: ['steps', id, 'branches', index, 'when'], source: when, what, step: id, remove };
      }
    }
    if (step.kind !== 'escalation') continue;
    for (const [index, { when }] of step.triggers.entries()) {
      const remove: Remedy = {
        kind: 'gesture',
        title: 'Delete the trigger',
        plan: (document) => planDeleteListItem(document, ['steps', id, 'triggers'], index),
      };
      yield { path: ['steps', id, 'triggers', index, 'when'], source: when, what: 'trigger', remove };
    }
  }
  for (const [id, { require, confirm }] of procedure.guardrails) {
    if (require) yield { path: ['guardrails', id, 'require'], source: require, what: 'requirement' };
    if (confirm) yield { path: ['guardrails', id, 'confirm'], source: confirm, what: 'confirmation' };
  }
}

function* findings(context: ProofContext, wanted: 'never' | 'always'): Generator<ProofFinding> {
  const setting = conditionSettingOf(context);
  for (const place of placesOf(context)) {
    const { expression } = checkedExpression(place.source, context.environment, booleanType);
    if (expression === undefined || isName(expression)) continue;
    const whole = truthOf(expression, setting);
    const trail = (): Pick<ProofFinding, 'trail'> => {
      const way = place.step === undefined ? undefined : wayTo(context.procedure, (id) => id === place.step);
      return way ? { trail: way.links } : {};
    };
    if (whole.kind === wanted) {
      const message = `${wholeInWords(place.what, wanted)}${valuesInWords(whole.parameters, setting)}.`;
      const remedies = wanted === 'never' && place.remove ? [place.remove] : [];
      yield { message, path: place.path, remedies, ...trail() };
    }
    if (whole.kind !== 'either' || place.what === 'row') continue;
    for (const idle of idleParts(expression, wanted, setting)) {
      yield { ...partFinding(place, idle, wanted, setting), ...trail() };
    }
  }
}

/** What it stands for is reported where it is declared. */
function isName(expression: Expression): boolean {
  return expression.kind === 'name' || (expression.kind === 'not' && isName(expression.operand));
}

interface IdlePart {
  readonly part: Expression;
  readonly within: LogicalExpression;
  readonly truth: Truth;
}

/** Parts that could be left out: of `&&` those that always hold, of `||` those that never do. */
function* idleParts(
  expression: Expression,
  wanted: 'never' | 'always',
  setting: ConditionSetting,
): Generator<IdlePart> {
  if (expression.kind === 'not') return yield* idleParts(expression.operand, wanted, setting);
  if (expression.kind !== 'and' && expression.kind !== 'or') return;
  const idle = expression.kind === 'and' ? 'always' : 'never';
  for (const part of expression.operands) {
    const truth = truthOf(part, setting);
    if (truth.kind === idle && idle === wanted) yield { part, within: expression, truth };
    else if (truth.kind === 'either') yield* idleParts(part, wanted, setting);
  }
}

function partFinding(
  place: Place,
  { part, within, truth }: IdlePart,
  wanted: 'never' | 'always',
  setting: ConditionSetting,
): ProofFinding {
  const { path, source } = place;
  const span = spanOfPart(source, part);
  const text = source.slice(span.from, span.to);
  const rest = sourceWithout(source, part, within);
  const remedies: readonly Remedy[] =
    rest === undefined || place.what === 'row'
      ? []
      : [
          {
            kind: 'gesture',
            title: `Change to ${rest.length > 60 ? 'the condition without it' : rest}`,
            plan: (document) => planSetField(document, path, rest),
          },
        ];
  return {
    message: `\`${text}\` ${wanted === 'always' ? 'always' : 'never'} holds${valuesInWords(truth.parameters, setting)}: this part of the condition changes nothing.`,
    path,
    range: span,
    remedies,
  };
}

function wholeInWords(what: Place['what'], wanted: 'never' | 'always'): string {
  if (wanted === 'always') {
    switch (what) {
      case 'branch':
      case 'row':
        return `This ${what} holds for every contact`;
      case 'trigger':
        return 'This trigger fires whatever the contact';
      case 'requirement':
      case 'confirmation':
        return `This ${what} always holds, so that it guards nothing`;
      default:
        return 'This is true for every contact';
    }
  }
  switch (what) {
    case 'branch':
    case 'row':
      return `No contact takes this ${what}: its condition never holds`;
    case 'trigger':
      return 'This trigger never fires: its condition never holds';
    case 'requirement':
    case 'confirmation':
      return `This ${what} never holds, so that what it guards is never let through`;
    default:
      return 'This is true for no contact';
  }
}
