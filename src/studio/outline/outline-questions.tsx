import type { StepKind } from '../../document/model.ts';
import { nameOf } from '../../document/humanised.ts';
import { linkKey } from '../../document/operations/link.ts';
import type { Link } from '../../document/operations/link.ts';
import { readingOrder } from '../../document/reading/reading-order.ts';
import { waysOf } from '../../document/reading/ways.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ElementIcon } from '../ui/element-icon.tsx';
import { elementWord } from '../ui/element-kind.ts';
import type { ElementKind } from '../ui/element-kind.ts';
import { Picker } from '../ui/picker.tsx';
import type { PickerItem } from '../ui/picker.tsx';
import type { OutlineGestures } from './outline-gestures.ts';
import { askIn, useOutlineState } from './outline-state.ts';
import type { OutlineAsking } from './outline-state.ts';

const kinds = Object.keys(elementWord) as readonly ElementKind[];

/** What the outline asks before it carries a gesture out. `onDone`: the tree is to have the focus again. */
export function OutlineQuestions({
  gestures,
  onDone,
}: {
  readonly gestures: OutlineGestures;
  readonly onDone: (andThen?: () => void) => void;
}) {
  const asking = useOutlineState((state) => state.asking);
  if (asking === undefined) return undefined;
  if (asking.for === 'delete') return <DeleteQuestion asking={asking} gestures={gestures} onDone={onDone} />;
  const question = questionOf(asking, gestures);
  return (
    <Picker
      key={asking.for}
      title={question.title}
      placeholder={question.placeholder}
      items={question.items}
      onClose={() => {
        askIn(undefined);
        onDone();
      }}
      onPick={(value) => {
        askIn(undefined);
        question.onPick(value);
        if (useOutlineState.getState().asking === undefined) onDone();
      }}
    />
  );
}

interface Question {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly PickerItem[];
  readonly onPick: (value: string) => void;
}

function questionOf(asking: Exclude<OutlineAsking, { for: 'delete' }>, gestures: OutlineGestures): Question {
  const { procedure } = gestures;
  switch (asking.for) {
    case 'kind':
      return {
        title: asking.link?.from === undefined ? 'Add' : `Add after ${gestures.title(asking.link.from)}`,
        placeholder: 'Which kind?',
        items: kinds
          .filter((kind) => asking.link === undefined || kind !== 'guardrail')
          .map((kind) => ({ value: kind, label: elementWord[kind], icon: <ElementIcon kind={kind} /> })),
        onPick: (value) => {
          if (value === 'guardrail') gestures.addGuardrail();
          else gestures.addStep(value as StepKind, asking.link);
        },
      };
    case 'way': {
      const step = procedure.steps.get(asking.step);
      const ways = step === undefined ? [] : waysOf(asking.step, step, (condition) => condition);
      return {
        title: `Connect ${gestures.title(asking.step)}: which way out?`,
        placeholder: 'Branch or way out',
        items: ways.map(({ link, label, words, target }, index) => ({
          value: linkKey(link),
          label: `${index + 1}. ${label ?? words}`,
          detail: target === undefined ? 'leads nowhere yet' : `to ${gestures.title(target)}`,
        })),
        onPick: (value) => {
          const way = ways.find(({ link }) => linkKey(link) === value);
          if (way !== undefined) askIn({ for: 'target', link: way.link });
        },
      };
    }
    case 'target':
      return {
        title: `Connect ${asking.link.from === undefined ? 'the start' : gestures.title(asking.link.from)} to`,
        placeholder: 'Which step?',
        items: stepItems(gestures),
        onPick: (value) => gestures.connect(asking.link, value),
      };
    case 'governed':
      return {
        title: `Tie ${nameOf(asking.guardrail, procedure.guardrails.get(asking.guardrail))} to`,
        placeholder: 'Which step?',
        items: stepItems(gestures),
        onPick: (value) => gestures.tie(asking.guardrail, value),
      };
    case 'guardrail':
      return {
        title: `Tie to ${gestures.title(asking.step)}`,
        placeholder: 'Which guardrail?',
        items: [...procedure.guardrails].map(([id, guardrail]) => ({
          value: id,
          label: id,
          detail: nameOf(id, guardrail),
          icon: <ElementIcon kind="guardrail" />,
        })),
        onPick: (value) => gestures.tie(value, asking.step),
      };
    case 'place': {
      const places = placesFor(asking.step, gestures);
      return {
        title: `Move ${gestures.title(asking.step)}`,
        placeholder: 'Behind which step?',
        items: places.map(({ item }) => item),
        onPick: (value) => {
          const place = places.find(({ item }) => item.value === value);
          if (place !== undefined) gestures.moveStep(asking.step, place.link);
        },
      };
    }
  }
}

function stepItems({ procedure }: OutlineGestures): readonly PickerItem[] {
  return readingOrder(procedure).flatMap(({ id, number }) => {
    const step = procedure.steps.get(id);
    if (step === undefined) return [];
    return {
      value: id,
      label: id,
      detail: `${number} ${nameOf(id, step)}`,
      icon: <ElementIcon kind={step.kind} />,
    };
  });
}

/** Every way that a step can be put on. */
function placesFor(
  moved: string,
  { procedure }: OutlineGestures,
): readonly { readonly link: Link; readonly item: PickerItem }[] {
  const start: Link = { from: undefined, slot: 'start' };
  return [
    { link: start, item: { value: linkKey(start), label: 'At the start' } },
    ...readingOrder(procedure).flatMap(({ id, number }) => {
      const step = procedure.steps.get(id);
      if (step === undefined || id === moved) return [];
      return waysOf(id, step, (condition) => condition).map(({ link, label, words }, _, ways) => ({
        link,
        item: {
          value: linkKey(link),
          label: `After ${number} ${nameOf(id, step)}`,
          ...(ways.length > 1 && { detail: label ?? words }),
          icon: <ElementIcon kind={step.kind} />,
        },
      }));
    }),
  ];
}

function DeleteQuestion({
  asking: { key, incoming },
  gestures,
  onDone,
}: {
  readonly asking: Extract<OutlineAsking, { for: 'delete' }>;
  readonly gestures: OutlineGestures;
  readonly onDone: (andThen?: () => void) => void;
}) {
  const close = (): void => {
    askIn(undefined);
    onDone();
  };
  // The tree has the focus again before anything goes: whoever had it in the element would look for it elsewhere.
  const answer = (mode: 'remove-references' | 'reconnect') => () => {
    askIn(undefined);
    onDone(() => gestures.deleteElement(key, mode));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={`Delete ${gestures.title(key.slice('step:'.length))}?`}
      description={`${incoming === 1 ? 'One link leads' : `${incoming} links lead`} here. They can go on to the next step, or go too.`}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button onClick={answer('remove-references')}>Delete links too</Button>
          <Button variant="primary" onClick={answer('reconnect')}>
            Delete and reconnect
          </Button>
        </>
      }
    />
  );
}
