import { joinWords } from '../../condition/coerce.ts';
import { describeType } from '../../document/assist/describe-type.ts';
import type { Procedure } from '../../document/model.ts';
import { valueInWords } from '../../document/value-in-words.ts';
import type { ProblemsByElement } from '../session/problems-by-element.ts';
import { sentenceIn } from './outline-draft.ts';
import type { Draft } from './outline-draft.ts';
import { guardrailItems, stepItems } from './outline-elements.ts';
import type { OutlineItem, OutlineSubject } from './outline-item.ts';

/** The items that show, in order: of what is closed only the item itself. */
export function outlineOf(
  procedure: Procedure,
  problems: ProblemsByElement,
  isOpen: (key: string) => boolean,
): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  const place = (drafts: readonly Draft[], parent: string | undefined, level: number): void => {
    for (const [index, draft] of drafts.entries()) {
      const open = draft.hasChildren === true ? isOpen(draft.key) : undefined;
      const found = draft.problems === undefined ? [] : (problems.get(draft.problems) ?? []);
      items.push({
        key: draft.key,
        subject: draft.subject,
        parent,
        level,
        position: index + 1,
        size: drafts.length,
        isOpen: open,
        title: draft.title,
        number: draft.number,
        word: draft.word,
        substance: draft.substance ?? '',
        errors: found.filter(({ severity }) => severity === 'error').length,
        warnings: found.filter(({ severity }) => severity === 'warning').length,
      });
      if (open === true) place(draft.children?.() ?? [], draft.key, level + 1);
    }
  };
  place(sectionsOf(procedure), undefined, 1);
  return items;
}

function sectionsOf(procedure: Procedure): readonly Draft[] {
  const { scope, facts, derived, parameters, actions, steps, guardrails } = procedure;
  const section = (
    name: Extract<OutlineSubject, { is: 'section' }>['section'],
    title: string,
    count: number,
    children: () => readonly Draft[],
  ): Draft => ({
    key: name,
    subject: { is: 'section', section: name },
    title,
    word: '',
    substance: count === 0 ? 'none yet' : String(count),
    hasChildren: count > 0,
    children,
  });
  return [
    {
      ...section('scope', 'Scope', 0, () => scopeItems(scope)),
      substance: 'which contacts it governs',
      hasChildren: true,
    },
    section('facts', 'Facts', facts.size, () =>
      [...facts].map(([name, { type, source }]) =>
        declared(
          'facts',
          name,
          'fact',
          `${describeType(type)}${source === undefined ? '' : `, from ${source}`}`,
        ),
      ),
    ),
    section('derived', 'Derived facts', derived.size, () =>
      [...derived].map(([name, { type, is }]) =>
        declared('derived', name, 'derived fact', sentenceIn(procedure, is, type)),
      ),
    ),
    section('parameters', 'Thresholds', parameters.size, () =>
      [...parameters].map(([name, parameter]) =>
        declared('parameters', name, 'threshold', valueInWords(parameter)),
      ),
    ),
    section('actions', 'Actions', actions.size, () =>
      [...actions].map(([name, { effect }]) =>
        declared('actions', name, 'action', effect === 'write' ? 'changes data' : 'only reads'),
      ),
    ),
    section('steps', 'Steps', steps.size, () => stepItems(procedure)),
    section('guardrails', 'Guardrails', guardrails.size, () => guardrailItems(procedure)),
  ];
}

function scopeItems(scope: Procedure['scope']): readonly Draft[] {
  return (['intents', 'channels', 'locales'] as const).map((field) => ({
    key: `scope ${field}`,
    subject: { is: 'scope', field },
    title: { intents: 'Intents', channels: 'Channels', locales: 'Languages' }[field],
    word: '',
    substance: scope[field].length === 0 ? 'any' : joinWords(scope[field], 'and'),
  }));
}

function declared(
  section: 'facts' | 'derived' | 'parameters' | 'actions',
  name: string,
  word: string,
  substance: string,
): Draft {
  return {
    key: `${section} ${name}`,
    subject: { is: 'declaration', section, name },
    title: name,
    word,
    substance,
  };
}
