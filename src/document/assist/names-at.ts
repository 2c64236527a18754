import { describeType } from './describe-type.ts';
import type { Path } from '../diagnostic.ts';
import type { SopDocument } from '../document.ts';
import { linksOf } from '../graph.ts';
import type { Step } from '../model.ts';
import type { TextCompletion } from './text-completion.ts';

export interface Named {
  readonly name: string;
  readonly kind: TextCompletion['kind'];
  readonly detail: string;
  readonly documentation?: string | undefined;
}

/** The ids and names that the value at `path` may refer to. */
export function namesAt(document: SopDocument, path: Path): readonly Named[] {
  const [section, id, key, ...rest] = path;
  if (section === 'start' && path.length === 1) return steps(document, undefined);
  if (section === 'facts' && key === 'source') return sources(document);
  if (section === 'steps') {
    if (isLink(key) && rest.length === 0) return steps(document, String(id));
    if (key === 'branches' && rest[1] === 'next') return steps(document, String(id));
    if (key === 'outcomes' && rest.length === 1) return steps(document, String(id));
    if (key === 'collects') return facts(document);
    if (key === 'includes') return disclosures(document);
    if (key === 'call' && rest.length === 0) return actions(document);
  }
  if (section === 'guardrails') {
    if (key === 'before') return [...actions(document), ...steps(document, undefined)];
    if (key === 'appliesTo') return steps(document, undefined);
  }
  return [];
}

/** Keys that the author chose elsewhere: inputs of the called action, locales in scope, steps that links wait for. */
export function freeKeysAt(document: SopDocument, path: Path): readonly Named[] {
  const [section, id, key] = path;
  const { procedure } = document;
  if (section === 'steps' && path.length === 1) {
    const missing = new Set(
      linksOf(procedure)
        .map(({ target }) => target)
        .filter((target) => !procedure.steps.has(target)),
    );
    return [...missing].map((name) => ({ name, kind: 'step', detail: 'a link waits for it' }));
  }
  if (section === 'steps' && key === 'with' && path.length === 3) {
    const step = procedure.steps.get(String(id));
    const call = step?.kind === 'action' ? step.call : undefined;
    const inputs = call === undefined ? undefined : procedure.actions.get(call)?.input;
    return [...(inputs ?? [])].map(([name, { type, optional }]) => ({
      name,
      kind: 'key',
      detail: optional ? `${describeType(type)}, optional` : describeType(type),
    }));
  }
  if (section === 'steps' && key === 'returns' && path.length === 3) return facts(document);
  const isWording = ['say', 'ask', 'disclose', 'alwaysSay'].includes(String(key));
  if ((section === 'steps' || section === 'guardrails') && isWording && path.length === 3) {
    return procedure.scope.locales.map((name) => ({ name, kind: 'key', detail: 'locale in scope' }));
  }
  return [];
}

function isLink(key: string | number | undefined): boolean {
  return key === 'next' || key === 'otherwise' || key === 'onError' || key === 'giveUp';
}

function steps(document: SopDocument, except: string | undefined): readonly Named[] {
  return [...document.procedure.steps]
    .filter(([id]) => id !== except)
    .map(([name, step]) => ({ name, kind: 'step', detail: step.kind, documentation: titleOf(step) }));
}

function facts(document: SopDocument): readonly Named[] {
  return [...document.procedure.facts].map(([name, { type, description }]) => ({
    name,
    kind: 'fact',
    detail: describeType(type),
    documentation: description,
  }));
}

function actions(document: SopDocument): readonly Named[] {
  return [...document.procedure.actions].map(([name, { effect, description }]) => ({
    name,
    kind: 'action',
    detail: effect,
    documentation: description,
  }));
}

function disclosures(document: SopDocument): readonly Named[] {
  return [...document.procedure.guardrails]
    .filter(([, { disclose }]) => disclose !== undefined)
    .map(([name, { title }]) => ({ name, kind: 'guardrail', detail: 'disclosure', documentation: title }));
}

function sources(document: SopDocument): readonly Named[] {
  const plain = ['conversation', 'signal'].map((name): Named => ({ name, kind: 'value', detail: '' }));
  return [...plain, ...actions(document)];
}

/** What a reader knows a step by. */
export function titleOf(step: Step): string | undefined {
  if (step.title !== undefined) return step.title;
  const wording = step.kind === 'question' ? step.ask : 'say' in step ? step.say : undefined;
  if (wording !== undefined) return typeof wording === 'string' ? wording : [...wording.values()][0];
  switch (step.kind) {
    case 'action':
      return step.call;
    case 'end':
      return step.outcome;
    case 'escalation':
      return step.queue;
    default:
      return undefined;
  }
}
