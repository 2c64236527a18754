import { compilePattern } from '../condition/text-pattern.ts';
import type { Environment } from '../condition/environment.ts';
import { readValue } from '../condition/coerce.ts';
import type { Outcome } from '../condition/value.ts';
import { booleanType } from '../document/checked-expression.ts';
import type { Diagnostic, Path } from '../document/diagnostic.ts';
import type { SopDocument } from '../document/document.ts';
import { environmentOf } from '../document/environment.ts';
import {
  triggerCategories,
  type Guardrail,
  type Procedure,
  type StepId,
  type Wording,
} from '../document/model.ts';
import { ConditionCompiler } from './compile-condition.ts';
import { compileStep, type StepScope } from './compile-step.ts';
import {
  nowhere,
  type CompiledGuardrail,
  type CompiledTrigger,
  type Disclosure,
  type Program,
  type Readers,
  type Saying,
} from './program.ts';
import { KnownTexts } from './known-texts.ts';
import { reachableSteps } from './reachable.ts';
import { forbiddenPhrase, type ForbiddenText } from './text-rules.ts';
import { blockingDiagnostics } from './blocking.ts';

export type Compiled =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

const programs = new WeakMap<Procedure, Compiled>();

/**
 * Makes a procedure ready to run. It fails when something that runs has an error; errors in steps that nothing leads
 * to, or in what is only told about the procedure, do not matter here. Remembered per procedure.
 */
export function compileProcedure(source: SopDocument | Procedure): Compiled {
  const procedure = 'procedure' in source ? source.procedure : source;
  const reachable = reachableSteps(procedure);
  if ('procedure' in source) {
    const problems = blockingDiagnostics(source, reachable);
    if (problems.length > 0) return { ok: false, problems };
  }
  let compiled = programs.get(procedure);
  if (compiled === undefined)
    programs.set(procedure, (compiled = new Compiler(procedure, reachable).compile()));
  return compiled;
}

class Compiler {
  private readonly problems: Diagnostic[] = [];
  private readonly environment: Environment;
  private readonly texts: KnownTexts;
  private readonly initial: readonly Outcome[];
  private readonly conditions: ConditionCompiler;
  private readonly sayings: Saying[] = [];
  private readonly disclosures: Disclosure[] = [];
  private readonly stepIndex: ReadonlyMap<StepId, number>;

  constructor(
    private readonly procedure: Procedure,
    reachable: ReadonlySet<StepId>,
  ) {
    this.environment = environmentOf(procedure);
    this.texts = new KnownTexts(this.environment);
    this.initial = this.initialSlots();
    this.conditions = new ConditionCompiler(this.environment, this.initial, this.texts, this.report);
    const ids = [...procedure.steps.keys()].filter((id) => reachable.has(id));
    this.stepIndex = new Map(ids.map((id, index) => [id, index]));
  }

  compile(): Compiled {
    const { procedure, environment, initial } = this;
    const guardrails = [...procedure.guardrails].map(([id, guardrail], index) =>
      this.guardrail(id, guardrail, index),
    );
    const start = this.stepAt(procedure.start, ['start'], 'The procedure has no start step.');
    const triggers = this.triggers();
    const scope = this.stepScope(guardrails);
    const derived = environment.declarations.map((declaration) =>
      declaration.role === 'derived' ? this.conditions.derived(declaration.slot) : undefined,
    );
    for (const id of this.stepIndex.keys()) {
      if (procedure.steps.get(id)?.kind === 'procedure')
        this.report(['steps', id], 'Procedure steps cannot be run yet.');
    }
    if (this.problems.length > 0) return { ok: false, problems: this.problems };
    const steps = [...this.stepIndex].flatMap(([id, index]) => {
      const step = procedure.steps.get(id);
      return step === undefined
        ? []
        : [compileStep(id, index, step, scope, this.readersOfVisits(id, triggers))];
    });
    const readers = environment.declarations.map((declaration) => this.readersOf(declaration.slot, triggers));
    if (this.problems.length > 0) return { ok: false, problems: this.problems };
    const slot = (name: string): number => environment.byName.get(name)?.slot ?? nowhere;
    const program: Program = {
      procedure,
      environment,
      initial,
      texts: this.texts,
      derivedSlots: derived.flatMap((condition, slot) => (condition === undefined ? [] : [slot])),
      derived,
      readers,
      context: {
        intent: slot('contact.intent'),
        channel: slot('contact.channel'),
        locale: slot('contact.locale'),
        at: slot('contact.at'),
        turns: slot('turns'),
      },
      steps,
      stepIndex: this.stepIndex,
      start,
      triggers,
      guardrails,
      sayings: this.sayings,
      disclosures: this.disclosures,
      confirms: guardrails.some((guardrail) => guardrail.confirm !== undefined),
      countsVisits: this.conditions.countsVisits,
    };
    return { ok: true, program };
  }

  private readonly report = (path: Path, message: string): void => {
    this.problems.push({
      code: 'not-runnable',
      severity: 'error',
      message,
      span: { from: 0, to: 0 },
      path,
      fixes: [],
    });
  };

  private initialSlots(): readonly Outcome[] {
    return this.environment.declarations.map((declaration): Outcome => {
      if (declaration.role !== 'parameter') return undefined;
      const name = declaration.name.slice('parameters.'.length);
      const read = readValue(declaration.type, this.procedure.parameters.get(name)?.value);
      if (read.ok) return read.value;
      this.report(['parameters', name, 'value'], read.message);
      return undefined;
    });
  }

