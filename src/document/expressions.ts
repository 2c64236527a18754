import { parseTemplate } from '../condition/template.ts';
import { booleanType } from './checked-expression.ts';
import { declaredEnvironment } from './environment.ts';
import { expressionsOfTable } from './table/table-expressions.ts';
import type { Path } from './diagnostic.ts';
import type { PlacedExpression } from './placed-expression.ts';
import type { Guardrail, Procedure, Step, Wording } from './model.ts';

/** Every expression of a procedure, with what it must yield. */
export function* expressionsOf(procedure: Procedure): Generator<PlacedExpression> {
  for (const [name, { is, type }] of procedure.derived) {
    if (is !== '')
      yield { path: ['derived', name, 'is'], source: is, offset: 0, inTemplate: false, expected: type };
  }
  for (const [id, step] of procedure.steps) {
    yield* placed(expressionsOfStep(step), ['steps', id]);
    if (step.kind === 'action') yield* inputsOf(procedure, id, step.call, step.with);
    if (step.kind === 'decision' && step.columns) {
      yield* placed(expressionsOfTable(step, declaredEnvironment(procedure)), ['steps', id]);
    }
  }
  for (const [id, guardrail] of procedure.guardrails) {
    yield* placed(expressionsOfGuardrail(guardrail), ['guardrails', id]);
  }
}

function* placed(expressions: readonly PlacedExpression[], base: Path): Generator<PlacedExpression> {
  for (const expression of expressions) yield { ...expression, path: [...base, ...expression.path] };
}

function* inputsOf(
  procedure: Procedure,
  id: string,
  call: string | undefined,
  given: ReadonlyMap<string, string>,
): Generator<PlacedExpression> {
  const action = call === undefined ? undefined : procedure.actions.get(call);
  for (const [name, source] of given) {
    if (source === '') continue;
    const expected = action?.input.get(name)?.type;
    yield { path: ['steps', id, 'with', name], source, offset: 0, inTemplate: false, expected };
  }
}

const ofSteps = new WeakMap<Step, readonly PlacedExpression[]>();

/** The expressions of a step but for the inputs of its call and the cells of a table; paths are relative to the step. */
export function expressionsOfStep(step: Step): readonly PlacedExpression[] {
  let expressions = ofSteps.get(step);
  if (!expressions) ofSteps.set(step, (expressions = collectFromStep(step)));
  return expressions;
}

function collectFromStep(step: Step): readonly PlacedExpression[] {
  switch (step.kind) {
    case 'message':
      return [...inWording(['say'], step.say), ...inText(['instruct'], step.instruct)];
    case 'question':
      return inWording(['ask'], step.ask);
    case 'action':
      return [];
    case 'decision':
      return step.branches.flatMap(({ when, cells }, index) =>
        cells ? [] : condition(['branches', index, 'when'], when),
      );
    case 'procedure':
      return [...step.with].flatMap(([name, source]): readonly PlacedExpression[] =>
        source === ''
          ? []
          : [{ path: ['with', name], source, offset: 0, inTemplate: false, expected: undefined }],
      );
    case 'escalation':
      return [
        ...step.triggers.flatMap(({ when }, index) => condition(['triggers', index, 'when'], when)),
        ...inWording(['say'], step.say),
        ...inText(['handoff'], step.handoff),
      ];
    case 'end':
      return inWording(['say'], step.say);
  }
}

const ofGuardrails = new WeakMap<Guardrail, readonly PlacedExpression[]>();

/** Paths are relative to the guardrail. */
export function expressionsOfGuardrail(guardrail: Guardrail): readonly PlacedExpression[] {
  let expressions = ofGuardrails.get(guardrail);
  if (!expressions) {
    expressions = [
      ...inWording(['disclose'], guardrail.disclose),
      ...condition(['confirm'], guardrail.confirm),
      ...condition(['require'], guardrail.require),
      ...inWording(['alwaysSay'], guardrail.alwaysSay),
    ];
    ofGuardrails.set(guardrail, expressions);
  }
  return expressions;
}

function condition(path: Path, source: string | undefined): readonly PlacedExpression[] {
  if (source === undefined || source === '') return [];
  return [{ path, source, offset: 0, inTemplate: false, expected: booleanType }];
}

function inWording(path: Path, wording: Wording | undefined): readonly PlacedExpression[] {
  if (wording === undefined || typeof wording === 'string') return inText(path, wording);
  return [...wording].flatMap(([locale, text]) => inText([...path, locale], text));
}

function inText(path: Path, text: string | undefined): readonly PlacedExpression[] {
  if (!text?.includes('{{')) return [];
  return parseTemplate(text).parts.flatMap((part) =>
    'source' in part
      ? [{ path, source: part.source, offset: part.from, inTemplate: true, expected: undefined }]
      : [],
  );
}
