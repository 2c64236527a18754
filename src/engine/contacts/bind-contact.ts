import { readValue } from '../../condition/coerce.ts';
import { typePhrase } from '../../condition/type-rules.ts';
import type { Declaration } from '../../condition/environment.ts';
import { EvaluationError, type Outcome, type Value } from '../../condition/value.ts';
import type { ActionResult, Contact } from '../contact.ts';
import type { Program } from '../program.ts';
import { textsFor, type LocaleTexts } from '../texts.ts';
import type { TraceEvent } from '../trace.ts';
import type { ContactProblem } from './contact-problem.ts';
import { factNamesOf, type FactTree } from './fact-tree.ts';
import { isRecord, nameOf, type JsonRecord } from './read-contact.ts';

/** A contact made ready for one program: facts are checked against their types and stand in their slots. */
export interface BoundContact {
  readonly contact: Contact;
  readonly id: string;
  /** By slot: everything that is known when the run starts. */
  readonly slots: readonly Outcome[];
  /** What the trace opens with: the facts known from the start, in the order of their declarations. */
  readonly opening: readonly TraceEvent[];
  readonly turns: readonly BoundTurn[];
  readonly results: ReadonlyMap<string, readonly BoundResult[]>;
  readonly texts: LocaleTexts;
  /** Why the procedure does not cover the contact; undefined when it does. */
  readonly outOfScope: string | undefined;
  /** Mistyped facts; they stay unknown. */
  readonly problems: readonly ContactProblem[];
  /** Facts that the contact gives and the procedure does not declare. */
  readonly undeclared: readonly string[];
}

export interface BoundTurn {
  readonly text: string;
  readonly writes: readonly Write[];
}

/** One fact set, with the event that tells of it. */
export interface Write {
  readonly slot: number;
  readonly value: Value | undefined;
  readonly event: TraceEvent;
}

export type BoundResult =
  | { readonly ok: true; readonly writes: readonly Write[] }
  | { readonly ok: false; readonly error: string };

/** Never throws: what does not fit is a problem. */
export function bindContact(program: Program, contact: Contact): BoundContact {
  const binder = new Binder(program, contact.id);
  const slots = program.initial.slice();
  const { context } = program;
  const { given } = factNamesOf(program);
  slots[context.intent] = contact.intent;
  slots[context.channel] = contact.channel;
  slots[context.locale] = contact.locale;
  slots[context.at] = binder.clock(contact.at);
  slots[context.turns] = 0;
  binder.read(contact.facts, '', ({ slot }, value) => {
    if (!given.has(slot)) slots[slot] = value;
  });
  const results = new Map<string, readonly BoundResult[]>();
  for (const [action, list] of Object.entries(contact.results)) {
    results.set(
      action,
      list.map((result) => binder.result(action, result)),
    );
  }
  const turns = contact.turns.map((turn, index) => ({
    text: turn.text,
    writes: binder.bind(turn.facts, 'turn', ` in turn ${index + 1}`),
  }));
  return new Bound(program, contact, slots, turns, results.size === 0 ? noResults : results, binder);
}

const nothing: readonly never[] = [];
const noResults: BoundContact['results'] = new Map();

/** Kept small, and apart from what a run seldom reads: a batch's speed is that of the memory it goes through. */
class Bound implements BoundContact {
  readonly id: string;
  readonly texts: LocaleTexts;
  readonly outOfScope: string | undefined;
  readonly turns: readonly BoundTurn[];
  readonly problems: readonly ContactProblem[];
  readonly undeclared: readonly string[];
  private events: readonly TraceEvent[] | undefined;

  constructor(
    private readonly program: Program,
    readonly contact: Contact,
    readonly slots: readonly Outcome[],
    turns: readonly BoundTurn[],
    readonly results: BoundContact['results'],
    binder: Binder,
  ) {
    this.id = contact.id;
    this.texts = textsFor(program, contact.locale);
    this.outOfScope = outOfScope(program, contact);
    this.turns = turns.length === 0 ? nothing : turns;
    this.problems = binder.problems.length === 0 ? nothing : binder.problems;
    this.undeclared = binder.undeclared.size === 0 ? nothing : [...binder.undeclared];
  }

  /** Made when first asked for: most runs of a batch record nothing. */
  get opening(): readonly TraceEvent[] {
    this.events ??= this.program.environment.declarations.flatMap(
      ({ role, slot, name }): readonly TraceEvent[] => {
        const value = this.slots[slot];
        if (role !== 'fact' || value === undefined || value instanceof EvaluationError) return nothing;
        return [{ type: 'set', fact: name, value, by: 'contact' }];
      },
    );
    return this.events;
  }
}

