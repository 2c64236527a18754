import { booleanType } from '../document/checked-expression.ts';
import type { Path } from '../document/diagnostic.ts';
import type { Guardrail, Wording } from '../document/model.ts';
import { forbiddenText, type ForbiddenText } from '../document/texts/text-rules.ts';
import type { ConditionCompiler, Report } from './compile-condition.ts';
import type { CompiledGuardrail, Disclosure } from './program.ts';
import type { Scope } from './scopes.ts';

export interface GuardrailSetting {
  readonly conditions: ConditionCompiler;
  /** Those of the program; the guardrail adds its own. */
  readonly disclosures: Disclosure[];
  readonly report: Report;
}

export function compileGuardrail(
  scope: Scope,
  ownId: string,
  guardrail: Guardrail,
  index: number,
  { conditions, disclosures, report }: GuardrailSetting,
): CompiledGuardrail {
  const path: Path = ['guardrails', ownId];
  const disclosure = (wording: Wording | undefined, key: string): number | undefined => {
    if (wording === undefined) return undefined;
    const compiled = conditions.wording(scope, wording, [...path, key]);
    return disclosures.push({ guardrail: index, wording: compiled }) - 1;
  };
  const condition = (source: string | undefined, key: string): CompiledGuardrail['confirm'] =>
    source === undefined ? undefined : conditions.compile(scope, source, [...path, key], booleanType);
  const forbidden = (phrase: string, at: number): ForbiddenText => {
    const compiled = forbiddenText(phrase);
    if (!('problem' in compiled)) return compiled;
    report(scope, [...path, 'neverSay', at], compiled.problem);
    return () => undefined;
  };
  return {
    index,
    id: `${scope.prefix}${ownId}`,
    scope,
    ownId,
    severity: guardrail.severity,
    disclose: disclosure(guardrail.disclose, 'disclose'),
    alwaysSay: disclosure(guardrail.alwaysSay, 'alwaysSay'),
    confirm: condition(guardrail.confirm, 'confirm'),
    require: condition(guardrail.require, 'require'),
    neverSay: guardrail.neverSay.map(forbidden),
    limits: guardrail.limits,
  };
}
