import { readValue } from '../condition/coerce.ts';
import type { Outcome } from '../condition/value.ts';
import { blockingDiagnostics } from '../document/calls/blocking.ts';
import type { Diagnostic, Path } from '../document/diagnostic.ts';
import type { SopDocument } from '../document/document.ts';
import { reachableSteps } from '../document/graph.ts';
import type { Procedure, StepId, Wording } from '../document/model.ts';
import type { ProcedureLookup } from '../document/procedure-lookup.ts';
import { ConditionCompiler } from './compile-condition.ts';
import { compileGuardrail } from './compile-guardrail.ts';
import { compileStep, type StepSetting } from './compile-step.ts';
import { compileTriggers } from './compile-triggers.ts';
import { KnownTexts } from './known-texts.ts';
import {
  nowhere,
  type CompiledGuardrail,
  type CompiledStep,
  type CompiledTrigger,
  type Disclosure,
  type Program,
  type Readers,
  type Saying,
} from './program.ts';
import { layoutOf, pathInFirst, type Layout, type Scope } from './scopes.ts';

export type Compiled =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

interface Remembered {
  readonly compiled: Compiled;
  readonly found: Layout['found'];
}

const programs = new WeakMap<Procedure, Remembered>();

/**
 * Makes a procedure ready to run, with the procedures that its steps run, found by `lookup`. It fails when something
 * that runs has an error; errors in steps that nothing leads to, or in what is only told about the procedure, do not
 * matter here. Remembered per procedure for as long as those that it runs stay the same.
 */
export function compileProcedure(source: SopDocument | Procedure, lookup?: ProcedureLookup): Compiled {
  const procedure = 'procedure' in source ? source.procedure : source;
  if ('procedure' in source) {
    const problems = blockingDiagnostics(source, reachableSteps(procedure));
    if (problems.length > 0) return { ok: false, problems };
  }
  const known = programs.get(procedure);
  if (known && [...known.found].every(([id, found]) => lookup?.(id)?.procedure === found)) {
    return known.compiled;
  }
  const compiler = new Compiler(procedure, lookup);
  const compiled = compiler.compile();
  // What is missing may be found the next time.
  if (compiled.ok || !compiler.runsOthers)
    programs.set(procedure, { compiled, found: compiler.layout.found });
  return compiled;
}

class Compiler {
  private readonly problems: Diagnostic[] = [];
  readonly layout: Layout;
  private readonly texts: KnownTexts;
  private readonly initial: readonly Outcome[];
  private readonly conditions: ConditionCompiler;
  private readonly sayings: Saying[] = [];
  private readonly disclosures: Disclosure[] = [];
  private readonly stepIndex: ReadonlyMap<StepId, number>;

  constructor(
    private readonly procedure: Procedure,
    lookup: ProcedureLookup | undefined,
  ) {
    this.layout = layoutOf(
      procedure,
      lookup,
      (scope, id, message) => this.report(scope, ['steps', id, 'procedure'], message),
      (document, reachable) => blockingDiagnostics(document, reachable)[0]?.message,
    );
    const { environment, scopes } = this.layout;
    this.texts = new KnownTexts(environment);
    this.initial = this.initialSlots();
    this.conditions = new ConditionCompiler(this.layout, this.initial, this.texts, this.report);
    const ids = scopes.flatMap(({ prefix, procedure: { steps }, reachable }) =>
      [...steps.keys()].filter((id) => reachable.has(id)).map((id) => `${prefix}${id}`),
    );
    this.stepIndex = new Map(ids.map((id, index) => [id, index]));
  }

  get runsOthers(): boolean {
    return [...this.procedure.steps.values()].some(({ kind }) => kind === 'procedure');
  }

