import type { Link } from '../../../document/operations/link.ts';
import { useViewState } from '../../session/view-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ElementIcon } from '../../ui/element-icon.tsx';
import { elementWord } from '../../ui/element-kind.ts';
import { ask, focusSoon, useCanvasState, type Asking } from '../canvas-state.ts';
import { elementKinds } from './element-kinds.ts';
import { guardrailIdOf, stepIdOf } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';
import { nameOf } from '../gestures/element-gestures.ts';
import { useGestures } from '../gestures/gestures-context.ts';
import { Picker, type PickerItem } from '../../ui/picker.tsx';

/** What the canvas asks before it carries a gesture out. */
export function Questions({ flow }: { readonly flow: Flow }) {
  const asking = useCanvasState((state) => state.asking);
  if (!asking) return undefined;
  switch (asking.for) {
    case 'kind':
      return <KindQuestion asking={asking} />;
    case 'target':
      return <TargetQuestion key={asking.port ?? ''} asking={asking} flow={flow} />;
    case 'delete':
      return <DeleteQuestion asking={asking} />;
  }
}

function close(focus: string | undefined): void {
  ask(undefined);
  focusSoon(focus);
}

function KindQuestion({ asking }: { readonly asking: Extract<Asking, { for: 'kind' }> }) {
  const gestures = useGestures();
  const selection = useViewState((state) => state.selection);
  const selected = selection.at(-1);
  const free = selected === undefined ? undefined : gestures.links.freePort(selected);
  const link = asking.link ?? (asking.at ? undefined : free);
  const after = link?.from === undefined ? '' : ` after ${link.from}${slotName(link)}`;
  const kinds = asking.link ? elementKinds.filter((kind) => kind !== 'guardrail') : elementKinds;
  return (
    <Picker
      title={`Add${after}`}
      placeholder="Which kind?"
      items={kinds.map((kind) => ({
        value: kind,
        label: elementWord[kind],
        icon: <ElementIcon kind={kind} />,
      }))}
      onClose={() => close(selected)}
      onPick={(value) => {
        ask(undefined);
        const kind = kinds.find((each) => each === value);
        if (kind) gestures.add(kind, { link: kind === 'guardrail' ? undefined : link, at: asking.at });
      }}
    />
  );
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
  const steps = [...flow.elements.values()].filter(({ key }) => stepIdOf(key) !== undefined);
  return (
    <Picker
      title={guardrail === undefined ? `Connect ${nameOf(from)} to` : `Tie ${guardrail} to`}
      placeholder="Which step?"
      items={steps.map(({ key, content }) => ({
        value: key,
        label: content.id,
        detail: content.title,
        icon: <ElementIcon kind={content.kind} />,
      }))}
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

function DeleteQuestion({
  asking: { keys, incoming },
}: {
  readonly asking: Extract<Asking, { for: 'delete' }>;
}) {
  const gestures = useGestures();
  const what = keys.length === 1 ? nameOf(keys[0]!) : `${keys.length} elements`;
  const answer = (mode: 'remove-references' | 'reconnect') => () => {
    ask(undefined);
    gestures.elements.delete(keys, mode);
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