/** Binds what a person types while a run is under way. */
export function bindTurn(
  program: Program,
  contact: Contact,
  text: string,
  facts: JsonRecord,
): BoundTurn & Pick<BoundContact, 'problems'> {
  const binder = new Binder(program, contact.id);
  return { text, writes: binder.bind(facts, 'turn', ''), problems: binder.problems };
}

/** What is not known is not out of scope: only a value that is known and not listed is. */
function outOfScope(program: Program, contact: Contact): string | undefined {
  const { intents, channels, locales } = program.procedure.scope;
  const { intent, channel, locale } = contact;
  if (intent !== undefined && intents.length > 0 && !intents.includes(intent))
    return `the intent ${intent} is not in scope`;
  if (channel !== undefined && channels.length > 0 && !channels.includes(channel)) {
    return `the channel ${channel} is not in scope`;
  }
  if (locale !== undefined && locales.length > 0 && !locales.some((each) => covers(each, locale))) {
    return `the locale ${locale} is not in scope`;
  }
  return undefined;
}

/** `de` in scope covers `de-AT` too. */
function covers(listed: string, locale: string): boolean {
  return locale === listed || locale.startsWith(`${listed}-`);
}

class Binder {
  readonly problems: ContactProblem[] = [];
  readonly undeclared = new Set<string>();

  constructor(
    private readonly program: Program,
    private readonly contact: string,
  ) {}

  bind(facts: JsonRecord, by: 'turn' | 'action', where: string): readonly Write[] {
    const writes: Write[] = [];
    this.read(facts, where, ({ name, slot }, value) => {
      writes.push({ slot, value, event: { type: 'set', fact: name, value, by } });
    });
    return writes;
  }

  /** Tells of every fact that is known and fits its type. */
  read(facts: JsonRecord, where: string, found: (declaration: Declaration, value: Value) => void): void {
    this.descend(facts, factNamesOf(this.program).tree, '', (declaration, json) => {
      const value = this.value(declaration, json, where);
      if (value !== undefined) found(declaration, value);
    });
  }

  result(action: string, result: ActionResult): BoundResult {
    if (!result.ok) return result;
    return { ok: true, writes: this.bind(result.facts, 'action', ` in the result of ${action}`) };
  }

  clock(at: string | undefined): Outcome {
    if (at === undefined) return undefined;
    const read = readValue({ kind: 'timestamp' }, at);
    if (read.ok) return read.value;
    this.report(`at is not a time such as 2026-03-02T09:30:00Z: ${read.message}`);
    return undefined;
  }

  private descend(
    facts: JsonRecord,
    tree: FactTree,
    prefix: string,
    found: (declaration: Declaration, json: unknown) => void,
  ): void {
    for (const key of Object.keys(facts)) {
      const json = facts[key];
      const name = prefix + key;
      let place: FactTree | undefined = tree;
      for (const segment of key.includes('.') ? key.split('.') : [key]) place = place?.children.get(segment);
      if (place === undefined) {
        this.undeclared.add(name);
        continue;
      }
      for (const declaration of place.declarations) found(declaration, json);
      // What is a record for one procedure may be a group of facts for another.
      const groups = place.children.size > 0;
      if (groups && isRecord(json)) this.descend(json, place, `${name}.`, found);
      else if (place.declarations.length > 0) continue;
      else if (json !== null && json !== undefined) {
        this.report(
          `${name} is ${nameOf(json)}; it should be a map, since facts such as ${this.example(place)} stand in it.`,
        );
      }
    }
  }

  private example(tree: FactTree): string {
    for (const child of tree.children.values()) return child.declarations[0]?.name ?? this.example(child);
    return '';
  }

  private value(declaration: Declaration, json: unknown, where: string): Value | undefined {
    const read = readValue(declaration.type, json);
    if (read.ok) return typeof read.value === 'string' ? this.program.texts.pick(read.value) : read.value;
    const inside = read.path.length === 0 ? '' : ` (at ${read.path.join('.')})`;
    this.report(
      `${declaration.name}${where} should be ${typePhrase(declaration.type)}${inside}: ${read.message} It stays unknown.`,
    );
    return undefined;
  }

  private report(message: string): void {
    this.problems.push({
      severity: 'warning',
      message: `Contact ${this.contact}: ${message}`,
      contact: this.contact,
      line: undefined,
      column: undefined,
    });
  }
}