  compile(): Compiled {
    const { procedure, initial } = this;
    const { environment, scopes } = this.layout;
    const guardrails: CompiledGuardrail[] = [];
    for (const scope of scopes) {
      for (const [id, guardrail] of scope.procedure.guardrails) {
        guardrails.push(
          compileGuardrail(scope, id, guardrail, guardrails.length, {
            conditions: this.conditions,
            disclosures: this.disclosures,
            report: this.report,
          }),
        );
      }
    }
    const start = this.startOf(procedureOf(scopes));
    const triggers = compileTriggers(scopes, this.stepIndex, this.conditions);
    const derived = environment.declarations.map((declaration) =>
      declaration.role === 'derived' ? this.conditions.derived(declaration.slot) : undefined,
    );
    const steps = this.steps(guardrails, triggers);
    const readers = environment.declarations.map((declaration) => this.readersOf(declaration.slot, triggers));
    if (this.problems.length > 0) return { ok: false, problems: this.problems };
    const slot = (name: string): number => environment.byName.get(name)?.slot ?? nowhere;
    const program: Program = {
      procedure,
      scopes,
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
      effects: effectsOf(scopes),
    };
    return { ok: true, program };
  }

  private readonly report = (scope: Scope, path: Path, message: string): void => {
    this.problems.push({
      code: 'not-runnable',
      severity: 'error',
      message: scope.caller ? `${scope.procedure.id}: ${message}` : message,
      span: { from: 0, to: 0 },
      path: pathInFirst(scope, path),
      fixes: [],
    });
  };

  private initialSlots(): readonly Outcome[] {
    const { environment, scopeOfSlot } = this.layout;
    return environment.declarations.map(({ role, name, type, slot }): Outcome => {
      const scope = scopeOfSlot[slot];
      if (role !== 'parameter' || !scope) return undefined;
      const own = name.slice(`${scope.prefix}parameters.`.length);
      const read = readValue(type, scope.procedure.parameters.get(own)?.value);
      if (read.ok) return read.value;
      this.report(scope, ['parameters', own, 'value'], read.message);
      return undefined;
    });
  }

  private steps(
    guardrails: readonly CompiledGuardrail[],
    triggers: readonly CompiledTrigger[],
  ): readonly CompiledStep[] {
    const settings = new Map<Scope, StepSetting>();
    const steps: CompiledStep[] = [];
    for (const scope of this.layout.scopes) {
      const outer = scope.caller && settings.get(scope.caller.scope);
      const setting = this.settingOf(scope, guardrails, triggers, outer);
      settings.set(scope, setting);
      for (const [id, step] of scope.procedure.steps) {
        if (!scope.reachable.has(id)) continue;
        const readers = this.readersOfVisits(`${scope.prefix}${id}`, triggers);
        steps.push(compileStep(id, step, setting, readers));
      }
    }
    return steps;
  }

  private startOf(scope: Scope): number {
    return this.stepAt(scope, scope.procedure.start, ['start'], 'The procedure has no start step.');
  }

  private stepAt(scope: Scope, id: StepId | undefined, path: Path, missing: string): number {
    const index = id === undefined ? undefined : this.stepIndex.get(`${scope.prefix}${id}`);
    if (index === undefined)
      this.report(scope, path, id === undefined ? missing : `There is no step "${id}".`);
    return index ?? nowhere;
  }

