import { compileExpression, type Evaluate, type Frame } from '../condition/compile.ts';
import { formatValue, readValue } from '../condition/coerce.ts';
import type { Environment } from '../condition/environment.ts';
import { slotsOf, type Expression } from '../condition/expression.ts';
import { parseTemplate } from '../condition/template.ts';
import { EvaluationError, type Outcome, type Value } from '../condition/value.ts';
import { booleanType, checkedExpression } from '../document/checked-expression.ts';
import { environmentOf } from '../document/environment.ts';
import {
  triggerCategories,
  type Guardrail,
  type Procedure,
  type Step,
  type Wording,
} from '../document/model.ts';
import type { Contact } from '../engine/contact.ts';

/** What the naive interpreter says of a contact. */
export interface NaiveAnswer {
  readonly ended: string;
  readonly outcome: string;
  readonly path: readonly string[];
  readonly said: readonly string[];
  readonly actions: readonly { readonly name: string; readonly args: Readonly<Record<string, Value>> }[];
  readonly escalation: { readonly step: string; readonly category: string | undefined } | undefined;
  readonly violations: readonly string[];
  readonly unknownTriggers: readonly string[];
}

const closures = new WeakMap<Expression, Evaluate>();

function compiled(expression: Expression): Evaluate {
  let evaluate = closures.get(expression);
  if (evaluate === undefined) closures.set(expression, (evaluate = compileExpression(expression)));
  return evaluate;
}

class Over extends Error {
  constructor(
    readonly ended: string,
    readonly outcome = ended,
  ) {
    super(ended);
  }
}

/**
 * The semantics, once more and as simply as can be: every trigger is evaluated on entry to every step and after
 * every turn, derived names are worked out whenever they are read, nothing is prepared or remembered. It shares
 * conditions and the model with the engine, and no code of the engine itself.
 */
export function interpretNaively(procedure: Procedure, contact: Contact): NaiveAnswer {
  return new NaiveRun(procedure, contact).run();
}

class NaiveRun implements Frame {
  readonly slots: Outcome[];
  private readonly environment: Environment;
  private readonly path: string[] = [];
  private readonly said: string[] = [];
  private readonly actions: { name: string; args: Record<string, Value> }[] = [];
  private readonly violations: string[] = [];
  private readonly disclosed = new Set<Wording>();
  /** Unknown values in what was rendered last. */
  private gaps = 0;
  private readonly triggerWasUnknown = new Map<string, boolean>();
  /** By fact: the moment of its last write. */
  private readonly written = new Map<string, number>();
  private moment = 0;
  private turns = 0;
  private escalation: NaiveAnswer['escalation'];

  constructor(
    private readonly procedure: Procedure,
    private readonly contact: Contact,
  ) {
    this.environment = environmentOf(procedure);
    this.slots = this.environment.declarations.map(({ name, role, type }): Outcome => {
      if (role !== 'parameter') return undefined;
      const read = readValue(type, procedure.parameters.get(name.slice('parameters.'.length))?.value);
      return read.ok ? read.value : undefined;
    });
    this.context('contact.intent', contact.intent);
    this.context('contact.channel', contact.channel);
    this.context('contact.locale', contact.locale);
    const at = readValue({ kind: 'timestamp' }, contact.at ?? null);
    this.context('contact.at', at.ok ? at.value : undefined);
    this.context('turns', 0);
    this.writeFacts(contact.facts);
  }

  derived(slot: number): Outcome {
    const { is, type } = this.environment.declarations[slot] ?? {};
    return is === undefined ? undefined : this.evaluate(is, type);
  }

  visits(stepId: string): number {
    return this.path.filter((step) => step === stepId).length;
  }

  run(): NaiveAnswer {
    let over: Over;
    try {
      this.checkScope();
      let id = this.procedure.start;
      for (;;) id = this.enter(id);
    } catch (error) {
      if (!(error instanceof Over)) throw error;
      over = error;
    }
    return {
      ended: over.ended,
      outcome: over.outcome,
      path: this.path,
      said: this.said,
      actions: this.actions,
      escalation: this.escalation,
      violations: this.violations,
      unknownTriggers: [...this.triggerWasUnknown].filter(([, unknown]) => unknown).map(([name]) => name),
    };
  }

  private checkScope(): void {
    const { intents, channels, locales } = this.procedure.scope;
    const outside = (value: string | undefined, listed: readonly string[]): boolean =>
      value !== undefined && listed.length > 0 && !listed.includes(value);
    const { intent, channel, locale } = this.contact;
    if (outside(intent, intents) || outside(channel, channels) || outside(locale, locales)) {
      throw new Over('out-of-scope');
    }
  }

