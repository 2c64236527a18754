import type { Link } from '../../../document/operations/link.ts';
import { useSnapshot } from '../../session/session-context.tsx';
import { useViewState } from '../../session/view-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ElementIcon } from '../../ui/element-icon.tsx';
import { elementWord } from '../../ui/element-kind.ts';
import { ask, focusSoon, useCanvasState, type Asking } from '../canvas-state.ts';
import { elementKinds } from './element-kinds.ts';
import { guardrailIdOf, stepIdOf, stepKey } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';
import { nameOf } from '../gestures/name-of.ts';
import type { CanvasGestures } from '../gestures/canvas-gestures.ts';
import { useGestures } from '../gestures/gestures-context.ts';
import { Picker, type PickerItem } from '../../ui/picker.tsx';

/** What the canvas asks before it carries a gesture out. */
export function Questions({ flow }: { readonly flow: Flow }) {
  const asking = useCanvasState((state) => state.asking);
  if (!asking) return undefined;
  switch (asking.for) {
    case 'kind':
      return <KindQuestion asking={asking} flow={flow} />;
    case 'target':
      return <TargetQuestion key={asking.port ?? ''} asking={asking} flow={flow} />;
    case 'delete':
      return <DeleteQuestion asking={asking} />;
    case 'section':
      return <SectionQuestion asking={asking} />;
  }
}

function close(focus: string | undefined): void {
  ask(undefined);
  focusSoon(focus);
}

/** A new element of some kind, or, where a link is to lead to it, a step that is there already. */
function KindQuestion({
  asking,
  flow,
}: {
  readonly asking: Extract<Asking, { for: 'kind' }>;
  readonly flow: Flow;
}) {
  const gestures = useGestures();
  const selection = useViewState((state) => state.selection);
  const selected = selection.at(-1);
  const free = selected === undefined ? undefined : gestures.links.freePort(selected);
  const link = asking.link ?? (asking.at ? undefined : free);
  const after = link?.from === undefined ? '' : ` after ${link.from}${slotName(link)}`;
  const kinds = asking.link ? elementKinds.filter((kind) => kind !== 'guardrail') : elementKinds;
  const existing = link ? answersAmongSteps(flow, link, asking, gestures) : [];
  return (
    <Picker
      title={`Add${after}`}
      placeholder={existing.length > 0 ? 'A kind, or a step that is there' : 'Which kind?'}
      items={[
        ...kinds.map((kind) => ({
          value: kind,
          label: elementWord[kind],
          icon: <ElementIcon kind={kind} />,
          group: 'New',
        })),
        ...existing,
      ]}
      onClose={() => close(selected)}
      onPick={(value) => {
        ask(undefined);
        const kind = kinds.find((each) => each === value);
        const step = stepIdOf(value);
        if (kind) gestures.add(kind, { link: kind === 'guardrail' ? undefined : link, at: asking.at });
        else if (link && step !== undefined) {
          if (isInsertion(asking)) gestures.links.putOn(link, step);
          else gestures.links.point(link, step);
          focusSoon(value);
        }
      }}
    />
  );
}

/** On a link that leads somewhere the answer comes to stand; from a free port or a drawn link it is led to. */
function isInsertion(asking: Extract<Asking, { for: 'kind' }>): boolean {
  return asking.link !== undefined && asking.leads !== true;
}

function answersAmongSteps(
  flow: Flow,
  link: Link,
  asking: Extract<Asking, { for: 'kind' }>,
  gestures: CanvasGestures,
): readonly PickerItem[] {
  const from = link.from === undefined ? undefined : stepKey(link.from);
  return stepItems(flow, isInsertion(asking) ? 'Put on this link' : 'Lead to').filter(
    ({ value }) => value !== from && (!isInsertion(asking) || gestures.links.isLoose(stepIdOf(value) ?? '')),
  );
}