  private settingOf(
    scope: Scope,
    guardrails: readonly CompiledGuardrail[],
    triggers: readonly CompiledTrigger[],
    outer: StepSetting | undefined,
  ): StepSetting {
    const inForce = guardrails.filter((guardrail) => scope.chain.includes(guardrail.scope));
    const own = new Map(inForce.filter((each) => each.scope === scope).map((each) => [each.ownId, each]));
    return {
      scope,
      outer,
      conditions: this.conditions,
      slotOf: (name, path) => {
        const declaration = scope.environment.byName.get(name);
        if (declaration?.role !== 'fact') this.report(scope, path, `There is no fact "${name}".`);
        return scope.slots[declaration?.slot ?? nowhere] ?? nowhere;
      },
      target: (id, path) => (id === undefined ? nowhere : this.stepAt(scope, id, path, '')),
      saying: (step, as, wording, path, guardrail) =>
        this.saying(scope, step, as, wording, path, guardrail, inForce),
      beforeOf: (id, action) =>
        inForce.flatMap((guardrail) => {
          const before = guardrail.scope.procedure.guardrails.get(guardrail.ownId)?.before ?? [];
          const named =
            (guardrail.scope === scope && before.includes(id)) ||
            (action !== undefined && before.includes(action));
          return named ? [guardrail.index] : [];
        }),
      guardrailNamed: (id) => own.get(id),
      scopeRunBy: (id) =>
        this.layout.scopes.find(({ caller }) => caller?.scope === scope && caller.id === id),
      indexOf: (id) => this.stepIndex.get(`${scope.prefix}${id}`) ?? nowhere,
      startOf: (inner) => this.startOf(inner),
      triggersWithin: (inner) => indicesWhere(triggers, (trigger) => trigger.scope.chain.includes(inner)),
      report: (path, message) => this.report(scope, path, message),
    };
  }

  private saying(
    scope: Scope,
    step: StepId,
    as: Saying['as'],
    wording: Wording,
    path: Path,
    guardrail: CompiledGuardrail | undefined,
    inForce: readonly CompiledGuardrail[],
  ): number {
    const governedBy = inForce.flatMap((each) => {
      const appliesTo = each.scope.procedure.guardrails.get(each.ownId)?.appliesTo ?? [];
      const rules = each.neverSay.length > 0 || each.limits !== undefined;
      const here = stepIn(each.scope, scope, step);
      return rules && (appliesTo === 'all' || appliesTo.includes(here)) ? [each.index] : [];
    });
    const compiled = this.conditions.wording(scope, wording, path);
    return (
      this.sayings.push({
        step: `${scope.prefix}${step}`,
        as,
        guardrail: guardrail?.id,
        disclosure: guardrail?.disclose,
        wording: compiled,
        governedBy,
      }) - 1
    );
  }

  private readersOf(slot: number, triggers: readonly CompiledTrigger[]): Readers | undefined {
    const derived = this.layout.environment.declarations
      .filter(
        (declaration) =>
          declaration.role === 'derived' && this.conditions.inputsOfDerived(declaration.slot).has(slot),
      )
      .map((declaration) => declaration.slot);
    const reading = indicesWhere(triggers, ({ condition }) => condition.inputs.includes(slot));
    return derived.length + reading.length === 0 ? undefined : { derived, triggers: reading };
  }

  private readersOfVisits(id: StepId, triggers: readonly CompiledTrigger[]): Readers | undefined {
    const derived = this.layout.environment.declarations
      .filter(
        (declaration) =>
          declaration.role === 'derived' && this.conditions.visitsOfDerived(declaration.slot).has(id),
      )
      .map((declaration) => declaration.slot);
    const reading = indicesWhere(triggers, ({ condition }) => this.conditions.visitsOf(condition).has(id));
    return derived.length + reading.length === 0 ? undefined : { derived, triggers: reading };
  }
}

/** The first scope is the procedure that is compiled. */
function procedureOf([first]: readonly Scope[]): Scope {
  if (!first) throw new Error('a layout without scopes');
  return first;
}

/** The step of an outer scope that a step of an inner one is part of: itself, or one that runs a procedure. */
function stepIn(outer: Scope, inner: Scope, step: StepId): StepId {
  return inner.chain[outer.chain.length]?.caller?.id ?? step;
}

function effectsOf(scopes: readonly Scope[]): ReadonlyMap<string, 'read' | 'write'> {
  const effects = new Map<string, 'read' | 'write'>();
  for (const { procedure } of scopes) {
    for (const [name, { effect }] of procedure.actions) {
      if (effects.get(name) !== 'write') effects.set(name, effect);
    }
  }
  return effects;
}

function indicesWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): readonly number[] {
  return items.flatMap((item, index) => (holds(item) ? [index] : []));
}
