import { usualTarget, waysOf } from '../../document/reading/ways.ts';
import type { Way } from '../../document/reading/ways.ts';
import type { StepId } from '../../document/model.ts';
import type { Link } from '../../document/operations/link.ts';
import { linksOf } from '../../document/graph.ts';
import { viewNow } from '../session/view-state.ts';
import { focusFirstField } from '../ui/focus-panel.ts';
import type { OutlineGestures } from './outline-gestures.ts';
import type { OutlineItem } from './outline-item.ts';
import { askIn, renameIn, say } from './outline-state.ts';
import { goToKey } from './use-outline.ts';

/** Something that can be done with the item at hand: by its keys, from the menu, from the palette. */
export interface OutlineAction {
  readonly id: string;
  readonly label: string;
  /** As for `Kbd`. */
  readonly keys?: string;
  readonly danger?: boolean;
  run(this: void): void;
}

/** What can be done with an item, as the menu lists it. */
export function actionsFor(
  item: OutlineItem | undefined,
  gestures: OutlineGestures,
): readonly OutlineAction[] {
  if (item === undefined) return [];
  const { subject } = item;
  const step = subject.is === 'step' ? subject.id : undefined;
  const actions: OutlineAction[] = [];
  const add = (id: string, label: string, keys: string | undefined, run: () => void): void => {
    actions.push({ id, label, ...(keys !== undefined && { keys }), run });
  };

  add('open', 'Open its form', 'enter', () => openForm(item));
  if (subject.is === 'section' && ['facts', 'derived', 'parameters', 'actions'].includes(subject.section)) {
    add('declare', `Add to ${item.title.toLowerCase()}`, 'alt+n', () => declare(item, gestures));
  } else add('add', addLabel(item), 'alt+n', () => addFrom(item, gestures));
  if (subject.is === 'step' && subject.kind === 'decision')
    add('branch', 'Add a branch', 'alt+b', () => gestures.addBranch(subject.id));
  if (subject.is === 'way') {
    add('connect', 'Lead to another step…', 'alt+c', () => askIn({ for: 'target', link: subject.link }));
    if (subject.target !== undefined && subject.link.slot === 'branch')
      add('disconnect', 'Lead nowhere', undefined, () => gestures.disconnect(subject.link));
  }
  if (step !== undefined && waysFrom(step, gestures).length > 0)
    add('connect', 'Connect to a step…', 'alt+c', () => connectFrom(step, gestures));
  if (step !== undefined) add('tie', 'Tie a guardrail…', 'alt+t', () => askIn({ for: 'guardrail', step }));
  if (subject.is === 'guardrail')
    add('tie', 'Tie to a step…', 'alt+t', () => askIn({ for: 'governed', guardrail: subject.id }));
  if (canMove(item)) {
    add('up', 'Move up', 'alt+up', () => move(item, -1, gestures));
    add('down', 'Move down', 'alt+down', () => move(item, 1, gestures));
  }
  if (step !== undefined) {
    add('place', 'Move to another place…', 'alt+m', () => askIn({ for: 'place', step }));
    add('start', 'Let the procedure start here', undefined, () => gestures.makeStart(step));
  }
  if (canRename(item)) add('rename', 'Rename', 'F2', () => renameIn(item.key));
  if (subject.is === 'step' || subject.is === 'guardrail')
    add('duplicate', 'Duplicate', 'mod+d', () => gestures.duplicate(item.key));
  if (canDelete(item))
    actions.push({
      id: 'delete',
      label: deleteLabel(item),
      keys: 'delete',
      danger: true,
      run: () => remove(item, gestures),
    });
  return actions;
}

function openForm({ subject }: OutlineItem): void {
  if (subject.is === 'section' || subject.is === 'scope' || subject.is === 'declaration')
    viewNow().select([], 'outline');
  viewNow().openInspector();
  const isBranch = subject.is === 'way' && subject.link.slot === 'branch';
  focusFirstField('inspector', isBranch ? `Branch ${subject.link.index + 1}` : undefined);
}

function addLabel({ subject }: OutlineItem): string {
  if (subject.is === 'step')
    return subject.kind === 'end' || subject.kind === 'escalation' ? 'Add a step…' : 'Add a step after it…';
  return subject.is === 'way' ? 'Add a step here…' : 'Add a step or guardrail…';
}

function addFrom({ subject }: OutlineItem, gestures: OutlineGestures): void {
  if (subject.is === 'way') askIn({ for: 'kind', link: subject.link });
  else askIn({ for: 'kind', link: subject.is === 'step' ? wayForNew(subject.id, gestures) : undefined });
}

function declare({ subject }: OutlineItem, gestures: OutlineGestures): void {
  if (subject.is !== 'section') return;
  const { section } = subject;
  if (section === 'scope' || section === 'steps' || section === 'guardrails') return;
  const key = gestures.declare(section);
  if (key === undefined) return;
  goToKey(key, section);
  renameIn(key);
}

