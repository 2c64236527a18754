import { formatValue, readValue } from '../condition/coerce.ts';
import { parseTemplate } from '../condition/template.ts';
import { EvaluationError, type Outcome, type Value } from '../condition/value.ts';
import { booleanType, checkedExpression } from '../document/checked-expression.ts';
import {
  triggerCategories,
  type DecisionStep,
  type Guardrail,
  type Procedure,
  type ProcedureStep,
  type Step,
  type Wording,
} from '../document/model.ts';
import type { ProcedureLookup } from '../document/procedure-lookup.ts';
import type { Contact } from '../engine/contact.ts';
import { NaivePlace } from './naive-place.ts';

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

class Over extends Error {
  constructor(
    readonly ended: string,
    readonly outcome = ended,
  ) {
    super(ended);
  }
}

/**
 * The semantics, once more and as simply as can be: every trigger in force is evaluated on entry to every step and
 * after every turn, derived names are worked out whenever they are read, cells of tables are compared one by one,
 * nothing is prepared or remembered. It shares conditions and the model with the engine, and no code of the engine
 * itself.
 */
export function interpretNaively(
  procedure: Procedure,
  contact: Contact,
  lookup: ProcedureLookup = () => undefined,
): NaiveAnswer {
  return new NaiveRun(procedure, contact, lookup).run();
}

/** Where a run stands: a step of a procedure. */
interface At {
  readonly place: NaivePlace;
  readonly id: string | undefined;
}

class NaiveRun {
  private readonly path: string[] = [];
  private readonly said: string[] = [];
  private readonly actions: { name: string; args: Record<string, Value> }[] = [];
  private readonly violations: string[] = [];
  private readonly disclosed = new Set<string>();
  /** Unknown values in what was rendered last. */
  private gaps = 0;
  private readonly triggerWasUnknown = new Map<string, boolean>();
  private readonly first: NaivePlace;
  private moment = 0;
  private turns = 0;
  private escalation: NaiveAnswer['escalation'];

  constructor(
    private readonly procedure: Procedure,
    private readonly contact: Contact,
    lookup: ProcedureLookup,
  ) {
    this.first = new NaivePlace(procedure, '', undefined, lookup, this.path);
    this.context('contact.intent', contact.intent);
    this.context('contact.channel', contact.channel);
    this.context('contact.locale', contact.locale);
    const at = readValue({ kind: 'timestamp' }, contact.at ?? null);
    this.context('contact.at', at.ok ? at.value : undefined);
    this.context('turns', 0);
    this.writeFacts(contact.facts, true);
  }

