import { parse, stringify } from 'yaml';

/** A procedure as plain data, loosely: faults are put in as a careless author would. */
interface PlainStep {
  kind: string;
  next?: string;
  onError?: string;
  giveUp?: string;
  retries?: number;
  otherwise?: string;
  includes?: string[];
  collects?: string[];
  call?: string;
  branches?: { when: unknown; next?: string }[];
  columns?: string[];
  [key: string]: unknown;
}
interface PlainGuardrail {
  before?: string[];
  disclose?: unknown;
  confirm?: string;
  require?: string;
  [key: string]: unknown;
}
interface PlainProcedure {
  id: string;
  start: string;
  facts: Record<string, { source?: string; type: string }>;
  actions: Record<string, unknown>;
  steps: Record<string, PlainStep>;
  guardrails: Record<string, PlainGuardrail>;
  [key: string]: unknown;
}

export interface GuardrailFault {
  readonly kind: string;
  readonly procedure: string;
  /** What was done. */
  readonly what: string;
  /** The guardrails of which at least one is no longer kept. */
  readonly guardrails: readonly string[];
  readonly text: string;
}

/** Every fault of the kinds known here that can be put into a procedure, in the text's order. */
export function guardrailFaultsOf(text: string): readonly GuardrailFault[] {
  const original = parse(text) as PlainProcedure;
  const faults: GuardrailFault[] = [];
  const put = (
    kind: string,
    what: string,
    guardrail: string | readonly string[],
    change: (procedure: PlainProcedure) => void,
  ): void => {
    const changed = parse(text) as PlainProcedure;
    change(changed);
    faults.push({
      kind,
      procedure: original.id,
      what,
      guardrails: typeof guardrail === 'string' ? [guardrail] : guardrail,
      text: stringify(changed, { aliasDuplicateObjects: false }),
    });
  };
  const guarded = guardedSteps(original);

  for (const [id, step] of Object.entries(original.steps)) {
    for (const name of step.includes ?? []) {
      const leads = guarded.some(
        ({ guardrail, target }) => guardrail === name && reaches(original, id, target),
      );
      if (!leads) continue;
      put('disclosure removed', `${id} no longer includes ${name}`, name, ({ steps }) => {
        const changed = steps[id] as PlainStep;
        changed.includes = (changed.includes ?? []).filter((each) => each !== name);
        if (changed.includes.length === 0) delete changed.includes;
      });
      const after = guarded.find(
        ({ guardrail, target }) => guardrail === name && reaches(original, id, target),
      );
      const follows = after && original.steps[after.target]?.next;
      if (after === undefined || follows === undefined) continue;
      put('disclosure moved after', `${name} is said after ${after.target}`, name, ({ steps }) => {
        const changed = steps[id] as PlainStep;
        changed.includes = (changed.includes ?? []).filter((each) => each !== name);
        steps['said-late'] = { kind: 'message', includes: [name], next: follows };
        (steps[after.target] as PlainStep).next = 'said-late';
      });
    }
  }

  for (const { guardrail, target, rule } of guarded) {
    const shortcuts = Object.entries(original.steps).filter(
      ([id]) => id !== target && reaches(original, id, target),
    );
    const all = guarded.filter((each) => each.target === target).map((each) => each.guardrail);
    const first = all[0] === guardrail;
    const read = inputsOf(original.steps[target]);
    for (const [id, step] of shortcuts) {
      if (first && step.kind === 'action' && step.onError !== undefined && step.onError !== target) {
        put('failure goes on', `${id} goes to ${target} when it fails`, all, ({ steps }) => {
          (steps[id] as PlainStep).onError = target;
        });
      }
      const needed = (step.collects ?? []).some((fact) => read.includes(fact));
      if (first && step.giveUp !== undefined && step.giveUp !== target && !needed) {
        put('giving up goes on', `${id} gives up to ${target}`, all, ({ steps }) => {
          (steps[id] as PlainStep).giveUp = target;
        });
      }
      if (first && step.otherwise !== undefined && original.steps[step.otherwise]?.kind === 'end') {
        put('denial goes on', `${id} goes to ${target} otherwise`, all, ({ steps }) => {
          (steps[id] as PlainStep).otherwise = target;
        });
      }
      const deciding = (step.branches ?? []).findIndex(
        ({ when, next }) =>
          next !== undefined &&
          reaches(original, next, target) &&
          String(when) === (rule.require ?? rule.confirm),
      );
      if (deciding !== -1) {
        put('decision dropped', `${id} no longer decides`, guardrail, ({ steps }) => {
          const next = step.branches?.[deciding]?.next ?? '';
          steps[id] = { kind: 'message', instruct: 'Go on.', next };
        });
      }
    }
    const asking = Object.entries(original.steps).filter(
      ([id, step]) =>
        step.kind === 'question' &&
        rule.confirm !== undefined &&
        (step.collects ?? []).some((fact) => rule.confirm?.includes(fact) === true) &&
        reaches(original, id, target),
    );
    for (const [id] of asking) {
      put('question dropped', `what led to ${id} leads to ${target}`, guardrail, ({ steps }) => {
        for (const step of Object.values(steps)) redirect(step, id, target);
      });
    }
    const call = original.steps[target];
    if (call?.kind === 'action' && rule.confirm !== undefined) {
      const fact = Object.keys(original.facts).find(
        (name) => read.includes(name) && isBackEnd(original, name),
      );
      const source = fact === undefined ? undefined : original.facts[fact]?.source;
      if (
        source !== undefined &&
        source !== 'conversation' &&
        source !== 'signal' &&
        /^[a-z_.]+$/.test(source)
      ) {
        put('input read again', `${fact} is read again before ${target}`, guardrail, ({ actions, steps }) => {
          actions[source] ??= { effect: 'read' };
          steps['read-again'] = { kind: 'action', call: source, next: target, onError: 'read-again-failed' };
          steps['read-again-failed'] = { kind: 'end', outcome: 'failed' };
          const inputs = (actions[source] as { input?: Record<string, unknown> }).input;
          if (inputs !== undefined) {
            steps['read-again']['with'] = Object.fromEntries(
              Object.keys(inputs).flatMap((name) => (typeof inputs[name] === 'string' ? [[name, fact]] : [])),
            );
          }
          for (const [id, step] of Object.entries(steps))
            if (id !== 'read-again') redirect(step, target, 'read-again');
        });
      }
      const told = Object.keys(original.facts).find(
        (name) =>
          read.includes(name) &&
          original.facts[name]?.source === 'conversation' &&
          !decides(original, name) &&
          Object.values(original.steps).filter((step) => inputsOf(step).includes(name)).length === 1,
      );
      if (told !== undefined) {
        put('input asked after', `${told} is asked for just before ${target}`, guardrail, ({ steps }) => {
          for (const [id, step] of Object.entries(steps)) {
            if (step.collects?.includes(told) !== true) continue;
            step.collects = step.collects.filter((name) => name !== told);
            if (step.collects.length === 0)
              steps[id] = { kind: 'message', instruct: 'Go on.', next: step.next ?? '' };
          }
          for (const step of Object.values(steps)) redirect(step, target, 'ask-late');
          steps['ask-late'] = { kind: 'question', ask: 'And which one?', collects: [told], next: target };
        });
      }
    }
  }

  for (const [id, step] of Object.entries(original.steps)) {
    if (step.kind === 'action') {
      put('guardrail added', `a disclosure before ${id} that nothing says`, 'new-rule', ({ guardrails }) => {
        guardrails['new-rule'] = { disclose: 'This cannot be taken back.', before: [id] };
      });
    }
    if (step.kind === 'escalation' && Array.isArray(step['triggers'])) {
      put(
        'trigger around it',
        `a disclosure before ${id}, which triggers lead to`,
        'new-rule',
        ({ guardrails }) => {
          guardrails['new-rule'] = { disclose: 'A person reads along from now on.', before: [id] };
        },
      );
    }
    if (step.kind === 'end') {
      put(
        'said before some ends',
        `${id} alone says what always is to be said`,
        'new-rule',
        ({ guardrails, steps }) => {
          guardrails['new-rule'] = { alwaysSay: 'Thank you for your patience.' };
          (steps[id] as PlainStep)['say'] = 'Thank you for your patience.';
        },
      );
    }
  }
  return faults;
}