function stepItems(flow: Flow, group?: string): readonly PickerItem[] {
  return [...flow.elements.values()]
    .filter(({ key }) => stepIdOf(key) !== undefined)
    .map(({ key, content }) => ({
      value: key,
      label: content.id,
      detail: content.title,
      icon: <ElementIcon kind={content.kind} />,
      ...(group !== undefined && { group }),
    }));
}

function TargetQuestion({
  asking,
  flow,
}: {
  readonly asking: Extract<Asking, { for: 'target' }>;
  readonly flow: Flow;
}) {
  const gestures = useGestures();
  const { from, port } = asking;
  const ports = flow.elements.get(from)?.shape.ports ?? [];
  const guardrail = guardrailIdOf(from);
  const chosen = port ?? (guardrail === undefined && ports.length === 1 ? ports[0]!.id : undefined);
  if (guardrail === undefined && chosen === undefined) {
    return (
      <Picker
        title={`Connect ${nameOf(from)}: which way out?`}
        placeholder="Branch or way out"
        items={ports.map(({ id }, index) => portItem(flow, from, id, index + 1))}
        onClose={() => close(from)}
        onPick={(value) => ask({ for: 'target', from, port: value })}
      />
    );
  }
  return (
    <Picker
      title={guardrail === undefined ? `Connect ${nameOf(from)} to` : `Tie ${guardrail} to`}
      placeholder="Which step?"
      items={stepItems(flow)}
      onClose={() => close(from)}
      onPick={(value) => {
        ask(undefined);
        gestures.links.connect(from, chosen ?? '', value);
        gestures.performer.select([from]);
        focusSoon(from);
      }}
    />
  );
}

/** Before the dialog would give the focus to its first button. */
function focusAtOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}

function portItem(flow: Flow, from: string, port: string, number: number): PickerItem {
  const label = flow.elements.get(from)?.content.rows.find((row) => row.port === port)?.label ?? 'Next';
  const target = flow.connections.links.find((link) => link.source === from && link.port === port)?.target;
  return {
    value: port,
    label: `${number}. ${label}`,
    detail: target === undefined ? 'leads nowhere yet' : `to ${nameOf(target)}`,
  };
}

function slotName(link: Link): string {
  if (link.slot === 'branch') return `, branch ${link.index + 1}`;
  return link.slot === 'otherwise' ? ', otherwise' : '';
}

function SectionQuestion({ asking }: { readonly asking: Extract<Asking, { for: 'section' }> }) {
  const gestures = useGestures();
  const { sections } = useSnapshot();
  return (
    <Picker
      title="Put into section"
      placeholder="Which section?"
      items={[...sections].map(([id, { title, members }]) => ({
        value: id,
        label: title,
        detail: `${members.length} elements`,
      }))}
      onClose={() => close(asking.keys[0])}
      onPick={(value) => {
        ask(undefined);
        gestures.sections.put(asking.keys, value);
        focusSoon(asking.keys[0]);
      }}
    />
  );
}

function DeleteQuestion({
  asking: { keys, incoming, along },
}: {
  readonly asking: Extract<Asking, { for: 'delete' }>;
}) {
  const gestures = useGestures();
  const what = keys.length === 1 ? nameOf(keys[0]!) : `${keys.length} elements`;
  const answer = (mode: 'remove-references' | 'reconnect') => () => {
    ask(undefined);
    gestures.elements.delete(keys, mode, along);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close(keys[0])}
      title={`Delete ${what}?`}
      description={`${incoming === 1 ? 'One link leads' : `${incoming} links lead`} here. They can go on to the next step, or go too.`}
      actions={
        <>
          <Button onClick={() => close(keys[0])}>Cancel</Button>
          <Button onClick={answer('remove-references')}>Delete links too</Button>
          <Button variant="primary" ref={focusAtOnce} onClick={answer('reconnect')}>
            Delete and reconnect
          </Button>
        </>
      }
    />
  );
}
