import { holds } from './sentence.ts';
import type { ToldGuardrail, ToldProcedure, ToldStep } from './told-procedure.ts';

/** What happens to a contact, in words. */
export interface Answer {
  /** `ends: refunded`, `handed over: tier-2`, `out of scope`, `blocked: Refund timing`, `cannot tell: …`. */
  readonly end: string;
  readonly calls: readonly string[];
  /** Guardrails whose wording was said, in order. */
  readonly said: readonly string[];
}

const ranks = [
  'safety',
  'regulatory',
  'customer request',
  'policy exception',
  'repeated failure',
  'sentiment',
];

/** Follows a procedure as it was told, with what the question says of a contact. */
export function answer(question: string, told: ToldProcedure): Answer {
  return new Listener(question, told).answer();
}

class Listener {
  readonly #known = new Map<string, string>();
  readonly #turns: string[][] = [];
  readonly #results = new Map<string, string[][]>();
  readonly #derived: string[] = [];
  readonly #calls: string[] = [];
  readonly #said: string[] = [];
  readonly #visits = new Map<string, number>();
  #turn = 0;

  constructor(
    question: string,
    readonly told: ToldProcedure,
  ) {
    let block: string[] = this.#derived;
    const first: string[] = [];
    for (const line of question.split('\n')) {
      if (line === 'From the beginning:') block = first;
      else if (line === 'What follows from these:') block = this.#derived;
      else if (line.startsWith('The customer answers')) this.#turns.push((block = []));
      else if (line.startsWith('  ')) block.push(line.slice(2));
      else {
        const [, action = ''] = /^(\S+) (?:gives|fails)/.exec(line) ?? [];
        block = line.includes(' fails') ? ['fails'] : [];
        this.#results.set(action, [...(this.#results.get(action) ?? []), block]);
      }
    }
    this.#learn(first);
    this.#learn(this.#derived);
  }

  #learn(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name, value] = /^(\S+) is (.*)$/s.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.#known.set(name, value);
    }
    this.#known.set('turns', String(this.#turn));
    for (const { called } of this.told.steps.values()) {
      this.#known.set(`the visits to ${idOf(called)}`, String(this.#visits.get(called) ?? 0));
    }
  }

  #holds(sentence: string): boolean | undefined {
    return holds(sentence, this.#known, this.told.names);
  }

  answer(): Answer {
    const end = this.#follow();
    return { end, calls: this.#calls, said: [...new Set(this.#said)] };
  }

  #follow(): string {
    const { intents, channels, start } = this.told;
    const outside = (list: readonly string[], name: string): boolean =>
      list.length > 0 && this.#known.has(name) && !list.includes(this.#known.get(name) ?? '');
    if (outside(intents, 'contact.intent') || outside(channels, 'contact.channel')) return 'out of scope';
    let called: string | undefined = start;
    for (let count = 0; called !== undefined && count < 500; count += 1) {
      const step = this.told.steps.get(called);
      if (step === undefined) return `cannot tell: nothing is told of ${called}`;
      this.#visits.set(called, (this.#visits.get(called) ?? 0) + 1);
      this.#learn([]);
      const trigger = step.kind === 'Escalation' || step.kind === 'End' ? undefined : this.#triggered();
      const next: string | { readonly end: string } = trigger ?? this.#take(step);
      if (typeof next === 'object') return next.end;
      called = next;
    }
    return 'cannot tell: it goes on and on';
  }

  #triggered(): string | undefined {
    const fired = [...this.told.steps.values()].flatMap(({ called, triggers }) =>
      triggers.filter(({ when }) => this.#holds(when) === true).map(({ category }) => ({ called, category })),
    );
    fired.sort((a, b) => ranks.indexOf(a.category) - ranks.indexOf(b.category));
    return fired[0]?.called;
  }

  #take(step: ToldStep): string | { readonly end: string } {
    const stop = this.#blocked(step.guardrails.filter(({ where }) => where === 'before this'));
    if (stop !== undefined) return { end: `blocked: ${stop}` };
    for (const { where, title } of step.guardrails) if (where === 'said here') this.#said.push(title);
    switch (step.kind) {
      case 'End':
        return { end: `ends: ${step.outcome}` };
      case 'Escalation':
        return { end: `handed over: ${step.queue}` };
      case 'Question':
        return this.#ask(step);
      case 'Action':
        return this.#call(step);
      case 'Decision':
        return this.#decide(step);
      case 'Message':
        return step.ways[0]?.to ?? { end: 'cannot tell: it leads nowhere' };
      default:
        return { end: `cannot tell: ${step.called} is a ${step.kind}` };
    }
  }

  #blocked(guardrails: readonly ToldGuardrail[]): string | undefined {
    return guardrails.find(
      ({ title, onlyWarns, rules }) =>
        !onlyWarns &&
        rules.some((rule) => {
          const [, condition] = /^(?:Required|The customer has agreed): (.*)$/s.exec(rule) ?? [];
          if (condition !== undefined) return this.#holds(condition) !== true;
          return rule.startsWith('Say word for word') && !this.#said.includes(title);
        }),
    )?.title;
  }

  #ask(step: ToldStep): string | { readonly end: string } {
    const lacks = (): boolean => step.toFindOut.some((name) => !this.#known.has(name));
    for (let asked = 0; lacks(); asked += 1) {
      const givesUp = step.ways.find(({ words }) => words.startsWith('If still unknown'));
      if (step.asksAgain !== undefined && asked > step.asksAgain && givesUp !== undefined) return givesUp.to;
      const turn = this.#turns[this.#turn];
      if (turn === undefined) return { end: 'no answer' };
      this.#turn += 1;
      this.#learn(turn);
      const trigger = this.#triggered();
      if (trigger !== undefined) return trigger;
    }
    return step.ways[0]?.to ?? { end: 'cannot tell: it leads nowhere' };
  }

  #call(step: ToldStep): string | { readonly end: string } {
    const name = step.calls ?? '';
    this.#calls.push(name);
    const results = this.#results.get(name);
    const result = results !== undefined && results.length > 1 ? results.shift() : results?.[0];
    const fails = result?.[0] === 'fails';
    if (!fails) this.#learn(result ?? []);
    const way = fails
      ? step.ways.find(({ words }) => words.startsWith('When it fails'))
      : step.ways.find(({ words }) => words.startsWith('When it works'));
    return way?.to ?? { end: 'cannot tell: it leads nowhere' };
  }

  #decide(step: ToldStep): string | { readonly end: string } {
    for (const { conditions, to, words } of step.ways) {
      const all = conditions.map((condition) => this.#holds(condition));
      if (all.includes(false)) continue;
      if (!all.includes(undefined)) return to;
      return { end: `cannot tell: ${words}` };
    }
    return { end: 'cannot tell: nothing holds' };
  }
}

/** Sentences that count visits call a step by its id, which its heading spells out: `7 Block card` is `block-card`. */
function idOf(called: string): string {
  return called.replace(/^\S+ /, '').toLowerCase().replaceAll(' ', '-');
}