interface Guarded {
  readonly guardrail: string;
  readonly target: string;
  readonly rule: PlainGuardrail;
}

function guardedSteps(procedure: PlainProcedure): readonly Guarded[] {
  return Object.entries(procedure.guardrails).flatMap(([guardrail, rule]) =>
    Object.entries(procedure.steps).flatMap(([target, { call }]) => {
      const named = (rule.before ?? []).some((name) => name === target || name === call);
      const asks = rule.disclose !== undefined || rule.confirm !== undefined || rule.require !== undefined;
      return named && asks ? [{ guardrail, target, rule }] : [];
    }),
  );
}

function inputsOf(step: PlainStep | undefined): readonly string[] {
  return Object.values((step?.['with'] ?? {}) as Record<string, unknown>).map(String);
}

function isBackEnd(procedure: PlainProcedure, fact: string): boolean {
  const source = procedure.facts[fact]?.source;
  const called = source !== undefined && /^[a-z_.]+$/.test(source);
  return called && !['conversation', 'signal', 'auth.session'].includes(source);
}

/** Whether some condition reads a fact. */
function decides({ steps, derived }: PlainProcedure, fact: string): boolean {
  const deciding = Object.values(steps).filter(({ kind }) => kind === 'decision');
  return JSON.stringify([deciding, derived ?? {}]).includes(fact);
}

function targetsOf(step: PlainStep): readonly string[] {
  const outcomes = Object.values((step['outcomes'] ?? {}) as Record<string, string>);
  const branches = (step.branches ?? []).map(({ next }) => next);
  return [step.next, step.onError, step.giveUp, step.otherwise, ...branches, ...outcomes].filter(
    (target) => target !== undefined,
  );
}

function reaches(procedure: PlainProcedure, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const step = procedure.steps[id];
    if (step !== undefined) open.push(...targetsOf(step));
  }
  return false;
}

function redirect(step: PlainStep, from: string, to: string): void {
  for (const slot of ['next', 'onError', 'giveUp', 'otherwise'] as const)
    if (step[slot] === from) step[slot] = to;
  for (const branch of step.branches ?? []) if (branch.next === from) branch.next = to;
}