function waysFrom(step: StepId, { procedure }: OutlineGestures): readonly Way[] {
  const found = procedure.steps.get(step);
  return found === undefined ? [] : waysOf(step, found, (condition) => condition);
}

/** The first way that leads nowhere yet, errors and giving up aside; else the usual one. */
export function wayForNew(step: StepId, gestures: OutlineGestures): Link | undefined {
  const ways = waysFrom(step, gestures);
  const free = ways.find(
    ({ link, target }) => target === undefined && link.slot !== 'onError' && link.slot !== 'giveUp',
  );
  if (free !== undefined) return free.link;
  const found = gestures.procedure.steps.get(step);
  const usual = found && usualTarget(found, gestures.procedure.steps);
  return (ways.find(({ target }) => target === usual) ?? ways.at(-1))?.link;
}

function connectFrom(step: StepId, gestures: OutlineGestures): void {
  const ways = waysFrom(step, gestures);
  const [only] = ways;
  if (ways.length === 1 && only !== undefined) askIn({ for: 'target', link: only.link });
  else askIn({ for: 'way', step });
}

function canMove({ subject }: OutlineItem): boolean {
  if (subject.is === 'way') return subject.link.slot === 'branch';
  if (subject.is === 'trigger') return subject.count > 1;
  return subject.is === 'step' && subject.kind !== 'end' && subject.kind !== 'escalation';
}

/** A branch or trigger in its list; a step along the line that it stands on. */
export function move({ subject, title }: OutlineItem, by: 1 | -1, gestures: OutlineGestures): void {
  if (subject.is === 'way' && subject.link.slot === 'branch') {
    const { from, index } = subject.link;
    const found = gestures.procedure.steps.get(from);
    const count = found?.kind === 'decision' ? found.branches.length : 0;
    if (index + by < 0 || index + by >= count)
      say(`${title} is the ${by < 0 ? 'first' : 'last'} branch already.`);
    else gestures.moveBranch(from, index, index + by);
  } else if (subject.is === 'trigger') {
    const { step, index, count } = subject;
    if (index + by < 0 || index + by >= count)
      say(`This is the ${by < 0 ? 'first' : 'last'} trigger already.`);
    else gestures.moveTrigger(step, index, index + by);
  } else if (subject.is === 'step') moveStep(subject.id, by, gestures);
  else say(`${title} has no order to move in.`);
}

function moveStep(step: StepId, by: 1 | -1, gestures: OutlineGestures): void {
  const { procedure } = gestures;
  const links = linksOf(procedure);
  const leading = links.find(({ target }) => target === step);
  if (by < 0) {
    const before = leading?.link.from;
    const link = before === undefined ? undefined : links.find(({ target }) => target === before)?.link;
    if (before === undefined || link === undefined)
      say(`${gestures.title(step)} is the first on its way already.`);
    else gestures.moveStep(step, link);
    return;
  }
  const found = procedure.steps.get(step);
  const next = found && usualTarget(found, procedure.steps);
  const after = next === undefined ? undefined : procedure.steps.get(next);
  const goesOn = after !== undefined && after.kind !== 'end' && after.kind !== 'escalation';
  if (next === undefined || !goesOn) {
    say(`${gestures.title(step)} is the last on its way already.`);
    return;
  }
  const usual = usualTarget(after, procedure.steps);
  const way = waysFrom(next, gestures).find(({ target }) => target === usual);
  gestures.moveStep(step, way?.link ?? { from: next, slot: 'next' });
}

function canRename({ subject }: OutlineItem): boolean {
  if (subject.is === 'way') return subject.link.slot === 'branch';
  return subject.is === 'step' || subject.is === 'guardrail' || subject.is === 'declaration';
}

function canDelete({ subject }: OutlineItem): boolean {
  if (subject.is === 'way') return subject.link.slot === 'branch' || subject.target !== undefined;
  return subject.is !== 'section' && subject.is !== 'scope';
}

function deleteLabel({ subject }: OutlineItem): string {
  if (subject.is === 'tie') return 'Untie';
  return subject.is === 'way' && subject.link.slot !== 'branch' ? 'Lead nowhere' : 'Delete';
}

/** Asks first where other steps lead to what would go. */
function remove(item: OutlineItem, gestures: OutlineGestures): void {
  const { subject } = item;
  if (subject.is === 'guardrail') gestures.deleteElement(item.key, 'remove-references');
  else if (subject.is === 'step') {
    const incoming = gestures.linksTo(subject.id);
    if (incoming === 0) gestures.deleteElement(item.key, 'remove-references');
    else askIn({ for: 'delete', key: item.key, incoming });
  } else gestures.deletePart(item);
}
