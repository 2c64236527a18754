import type { Environment } from '../../condition/environment.ts';
import { humanised, nameOf } from '../../document/humanised.ts';
import type { EscalationStep, Guardrail, Step, Wording } from '../../document/model.ts';
import { sentenceOf } from '../../document/condition-sentence.ts';
import type { ElementKind } from '../ui/element-kind.ts';

/** The words of one node. */
export interface ElementContent {
  readonly kind: ElementKind;
  readonly id: string;
  readonly title: string;
  /** One line of what it is about; undefined where the rows say it. */
  readonly substance: string | undefined;
  /** True where the substance only says that something is still to be written. */
  readonly unwritten: boolean;
  /** Beside the kind's word: what changes how the element works. */
  readonly note: string | undefined;
  readonly rows: readonly ContentRow[];
  /** The procedure that it calls. */
  readonly callee?: string | undefined;
  /** Whether a link leaves beside the title. */
  readonly hasNext: boolean;
}

export interface ContentRow {
  /** The port at its right end; none where the row only tells something. */
  readonly port: string | undefined;
  readonly label: string;
  readonly detail: string;
  readonly tone: 'branch' | 'usual' | 'fallback' | 'trigger';
}

export function contentOfStep(id: string, step: Step, environment: Environment): ElementContent {
  const base = {
    id,
    kind: step.kind,
    title: nameOf(id, step),
    note: undefined,
    rows: [] as readonly ContentRow[],
    hasNext: true,
  };
  switch (step.kind) {
    case 'message':
      return {
        ...base,
        ...substance(wordingOf(step.say) ?? step.instruct ?? included(step.includes), 'No text yet'),
      };
    case 'question': {
      const rows: ContentRow[] = [];
      if (step.retries !== undefined || step.giveUp !== undefined) {
        rows.push({
          port: 'giveUp',
          label: 'Gives up',
          detail: givesUpAfter(step.retries),
          tone: 'fallback',
        });
      }
      return {
        ...base,
        ...substance(wordingOf(step.ask) ?? included(step.includes), 'No question yet'),
        rows,
      };
    }
    case 'action':
      return {
        ...base,
        ...substance(step.call, 'No action chosen yet'),
        rows: [{ port: 'onError', label: 'On error', detail: '', tone: 'fallback' }],
      };
    case 'decision':
      return {
        ...base,
        substance: undefined,
        unwritten: false,
        hasNext: false,
        rows: [
          ...step.branches.map((branch, index): ContentRow => {
            const sentence =
              branch.when.trim() === '' ? 'No condition yet' : sentenceOf(branch.when, environment);
            return {
              port: `branch:${index}`,
              label: branch.label ?? sentence,
              detail: branch.label === undefined ? '' : sentence,
              tone: 'branch',
            };
          }),
          { port: 'otherwise', label: 'Otherwise', detail: '', tone: 'usual' },
        ],
      };
    case 'procedure':
      return {
        ...base,
        ...substance(step.procedure, 'No procedure chosen yet'),
        callee: step.procedure,
        rows: [...step.outcomes.keys()].map((outcome) => ({
          port: `outcome:${outcome}`,
          label: humanised(outcome),
          detail: '',
          tone: 'branch',
        })),
      };
    case 'escalation':
      return {
        ...base,
        ...substance(step.queue === undefined ? undefined : `Queue ${step.queue}`, 'No queue yet'),
        note: step.priority === 'normal' ? undefined : `${step.priority} priority`,
        rows: triggerRows(step, environment),
        hasNext: false,
      };
    case 'end':
      return { ...base, ...substance(step.outcome, 'No outcome yet'), hasNext: false };
  }
}

export function contentOfGuardrail(
  id: string,
  guardrail: Guardrail,
  environment: Environment,
): ElementContent {
  const everywhere = guardrail.appliesTo === 'all' && guardrail.before.length === 0;
  const notes = [guardrail.severity === 'warn' ? 'warns' : undefined, everywhere ? 'every step' : undefined];
  return {
    id,
    kind: 'guardrail',
    title: nameOf(id, guardrail),
    ...substance(ruleOf(guardrail, environment), 'No rule yet'),
    note: notes.filter((note) => note !== undefined).join(' · ') || undefined,
    rows: [],
    hasNext: false,
  };
}

function substance(
  text: string | undefined,
  unwritten: string,
): Pick<ElementContent, 'substance' | 'unwritten'> {
  const line = text?.replaceAll(/\s+/g, ' ').trim();
  return line ? { substance: line, unwritten: false } : { substance: unwritten, unwritten: true };
}

function wordingOf(wording: Wording | undefined): string | undefined {
  return typeof wording === 'string' ? wording : wording?.values().next().value;
}

function included(guardrails: readonly string[]): string | undefined {
  return guardrails.length > 0 ? `Says ${guardrails.join(', ')}` : undefined;
}

function givesUpAfter(retries: number | undefined): string {
  if (retries === undefined) return '';
  return retries === 1 ? 'after 1 retry' : `after ${retries} retries`;
}

function triggerRows(step: EscalationStep, environment: Environment): ContentRow[] {
  if (step.triggers.length === 0) return [];
  const when = step.triggers.map((trigger) => sentenceOf(trigger.when, environment));
  return [{ port: undefined, label: 'From anywhere', detail: `when ${when.join('; or ')}`, tone: 'trigger' }];
}

function ruleOf(guardrail: Guardrail, environment: Environment): string | undefined {
  const rules = [
    prefixed('Say: ', wordingOf(guardrail.disclose)),
    prefixed('Needs a yes: ', guardrail.confirm && sentenceOf(guardrail.confirm, environment)),
    prefixed('Requires: ', guardrail.require && sentenceOf(guardrail.require, environment)),
    prefixed('Always say: ', wordingOf(guardrail.alwaysSay)),
    prefixed('Never say: ', guardrail.neverSay.join(', ')),
    guardrail.tone,
    limitsOf(guardrail),
  ];
  return rules.find((rule) => rule !== undefined && rule !== '');
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text ? prefix + text : undefined;
}

function limitsOf({ limits }: Guardrail): string | undefined {
  if (!limits) return undefined;
  const parts = [
    limits.words === undefined ? undefined : `at most ${limits.words} words`,
    limits.readingGrade === undefined ? undefined : `reading grade ${limits.readingGrade} at most`,
    limits.exclamationMarks === undefined
      ? undefined
      : `at most ${limits.exclamationMarks} exclamation marks`,
  ].filter((part) => part !== undefined);
  return parts.join(', ') || undefined;
}
