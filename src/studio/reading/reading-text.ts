import type { Environment } from '../../condition/environment.ts';
import { describeExpression } from '../../condition/sentence.ts';
import { nameOf } from '../../document/humanised.ts';
import { booleanType, checkedExpression } from '../../document/checked-expression.ts';
import type { Guardrail, Procedure, Step, StepId, Wording } from '../../document/model.ts';

/** One sentence of the reading view; `to` leads on. */
export interface ReadingLine {
  readonly text: string;
  readonly to?: StepId;
}

/** What a step does, for someone who reads no YAML. */
export function linesOfStep(
  step: Step,
  procedure: Procedure,
  environment: Environment,
): readonly ReadingLine[] {
  switch (step.kind) {
    case 'message':
      return [
        ...said('Say', step.say),
        ...told('Tell the customer', step.instruct),
        ...disclosed(step.includes, procedure),
        ...leads('Then', step.next),
      ];
    case 'question':
      return [
        ...said('Ask', step.ask),
        ...disclosed(step.includes, procedure),
        ...leads('Once answered', step.next),
        ...leads('When no answer comes', step.giveUp),
      ];
    case 'action':
      return [
        ...told('Call', step.call),
        ...leads('When it works', step.next),
        ...leads('When it fails', step.onError),
      ];
    case 'decision':
      return [
        ...step.branches.map((branch) => ({
          text: `${branch.label === undefined ? '' : `${branch.label}: `}if ${sentence(branch.when, environment)}`,
          ...(branch.next !== undefined && { to: branch.next }),
        })),
        ...leads('Otherwise', step.otherwise),
      ];
    case 'procedure':
      return [
        ...told('Follow the procedure', step.procedure),
        ...[...step.outcomes].flatMap(([outcome, to]) => leads(`When it ends as “${outcome}”`, to)),
        ...leads('Then', step.next),
      ];
    case 'escalation':
      return [
        ...said('Say', step.say),
        { text: `Hand over to ${step.queue ?? 'a person'}, ${step.priority} priority` },
        ...step.triggers.map(({ when }) => ({ text: `From anywhere, when ${sentence(when, environment)}` })),
      ];
    case 'end':
      return [...said('Say', step.say), ...told('Outcome', step.outcome)];
  }
}

/** What a guardrail demands. */
export function linesOfGuardrail(
  guardrail: Guardrail,
  { steps }: Procedure,
  environment: Environment,
): readonly ReadingLine[] {
  const before =
    guardrail.before.length === 0
      ? ''
      : ` before ${guardrail.before.map((id) => (steps.has(id) ? nameOf(id, steps.get(id)) : id)).join(', ')}`;
  return [
    ...said(`Say word for word${before}`, guardrail.disclose),
    ...condition(`The customer agreed${before}`, guardrail.confirm, environment),
    ...condition(`Required${before}`, guardrail.require, environment),
    ...said('Say at least once', guardrail.alwaysSay),
    ...(guardrail.neverSay.length > 0 ? [{ text: `Never say: ${guardrail.neverSay.join(', ')}` }] : []),
    ...told('Tone', guardrail.tone),
  ];
}

function condition(
  label: string,
  when: string | undefined,
  environment: Environment,
): readonly ReadingLine[] {
  return when === undefined ? [] : [{ text: `${label}: ${sentence(when, environment)}` }];
}

function sentence(when: string, environment: Environment): string {
  const { expression } = checkedExpression(when, environment, booleanType);
  return expression === undefined ? when : describeExpression(expression);
}

function said(label: string, wording: Wording | undefined): readonly ReadingLine[] {
  if (wording === undefined) return [];
  if (typeof wording === 'string') return [{ text: `${label}: “${wording}”` }];
  return [...wording].map(([locale, text]) => ({ text: `${label} (${locale}): “${text}”` }));
}

function told(label: string, text: string | undefined): readonly ReadingLine[] {
  return text === undefined ? [] : [{ text: `${label}: ${text}` }];
}

function disclosed(ids: readonly string[], { guardrails }: Procedure): readonly ReadingLine[] {
  if (ids.length === 0) return [];
  return [{ text: `Includes the wording of ${ids.map((id) => nameOf(id, guardrails.get(id))).join(', ')}` }];
}

function leads(label: string, to: StepId | undefined): readonly ReadingLine[] {
  return to === undefined ? [] : [{ text: label, to }];
}