  private enter(id: string | undefined): string | undefined {
    if (id === undefined) throw new Over('stuck');
    if (this.path.length === 500) throw new Over('looping');
    const step = this.procedure.steps.get(id);
    if (step === undefined) throw new Over('stuck');
    this.path.push(id);
    const interrupted = this.triggers(step);
    if (interrupted !== undefined) return interrupted;
    if (step.kind !== 'action') this.guard(id, [id], []);
    switch (step.kind) {
      case 'message':
        this.say(id, step.say);
        for (const name of step.includes) this.sayDisclosure(id, name);
        return step.next;
      case 'question':
        return this.question(id, step);
      case 'decision':
        for (const { when, next } of step.branches) {
          const holds = this.evaluate(when, booleanType);
          if (holds === true) return next;
          if (holds !== false) throw new Over('stuck');
        }
        return step.otherwise;
      case 'action':
        return this.call(id, step);
      case 'escalation':
        this.say(id, step.say);
        this.escalation = { step: id, category: this.interruptedBy };
        throw new Over('escalated');
      case 'end':
        this.say(id, step.say);
        for (const [name, guardrail] of this.procedure.guardrails) {
          if (guardrail.alwaysSay !== undefined)
            this.settle(name, guardrail, id, 'alwaysSay', this.wasSaid(guardrail.alwaysSay));
        }
        throw new Over('end', step.outcome ?? id);
    }
  }

  private interruptedBy: string | undefined;