  private stepAt(id: StepId | undefined, path: Path, missing: string): number {
    const index = id === undefined ? undefined : this.stepIndex.get(id);
    if (index === undefined) this.report(path, id === undefined ? missing : `There is no step "${id}".`);
    return index ?? nowhere;
  }

  private stepScope(guardrails: readonly CompiledGuardrail[]): StepScope {
    return {
      procedure: this.procedure,
      conditions: this.conditions,
      slotOf: (name, path) => {
        const declaration = this.environment.byName.get(name);
        if (declaration?.role !== 'fact') this.report(path, `There is no fact "${name}".`);
        return declaration?.slot ?? nowhere;
      },
      target: (id, path) => (id === undefined ? nowhere : this.stepAt(id, path, '')),
      saying: (step, as, wording, path, guardrail) =>
        this.saying(step, as, wording, path, guardrail, guardrails),
      beforeOf: (names) =>
        guardrails.flatMap((compiled) => {
          const before = this.procedure.guardrails.get(compiled.id)?.before ?? [];
          return before.some((name) => names.includes(name)) ? [compiled.index] : [];
        }),
      guardrailNamed: (id) => guardrails.find((guardrail) => guardrail.id === id),
    };
  }

  private saying(
    step: StepId,
    as: Saying['as'],
    wording: Wording,
    path: Path,
    guardrail: CompiledGuardrail | undefined,
    guardrails: readonly CompiledGuardrail[],
  ): number {
    const governedBy = guardrails.flatMap((each) => {
      const appliesTo = this.procedure.guardrails.get(each.id)?.appliesTo ?? [];
      const rules = each.neverSay.length > 0 || each.limits !== undefined;
      return rules && (appliesTo === 'all' || appliesTo.includes(step)) ? [each.index] : [];
    });
    const compiled = this.conditions.wording(wording, path, this.procedure.scope.locales[0]);
    const disclosure = guardrail?.disclose;
    return (
      this.sayings.push({ step, as, guardrail: guardrail?.id, disclosure, wording: compiled, governedBy }) - 1
    );
  }

  private guardrail(id: string, guardrail: Guardrail, index: number): CompiledGuardrail {
    const path: Path = ['guardrails', id];
    const disclosure = (wording: Wording | undefined, key: string): number | undefined => {
      if (wording === undefined) return undefined;
      const compiled = this.conditions.wording(wording, [...path, key], this.procedure.scope.locales[0]);
      return this.disclosures.push({ guardrail: index, wording: compiled }) - 1;
    };
    const condition = (source: string | undefined, key: string): CompiledGuardrail['confirm'] =>
      source === undefined ? undefined : this.conditions.compile(source, [...path, key], booleanType);
    return {
      index,
      id,
      severity: guardrail.severity,
      disclose: disclosure(guardrail.disclose, 'disclose'),
      alwaysSay: disclosure(guardrail.alwaysSay, 'alwaysSay'),
      confirm: condition(guardrail.confirm, 'confirm'),
      require: condition(guardrail.require, 'require'),
      neverSay: guardrail.neverSay.map((phrase, at) => this.forbidden(phrase, [...path, 'neverSay', at])),
      limits: guardrail.limits,
    };
  }

  private forbidden(phrase: string, path: Path): ForbiddenText {
    const pattern = /^\/(.+)\/$/s.exec(phrase)?.[1];
    if (pattern === undefined) return forbiddenPhrase(phrase);
    const compiled = compilePattern(pattern);
    if ('problem' in compiled) {
      this.report(path, compiled.problem);
      return () => undefined;
    }
    return (text) => {
      const found = compiled.find(text);
      return found === undefined ? undefined : text.slice(found.from, found.to);
    };
  }

  private triggers(): readonly CompiledTrigger[] {
    const triggers: CompiledTrigger[] = [];
    for (const [stepId, step] of this.stepIndex) {
      const escalation = this.procedure.steps.get(stepId);
      if (escalation?.kind !== 'escalation') continue;
      for (const [position, { when, category }] of escalation.triggers.entries()) {
        const path = ['steps', stepId, 'triggers', position, 'when'];
        const condition = this.conditions.compile(when, path, booleanType);
        triggers.push({ evaluate: condition.evaluate, step, stepId, position, category, condition });
      }
    }
    return triggers.sort(
      (one, other) =>
        triggerCategories.indexOf(one.category) - triggerCategories.indexOf(other.category) ||
        compareIds(one.stepId, other.stepId) ||
        one.position - other.position,
    );
  }

  private readersOf(slot: number, triggers: readonly CompiledTrigger[]): Readers | undefined {
    const derived = this.environment.declarations
      .filter(
        (declaration) =>
          declaration.role === 'derived' && this.conditions.inputsOfDerived(declaration.slot).has(slot),
      )
      .map((declaration) => declaration.slot);
    const reading = indicesWhere(triggers, ({ condition }) => condition.inputs.includes(slot));
    return derived.length + reading.length === 0 ? undefined : { derived, triggers: reading };
  }

  private readersOfVisits(id: StepId, triggers: readonly CompiledTrigger[]): Readers | undefined {
    const derived = this.environment.declarations
      .filter(
        (declaration) =>
          declaration.role === 'derived' && this.conditions.visitsOfDerived(declaration.slot).has(id),
      )
      .map((declaration) => declaration.slot);
    const reading = indicesWhere(triggers, ({ condition }) => this.conditions.visitsOf(condition).has(id));
    return derived.length + reading.length === 0 ? undefined : { derived, triggers: reading };
  }
}

/** By code units, so that the order is the same everywhere. */
function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function indicesWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): readonly number[] {
  return items.flatMap((item, index) => (holds(item) ? [index] : []));
}
