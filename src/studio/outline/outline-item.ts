import type { Path } from '../../document/diagnostic.ts';
import type { Tie } from '../../document/graph.ts';
import type { StepId } from '../../document/model.ts';
import type { NameSection } from '../../document/operations/plan-rename-name.ts';
import type { Link } from '../../document/operations/link.ts';
import type { ElementKind } from '../ui/element-kind.ts';

/** What an item stands for. */
export type OutlineSubject =
  | { readonly is: 'section'; readonly section: 'scope' | NameSection | 'steps' | 'guardrails' }
  | { readonly is: 'scope'; readonly field: 'intents' | 'channels' | 'locales' }
  | { readonly is: 'declaration'; readonly section: NameSection; readonly name: string }
  | { readonly is: 'step'; readonly id: StepId; readonly kind: ElementKind }
  | { readonly is: 'guardrail'; readonly id: string }
  | { readonly is: 'way'; readonly link: Link; readonly target: StepId | undefined }
  | { readonly is: 'trigger'; readonly step: StepId; readonly index: number; readonly count: number }
  | { readonly is: 'tie'; readonly tie: Tie; readonly under: 'step' | 'guardrail' };

/** One line of the outline. */
export interface OutlineItem {
  /** Unique; the same for as long as the thing is the same. */
  readonly key: string;
  readonly subject: OutlineSubject;
  readonly parent: string | undefined;
  /** From 1. */
  readonly level: number;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly size: number;
  /** Undefined: it has no children. */
  readonly isOpen: boolean | undefined;
  /** What people call it. */
  readonly title: string;
  /** Before the title: a step's number. */
  readonly number: string | undefined;
  /** The kind in a word. */
  readonly word: string;
  /** What it is about, in a line. */
  readonly substance: string;
  readonly errors: number;
  readonly warnings: number;
}

/** `step:ID` or `guardrail:ID`: what is selected while the item is at hand. */
export function elementOf({ subject }: OutlineItem): string | undefined {
  switch (subject.is) {
    case 'step':
      return `step:${subject.id}`;
    case 'guardrail':
      return `guardrail:${subject.id}`;
    case 'way':
      return subject.link.from === undefined ? undefined : `step:${subject.link.from}`;
    case 'trigger':
      return `step:${subject.step}`;
    case 'tie':
      return subject.under === 'step' ? `step:${subject.tie.step}` : `guardrail:${subject.tie.guardrail}`;
    default:
      return undefined;
  }
}

/** Where the text says it, for what is no element. */
export function pathOf({ subject }: OutlineItem): Path | undefined {
  switch (subject.is) {
    case 'section':
      return [subject.section];
    case 'scope':
      return ['scope', subject.field];
    case 'declaration':
      return [subject.section, subject.name];
    default:
      return undefined;
  }
}

/** What a screen reader says: kind, title, substance, problems. */
export function spokenName({ number, title, word, substance, errors, warnings }: OutlineItem): string {
  const problems = [
    errors === 0 ? '' : errors === 1 ? '1 error' : `${errors} errors`,
    warnings === 0 ? '' : warnings === 1 ? '1 warning' : `${warnings} warnings`,
  ];
  return [number === undefined ? title : `${number} ${title}`, word, substance, ...problems]
    .filter((part) => part !== '')
    .join(', ');
}

export function sameItem(a: OutlineItem, b: OutlineItem): boolean {
  return (
    a.key === b.key &&
    a.level === b.level &&
    a.position === b.position &&
    a.size === b.size &&
    a.isOpen === b.isOpen &&
    a.title === b.title &&
    a.number === b.number &&
    a.word === b.word &&
    a.substance === b.substance &&
    a.errors === b.errors &&
    a.warnings === b.warnings
  );
}
