import { tiesOf } from '../../document/graph.ts';
import type { Tie } from '../../document/graph.ts';
import { nameOf } from '../../document/humanised.ts';
import type { Procedure, Step, StepId } from '../../document/model.ts';
import { linkKey } from '../../document/operations/link.ts';
import { rulesOf } from '../../document/reading/guardrail-rules.ts';
import { readingOrder } from '../../document/reading/reading-order.ts';
import { substanceOf } from '../../document/reading/step-substance.ts';
import { waysOf } from '../../document/reading/ways.ts';
import { elementWord } from '../ui/element-kind.ts';
import { sentenceIn } from './outline-draft.ts';
import type { Draft } from './outline-draft.ts';

export function stepItems(procedure: Procedure): readonly Draft[] {
  const { start, steps } = procedure;
  const rows = readingOrder(procedure);
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const ties = tiesBy(procedure, 'step');
  return rows.flatMap(({ id, number, isReached }) => {
    const step = steps.get(id);
    if (step === undefined) return [];
    const notes = [
      substanceOf(step, procedure),
      id === start ? 'the procedure starts here' : '',
      isReached ? '' : 'nothing leads here',
    ];
    return {
      key: `step:${id}`,
      subject: { is: 'step', id, kind: step.kind } as const,
      title: nameOf(id, step),
      number,
      word: elementWord[step.kind].toLowerCase(),
      substance: notes.filter((note) => note !== '').join(', '),
      problems: `step:${id}`,
      hasChildren: hasParts(step, ties.has(id)),
      children: () => partsOfStep(id, step, procedure, numbers, ties.get(id) ?? []),
    };
  });
}

function partsOfStep(
  id: StepId,
  step: Step,
  procedure: Procedure,
  numbers: ReadonlyMap<StepId, string>,
  ties: readonly Tie[],
): readonly Draft[] {
  const { steps, guardrails } = procedure;
  const ways = waysOf(id, step, (condition) => sentenceIn(procedure, condition));
  const triggers = step.kind === 'escalation' ? step.triggers : [];
  return [
    ...ways.map(({ link, label, words, target }): Draft => {
      const number = target === undefined ? undefined : numbers.get(target);
      const called = target === undefined ? '' : nameOf(target, steps.get(target));
      return {
        key: linkKey(link),
        subject: { is: 'way', link, target },
        title: label ?? words,
        word: label === undefined ? '' : words.charAt(0).toLowerCase() + words.slice(1),
        substance:
          target === undefined
            ? 'leads nowhere yet'
            : number === undefined
              ? `leads to “${target}”, which does not exist`
              : `leads to ${number} ${called}`,
      };
    }),
    ...triggers.map(({ when, category }, index): Draft => ({
      key: `${id}/trigger/${index}`,
      subject: { is: 'trigger', step: id, index, count: triggers.length },
      title: `From any step, as soon as ${sentenceIn(procedure, when)}`,
      word: 'trigger',
      substance: category.replaceAll('-', ' '),
    })),
    ...ties.map((tie): Draft => ({
      key: `tie ${id} ${tie.guardrail}`,
      subject: { is: 'tie', tie, under: 'step' },
      title: nameOf(tie.guardrail, guardrails.get(tie.guardrail)),
      word: 'guardrail',
      substance: howInWords[tie.how],
    })),
  ];
}

const howInWords: Readonly<Record<Tie['how'], string>> = {
  before: 'checked before this step',
  appliesTo: 'looks at what this step says',
  includes: 'said here word for word',
};

export function guardrailItems(procedure: Procedure): readonly Draft[] {
  const { guardrails, steps } = procedure;
  const ties = tiesBy(procedure, 'guardrail');
  return [...guardrails].map(([id, guardrail]): Draft => {
    const rules = rulesOf(guardrail, (condition) => sentenceIn(procedure, condition));
    const everywhere = guardrail.appliesTo === 'all' && guardrail.before.length === 0;
    const said = rules.map(({ words, wording }) =>
      wording === undefined
        ? words
        : `${words}: “${typeof wording === 'string' ? wording : (wording.values().next().value ?? '')}”`,
    );
    return {
      key: `guardrail:${id}`,
      subject: { is: 'guardrail', id },
      title: nameOf(id, guardrail),
      word: 'guardrail',
      substance: [
        guardrail.severity === 'warn' ? 'only warns' : '',
        said.length === 0 ? 'no rule yet' : said.join('; '),
        everywhere ? 'at every step' : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
      problems: `guardrail:${id}`,
      hasChildren: ties.has(id),
      children: () =>
        (ties.get(id) ?? []).map((tie): Draft => ({
          key: `tie ${id} at ${tie.step}`,
          subject: { is: 'tie', tie, under: 'guardrail' },
          title: nameOf(tie.step, steps.get(tie.step)),
          word: 'governed step',
          substance: howInWords[tie.how].replace('this step', 'it').replace('said here', 'said there'),
        })),
    };
  });
}

function hasParts(step: Step, isTied: boolean): boolean {
  if (step.kind === 'escalation') return isTied || step.triggers.length > 0;
  return isTied || step.kind !== 'end';
}

function tiesBy(procedure: Procedure, end: 'step' | 'guardrail'): ReadonlyMap<string, readonly Tie[]> {
  const groups = new Map<string, Tie[]>();
  for (const tie of tiesOf(procedure)) {
    const group = groups.get(tie[end]);
    if (group) group.push(tie);
    else groups.set(tie[end], [tie]);
  }
  return groups;
}
