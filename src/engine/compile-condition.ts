import { compileExpression } from '../condition/compile.ts';
import type { Environment } from '../condition/environment.ts';
import { slotsOf, visitsOf, type Expression } from '../condition/expression.ts';
import { parseTemplate } from '../condition/template.ts';
import type { ValueType } from '../condition/type.ts';
import type { Outcome } from '../condition/value.ts';
import { checkedExpression } from '../document/checked-expression.ts';
import type { Path } from '../document/diagnostic.ts';
import type { StepId, Wording } from '../document/model.ts';
import { languageOf } from '../document/texts/language-of.ts';
import { foldParameters } from './fold-parameters.ts';
import { inProgram, type Layout, type Scope } from './scopes.ts';
import type { KnownTexts } from './known-texts.ts';
import type { CompiledText, CompiledWording, Condition, TextExpression } from './program.ts';

export type Report = (scope: Scope, path: Path, message: string) => void;

/** Expressions to closures, with what each hangs on. What cannot be compiled is reported, and never evaluated. */
export class ConditionCompiler {
  private readonly resolving = new Set<number>();
  private readonly byDerived = new Map<number, Condition | undefined>();
  private readonly visitsByDerived = new Map<number, ReadonlySet<StepId>>();
  private readonly inputsByDerived = new Map<number, ReadonlySet<number>>();

  private readonly environment: Environment;

  constructor(
    private readonly layout: Layout,
    private readonly parameters: readonly Outcome[],
    private readonly texts: KnownTexts,
    private readonly report: Report,
  ) {
    this.environment = layout.environment;
  }

  compile(scope: Scope, source: string, path: Path, expected?: ValueType): Condition {
    const checked = checkedExpression(source, scope.environment, expected);
    if (checked.expression === undefined) {
      this.report(scope, path, checked.problems[0]?.message ?? 'This condition cannot be read.');
      return { source, expression: unreadable, evaluate: () => undefined, inputs: [], plain: false };
    }
    const expression = inProgram(checked.expression, scope);
    this.countsVisits ||= visitsOf(expression).size > 0;
    const evaluate = compileExpression(foldParameters(expression, this.parameters, this.texts));
    const inputs = [...this.inputsOf(expression)];
    const plain = inputs.every((slot) => plainKinds.has(this.environment.declarations[slot]?.type.kind));
    return { source, expression, evaluate, inputs, plain };
  }

  /** Whether some expression compiled so far counts visits. */
  countsVisits = false;

  /** The expression behind a derived name. */
  derived(slot: number): Condition | undefined {
    if (!this.byDerived.has(slot)) {
      this.byDerived.set(slot, undefined);
      const declaration = this.environment.declarations[slot];
      const { is } = declaration ?? {};
      const scope = this.layout.scopeOfSlot[slot];
      if (declaration !== undefined && is !== undefined && scope !== undefined) {
        const path = ['derived', declaration.name, 'is'];
        this.byDerived.set(slot, this.compile(scope, is, path, declaration.type));
      }
    }
    return this.byDerived.get(slot);
  }

  inputsOfDerived(slot: number): ReadonlySet<number> {
    const known = this.inputsByDerived.get(slot);
    if (known !== undefined) return known;
    if (this.resolving.has(slot)) {
      const name = this.environment.declarations[slot]?.name ?? '';
      const scope = this.layout.scopeOfSlot[slot];
      if (scope) this.report(scope, ['derived', name, 'is'], `${name} hangs on itself.`);
      return new Set();
    }
    this.resolving.add(slot);
    const condition = this.derived(slot);
    this.resolving.delete(slot);
    const inputs = condition === undefined ? new Set<number>() : this.inputsOf(condition.expression);
    this.inputsByDerived.set(slot, inputs);
    return inputs;
  }

  visitsOfDerived(slot: number): ReadonlySet<StepId> {
    const known = this.visitsByDerived.get(slot);
    if (known !== undefined) return known;
    this.visitsByDerived.set(slot, new Set());
    const condition = this.derived(slot);
    const visits = condition === undefined ? new Set<StepId>() : this.visitsOf(condition);
    this.visitsByDerived.set(slot, visits);
    return visits;
  }

  /** The steps whose visits a condition counts, through derived names. */
  visitsOf(condition: Condition): ReadonlySet<StepId> {
    const visits = new Set(visitsOf(condition.expression));
    for (const slot of slotsOf(condition.expression)) {
      if (this.environment.declarations[slot]?.role !== 'derived') continue;
      for (const step of this.visitsOfDerived(slot)) visits.add(step);
    }
    return visits;
  }

  text(scope: Scope, text: string, path: Path): CompiledText {
    const parts = parseTemplate(text).parts.map((part): string | TextExpression => {
      if ('text' in part) return part.text;
      const condition = this.compile(scope, part.source, path);
      return { source: part.source, condition, type: condition.expression.type };
    });
    const literal = parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
    return { literal, parts };
  }

  /** A wording that is one text counts as written in the language of the procedure's first locale in scope. */
  wording(scope: Scope, wording: Wording, path: Path): CompiledWording {
    if (typeof wording === 'string') {
      const language = languageOf(scope.procedure.scope.locales[0] ?? 'en');
      return { variants: [{ locale: undefined, language, text: this.text(scope, wording, path) }] };
    }
    const variants = [...wording].map(([locale, text]) => ({
      locale,
      language: languageOf(locale),
      text: this.text(scope, text, [...path, locale]),
    }));
    return variants.length > 0 ? { variants } : this.wording(scope, '', path);
  }

  private inputsOf(expression: Expression): ReadonlySet<number> {
    const inputs = new Set<number>();
    for (const slot of slotsOf(expression)) {
      const role = this.environment.declarations[slot]?.role;
      if (role === 'fact' || role === 'context') inputs.add(slot);
      if (role === 'derived') for (const input of this.inputsOfDerived(slot)) inputs.add(input);
    }
    return inputs;
  }
}

const plainKinds: ReadonlySet<string | undefined> = new Set([
  'string',
  'number',
  'boolean',
  'timestamp',
  'duration',
]);

const unreadable: Expression = {
  kind: 'invalid',
  message: 'unreadable',
  type: { kind: 'dynamic' },
  from: 0,
  to: 0,
};