  run(): NaiveAnswer {
    let over: Over;
    try {
      this.checkScope();
      let at: At = { place: this.first, id: this.procedure.start };
      for (;;) at = this.enter(at);
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

  private enter({ place, id }: At): At {
    if (id === undefined) throw new Over('stuck');
    if (this.path.length === 500) throw new Over('looping');
    const step = place.procedure.steps.get(id);
    if (step === undefined) throw new Over('stuck');
    this.path.push(place.prefix + id);
    const interrupted = this.triggers(place, step);
    if (interrupted !== undefined) return interrupted;
    if (step.kind !== 'action') this.guard(place, id, undefined, []);
    const on = (next: string | undefined): At => ({ place, id: next });
    switch (step.kind) {
      case 'message':
        this.say(place, id, step.say);
        for (const name of step.includes) this.sayDisclosure(place, id, name);
        return on(step.next);
      case 'question':
        return this.question(place, id, step);
      case 'decision':
        return on(this.decide(place, step));
      case 'action':
        return on(this.call(place, id, step));
      case 'procedure':
        return this.open(place, id, step);
      case 'escalation':
        this.say(place, id, step.say);
        this.escalation = { step: place.prefix + id, category: this.interruptedBy };
        throw new Over('escalated');
      case 'end': {
        this.say(place, id, step.say);
        for (const [name, guardrail] of place.procedure.guardrails) {
          if (guardrail.alwaysSay !== undefined)
            this.settle(place, name, place.prefix + id, 'alwaysSay', this.wasSaid(place, name, 'alwaysSay'));
        }
        const outcome = step.outcome ?? id;
        if (place.caller === undefined) throw new Over('end', outcome);
        return this.close(place, place.caller, outcome);
      }
    }
  }

  private open(place: NaivePlace, id: string, step: ProcedureStep): At {
    const inner = place.inner.get(id);
    if (inner === undefined) throw new Error(`nothing to run at ${id}`);
    const given = [...step.with].map(([name, source]) => {
      const value = place.evaluate(source, inner.procedure.facts.get(name)?.type);
      if (value instanceof EvaluationError) throw new Over('stuck');
      return { name, value, moment: place.latest(place.factsBehind(source)) };
    });
    for (const { name, value, moment } of given) inner.set(name, value, moment);
    return { place: inner, id: inner.procedure.start };
  }

  private close(inner: NaivePlace, { place, step }: NonNullable<NaivePlace['caller']>, outcome: string): At {
    const returned = [...step.returns].map(([ours, theirs]) => {
      const value = inner.evaluate(theirs);
      if (value instanceof EvaluationError) throw new Over('stuck');
      return { ours, value, moment: inner.latest(inner.factsBehind(theirs)) };
    });
    for (const { ours, value, moment } of returned) if (value !== undefined) place.set(ours, value, moment);
    return { place, id: step.outcomes.get(outcome) ?? step.next };
  }

  private decide(place: NaivePlace, step: DecisionStep): string | undefined {
    for (const { when, cells, next } of step.branches) {
      const holds = cells
        ? all(cells.map((cell, at) => this.cell(place, step.columns?.[at] ?? '', cell)))
        : place.evaluate(when, booleanType);
      if (holds === true) return next;
      if (holds !== false) throw new Over('stuck');
    }
    return step.otherwise;
  }

  /** Of the few forms that random tables have. */
  private cell(place: NaivePlace, column: string, cell: string): Outcome {
    const text = cell.trim();
    if (text === '' || text === '-') return true;
    if (text.startsWith('['))
      return not(
        all(
          text
            .slice(1, -1)
            .split(',')
            .map((item) => not(this.cell(place, column, item))),
        ),
      );
    if (text.includes('&&')) return all(text.split('&&').map((part) => this.cell(place, column, part)));
    const left = place.evaluate(column);
    if (left === undefined) return undefined;
    const comparison = /^(<=|>=|<|>|==|!=)(.*)$/.exec(text);
    const word = (comparison?.[2] ?? text).trim();
    const right = /^-?\d+$/.test(word)
      ? Number(word)
      : word === 'true'
        ? true
        : word === 'false'
          ? false
          : word;
    switch (comparison?.[1]) {
      case '<':
        return Number(left) < Number(right);
      case '<=':
        return Number(left) <= Number(right);
      case '>':
        return Number(left) > Number(right);
      case '>=':
        return Number(left) >= Number(right);
      case '!=':
        return left !== right;
      default:
        return left === right;
    }
  }

  private interruptedBy: string | undefined;

  private triggers(place: NaivePlace, step: Step): At | undefined {
    if (step.kind === 'escalation' || step.kind === 'end') return undefined;
    const inForce = place.around.flatMap((around) =>
      [...around.procedure.steps].flatMap(([id, each]) =>
        each.kind === 'escalation'
          ? each.triggers.map((trigger, position) => ({
              around,
              id,
              name: around.prefix + id,
              position,
              ...trigger,
            }))
          : [],
      ),
    );
    inForce.sort(
      (a, b) =>
        triggerCategories.indexOf(a.category) - triggerCategories.indexOf(b.category) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.position - b.position),
    );
    for (const { around, id, name, position, when, category } of inForce) {
      const fires = around.evaluate(when, booleanType);
      this.triggerWasUnknown.set(`${name}[${position}]`, fires === undefined);
      if (fires instanceof EvaluationError) throw new Over('stuck');
      if (fires === true) {
        this.interruptedBy = category;
        return { place: around, id };
      }
    }
    return undefined;
  }

  private question(place: NaivePlace, id: string, step: Extract<Step, { kind: 'question' }>): At {
    for (const name of step.includes) this.sayDisclosure(place, id, name);
    const known = (): boolean => step.collects.every((fact) => place.value(fact) !== undefined);
    for (let asked = 1; !known(); asked++) {
      if (step.retries !== undefined && asked > step.retries + 1) {
        if (step.giveUp === undefined) throw new Over('stuck');
        return { place, id: step.giveUp };
      }
      this.say(place, id, step.ask);
      const turn = this.contact.turns[this.turns];
      if (turn === undefined) throw new Over('stuck');
      this.moment++;
      this.writeFacts(turn.facts);
      this.turns++;
      this.context('turns', this.turns);
      const interrupted = this.triggers(place, step);
      if (interrupted !== undefined) return interrupted;
    }
    return { place, id: step.next };
  }

  private call(place: NaivePlace, id: string, step: Extract<Step, { kind: 'action' }>): string | undefined {
    const name = step.call ?? '';
    const args: Record<string, Value> = {};
    const inputs = new Set<string>();
    for (const [input, source] of step.with) {
      const declared = place.procedure.actions.get(name)?.input.get(input);
      const value = place.evaluate(source, declared?.type);
      for (const fact of place.factsBehind(source)) inputs.add(fact);
      if (value === undefined && declared?.optional === true) continue;
      if (value === undefined || value instanceof EvaluationError) throw new Over('stuck');
      args[input] = value;
    }
    this.guard(place, id, name, [...inputs]);
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

  /** The guardrails around a step: those of its own procedure name it, all of them may name the action. */
  private guard(place: NaivePlace, id: string, action: string | undefined, inputs: readonly string[]): void {
    for (const around of place.around) {
      for (const [name, guardrail] of around.procedure.guardrails) {
        const named =
          (around === place && guardrail.before.includes(id)) ||
          (action !== undefined && guardrail.before.includes(action));
        if (!named) continue;
        const settle = (check: string, held: boolean): void =>
          this.settle(around, name, place.prefix + id, check, held);
        if (guardrail.disclose !== undefined) settle('disclose', this.wasSaid(around, name, 'disclose'));
        if (guardrail.confirm !== undefined) {
          const yes = around.evaluate(guardrail.confirm, booleanType) === true;
          const asked = around.factsBehind(guardrail.confirm);
          const lapsed = asked.length > 0 && place.latest(inputs) > around.latest(asked);
          settle('confirm', yes && !lapsed);
        }
        if (guardrail.require !== undefined) {
          settle('require', around.evaluate(guardrail.require, booleanType) === true);
        }
      }
    }
  }

  private settle(place: NaivePlace, name: string, step: string, check: string, held: boolean): void {
    if (held) return;
    this.violations.push(`${place.prefix}${name} ${check} ${step}`);
    if (place.procedure.guardrails.get(name)?.severity === 'block') throw new Over('blocked');
  }

  private sayDisclosure(place: NaivePlace, step: string, name: string): void {
    this.say(place, step, place.procedure.guardrails.get(name)?.disclose);
  }

  private say(place: NaivePlace, step: string, wording: Wording | undefined): void {
    if (wording === undefined) return;
    const text = this.render(place, wording);
    for (const around of place.around) {
      for (const [name, guardrail] of around.procedure.guardrails) {
        const governs =
          guardrail.appliesTo === 'all' || guardrail.appliesTo.includes(around.ownStep(place, step));
        if (governs) this.checkText(around, name, guardrail, place.prefix + step, text);
      }
    }
    this.said.push(text);
    for (const each of this.first.all) {
      for (const [name, guardrail] of each.procedure.guardrails) {
        for (const what of ['disclose', 'alwaysSay'] as const)
          this.noteSaid(each, name, what, guardrail[what], text);
      }
    }
  }

  private checkText(place: NaivePlace, name: string, guardrail: Guardrail, step: string, text: string): void {
    for (const phrase of guardrail.neverSay) {
      const found = new RegExp(`(?<!\\w)${phrase.replace(/[^\w\s]/g, String.raw`\$&`)}(?!\\w)`, 'i').test(
        text,
      );
      if (found) this.settle(place, name, step, 'neverSay', false);
    }
    const most = guardrail.limits?.exclamationMarks;
    if (most !== undefined && text.split('!').length - 1 > most)
      this.settle(place, name, step, 'limits', false);
  }

  private noteSaid(
    place: NaivePlace,
    name: string,
    what: 'disclose' | 'alwaysSay',
    wanted: Wording | undefined,
    text: string,
  ): void {
    if (wanted === undefined) return;
    this.gaps = 0;
    const rendered = this.render(place, wanted);
    if (this.gaps === 0 && text.includes(rendered)) this.disclosed.add(`${place.prefix}${name} ${what}`);
  }

  private wasSaid(place: NaivePlace, name: string, what: 'disclose' | 'alwaysSay'): boolean {
    return this.disclosed.has(`${place.prefix}${name} ${what}`);
  }

  private render(place: NaivePlace, wording: Wording): string {
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
        const checked = checkedExpression(part.source, place.environment);
        const value = place.evaluate(part.source);
        const unknown = value === undefined || value instanceof EvaluationError;
        if (unknown) this.gaps++;
        return unknown ? `[${part.source.trim()}?]` : formatValue(value, checked.type);
      })
      .join('');
  }

  /** A value is for every procedure that has a fact of its name, but for what one is given: `atFirst` that is left out. */
  private writeFacts(facts: Readonly<Record<string, unknown>>, atFirst = false): void {
    for (const place of this.first.all) {
      for (const [name, json] of Object.entries(facts)) {
        const declaration = place.environment.byName.get(name);
        if (declaration === undefined || (atFirst && place.caller?.step.with.has(name))) continue;
        const read = readValue(declaration.type, json);
        if (read.ok && read.value !== undefined) place.set(name, read.value, this.moment);
      }
    }
  }

  private context(name: string, value: Outcome): void {
    for (const place of this.first.all) place.set(name, value, this.moment);
  }
}

function all(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes(false)) return false;
  return outcomes.every((outcome) => outcome === true) ? true : undefined;
}

function not(outcome: Outcome): Outcome {
  return outcome === undefined ? undefined : outcome !== true;
}