  private triggers(step: Step): string | undefined {
    if (step.kind === 'escalation' || step.kind === 'end') return undefined;
    const all = [...this.procedure.steps].flatMap(([id, each]) =>
      each.kind === 'escalation'
        ? each.triggers.map((trigger, position) => ({ id, position, ...trigger }))
        : [],
    );
    all.sort(
      (a, b) =>
        triggerCategories.indexOf(a.category) - triggerCategories.indexOf(b.category) ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : a.position - b.position),
    );
    for (const { id, position, when, category } of all) {
      const fires = this.evaluate(when, booleanType);
      this.triggerWasUnknown.set(`${id}[${position}]`, fires === undefined);
      if (fires instanceof EvaluationError) throw new Over('stuck');
      if (fires === true) {
        this.interruptedBy = category;
        return id;
      }
    }
    return undefined;
  }

  private question(id: string, step: Extract<Step, { kind: 'question' }>): string | undefined {
    for (const name of step.includes) this.sayDisclosure(id, name);
    const known = (): boolean => step.collects.every((fact) => this.fact(fact) !== undefined);
    for (let asked = 1; !known(); asked++) {
      if (step.retries !== undefined && asked > step.retries + 1) {
        if (step.giveUp === undefined) throw new Over('stuck');
        return step.giveUp;
      }
      this.say(id, step.ask);
      const turn = this.contact.turns[this.turns];
      if (turn === undefined) throw new Over('stuck');
      this.moment++;
      this.writeFacts(turn.facts);
      this.turns++;
      this.context('turns', this.turns);
      const interrupted = this.triggers(step);
      if (interrupted !== undefined) return interrupted;
    }
    return step.next;
  }

  private call(id: string, step: Extract<Step, { kind: 'action' }>): string | undefined {
    const name = step.call ?? '';
    const args: Record<string, Value> = {};
    const inputs = new Set<string>();
    for (const [input, source] of step.with) {
      const declared = this.procedure.actions.get(name)?.input.get(input);
      const value = this.evaluate(source, declared?.type);
      for (const fact of this.factsBehind(source)) inputs.add(fact);
      if (value === undefined && declared?.optional === true) continue;
      if (value === undefined || value instanceof EvaluationError) throw new Over('stuck');
      args[input] = value;
    }
    this.guard(id, [id, name], [...inputs]);
    const results = this.contact.results[name] ?? [];
    const before = this.actions.filter((action) => action.name === name).length;
    this.actions.push({ name, args });
    const result = results[Math.min(before, results.length - 1)];
    if (result === undefined) return step.next;
    if (!result.ok) return step.onError;
    this.moment++;
    this.writeFacts(result.facts);
    return step.next;
  }

  private guard(id: string, names: readonly string[], inputs: readonly string[]): void {
    for (const [name, guardrail] of this.procedure.guardrails) {
      if (!guardrail.before.some((before) => names.includes(before))) continue;
      if (guardrail.disclose !== undefined) {
        this.settle(name, guardrail, id, 'disclose', this.wasSaid(guardrail.disclose));
      }
      if (guardrail.confirm !== undefined) {
        const yes = this.evaluate(guardrail.confirm, booleanType) === true;
        const asked = this.factsBehind(guardrail.confirm);
        const given = Math.max(0, ...asked.map((fact) => this.written.get(fact) ?? 0));
        const lapsed = asked.length > 0 && inputs.some((fact) => (this.written.get(fact) ?? 0) > given);
        this.settle(name, guardrail, id, 'confirm', yes && !lapsed);
      }
      if (guardrail.require !== undefined) {
        const held = this.evaluate(guardrail.require, booleanType) === true;
        this.settle(name, guardrail, id, 'require', held);
      }
    }
  }

  private settle(name: string, guardrail: Guardrail, step: string, check: string, held: boolean): void {
    if (held) return;
    this.violations.push(`${name} ${check} ${step}`);
    if (guardrail.severity === 'block') throw new Over('blocked');
  }

  private sayDisclosure(step: string, name: string): void {
    this.say(step, this.procedure.guardrails.get(name)?.disclose);
  }

  private say(step: string, wording: Wording | undefined): void {
    if (wording === undefined) return;
    const text = this.render(wording);
    for (const [name, guardrail] of this.procedure.guardrails) {
      if (guardrail.appliesTo !== 'all' && !guardrail.appliesTo.includes(step)) continue;
      for (const phrase of guardrail.neverSay) {
        const found = new RegExp(`(?<!\\w)${phrase.replace(/[^\w\s]/g, String.raw`\$&`)}(?!\\w)`, 'i').test(
          text,
        );
        if (found) this.settle(name, guardrail, step, 'neverSay', false);
      }
      const most = guardrail.limits?.exclamationMarks;
      if (most !== undefined && text.split('!').length - 1 > most)
        this.settle(name, guardrail, step, 'limits', false);
    }
    this.said.push(text);
    for (const { disclose, alwaysSay } of this.procedure.guardrails.values()) {
      for (const wanted of [disclose, alwaysSay]) if (wanted !== undefined) this.noteSaid(wanted, text);
    }
  }

  private noteSaid(wanted: Wording, text: string): void {
    this.gaps = 0;
    const rendered = this.render(wanted);
    if (this.gaps === 0 && text.includes(rendered)) this.disclosed.add(wanted);
  }

  private wasSaid(wording: Wording): boolean {
    return this.disclosed.has(wording);
  }

  private render(wording: Wording): string {
    const { locale } = this.contact;
    const first = this.procedure.scope.locales[0];
    const text =
      typeof wording === 'string'
        ? wording
        : ([locale, locale?.split('-')[0], first]
            .map((key) => wording.get(key ?? ''))
            .find((each) => each !== undefined) ??
          [...wording.values()][0] ??
          '');
    return parseTemplate(text)
      .parts.map((part) => {
        if ('text' in part) return part.text;
        const checked = checkedExpression(part.source, this.environment);
        const value = this.evaluate(part.source);
        const unknown = value === undefined || value instanceof EvaluationError;
        if (unknown) this.gaps++;
        return unknown ? `[${part.source.trim()}?]` : formatValue(value, checked.type);
      })
      .join('');
  }

  private evaluate(source: string, type?: Parameters<typeof checkedExpression>[2]): Outcome {
    const { expression } = checkedExpression(source, this.environment, type);
    if (expression === undefined) throw new Error(`not an expression: ${source}`);
    return compiled(expression)(this);
  }

  private factsBehind(source: string): readonly string[] {
    const { expression } = checkedExpression(source, this.environment);
    return [...(expression === undefined ? [] : slotsOf(expression))].flatMap((slot) => {
      const declaration = this.environment.declarations[slot];
      if (declaration?.is !== undefined) return this.factsBehind(declaration.is);
      if (declaration === undefined || declaration.role === 'parameter') return [];
      return [declaration.name];
    });
  }

  private fact(name: string): Outcome {
    return this.slots[this.environment.byName.get(name)?.slot ?? -1];
  }

  private writeFacts(facts: Readonly<Record<string, unknown>>): void {
    for (const [name, json] of Object.entries(facts)) {
      const declaration = this.environment.byName.get(name);
      if (declaration === undefined) continue;
      const read = readValue(declaration.type, json);
      if (!read.ok || read.value === undefined) continue;
      this.slots[declaration.slot] = read.value;
      this.written.set(name, this.moment);
    }
  }

  private context(name: string, value: Outcome): void {
    const slot = this.environment.byName.get(name)?.slot;
    if (slot !== undefined) this.slots[slot] = value;
    this.written.set(name, this.moment);
  }
}
