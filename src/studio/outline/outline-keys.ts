import type { KeyboardEvent } from 'react';
import { actionsFor } from './outline-actions.ts';
import type { OutlineGestures } from './outline-gestures.ts';
import type { OutlineItem } from './outline-item.ts';
import { rowId } from './outline-row.tsx';
import { say, setOpen } from './outline-state.ts';
import { goToItem } from './use-outline.ts';
import type { Outline } from './use-outline.ts';

/** Letters typed one after the other are one word for as long as the pause between them is shorter than this. */
const typingPause = 700;
let typed = { text: '', at: 0 };

/** The keys of the tree; those that it does not know go on to the window. */
export function pressInOutline(
  event: KeyboardEvent,
  { items, atHand }: Outline,
  gestures: OutlineGestures,
): void {
  const index = items.findIndex(({ key }) => key === atHand?.key);
  if (travel(event, items, index)) typed = { text: '', at: 0 };
  else if (!act(event, atHand, gestures) && !find(event, items, index)) return;
  event.preventDefault();
}

function travel(event: KeyboardEvent, items: readonly OutlineItem[], index: number): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const item = items[index];
  const goTo = (next: OutlineItem | undefined): boolean => {
    if (next !== undefined) goToItem(next);
    return true;
  };
  switch (event.key) {
    case 'ArrowDown':
      return goTo(items[index + 1]);
    case 'ArrowUp':
      return goTo(items[index - 1]);
    case 'Home':
      return goTo(items[0]);
    case 'End':
      return goTo(items.at(-1));
    case 'PageDown':
      return goTo(items[Math.min(index + 15, items.length - 1)]);
    case 'PageUp':
      return goTo(items[Math.max(index - 15, 0)]);
    case 'ArrowRight':
      if (item?.isOpen === false) setOpen([item.key], true);
      else if (item?.isOpen === true) goTo(items[index + 1]);
      return true;
    case 'ArrowLeft':
      if (item?.isOpen === true) setOpen([item.key], false);
      else goTo(items.find(({ key }) => key === item?.parent));
      return true;
    case '*': {
      const siblings = items.filter(({ parent, isOpen }) => parent === item?.parent && isOpen !== undefined);
      setOpen(
        siblings.map(({ key }) => key),
        true,
      );
      return true;
    }
    default:
      return false;
  }
}

const keyNames: Readonly<Record<string, string>> = { ArrowUp: 'up', ArrowDown: 'down' };

function act(event: KeyboardEvent, item: OutlineItem | undefined, gestures: OutlineGestures): boolean {
  const mod = event.ctrlKey || event.metaKey;
  if (mod && !event.altKey && event.key.toLowerCase() === 'z') return travelInTime(event.shiftKey, gestures);
  if (mod && !event.altKey && event.key.toLowerCase() === 'y') return travelInTime(true, gestures);
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) return openMenu(item);
  const plain = /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
  const name = keyNames[event.key] ?? plain.toLowerCase();
  const pressed = `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${name}`;
  const action = actionsFor(item, gestures).find(({ keys }) => keys?.toLowerCase() === pressed);
  action?.run();
  return action !== undefined;
}

function travelInTime(forward: boolean, gestures: OutlineGestures): boolean {
  const { session, goTo } = gestures.setting;
  const { undoLabel, redoLabel, document } = session.snapshot();
  const label = forward ? redoLabel : undoLabel;
  if (label === undefined) {
    say(forward ? 'Nothing to do again.' : 'Nothing to undo.');
    return true;
  }
  if (forward) session.redo();
  else session.undo();
  say(`${forward ? 'Done again' : 'Undone'}: ${label}.`);
  const { steps, guardrails } = session.snapshot().document.procedure;
  const step = [...steps.keys()].find((id) => !document.procedure.steps.has(id));
  const guardrail = [...guardrails.keys()].find((id) => !document.procedure.guardrails.has(id));
  if (step !== undefined) goTo(`step:${step}`, 'steps');
  else if (guardrail !== undefined) goTo(`guardrail:${guardrail}`, 'guardrails');
  return true;
}

/** The menu opens where the item is, not where the mouse happens to be. */
function openMenu(item: OutlineItem | undefined): boolean {
  const row = item && document.getElementById(rowId(item.key));
  if (row === null || row === undefined) return true;
  const { left, bottom } = row.getBoundingClientRect();
  row.dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      clientX: left + 24,
      clientY: bottom - 4,
    }),
  );
  return true;
}

function find(event: KeyboardEvent, items: readonly OutlineItem[], index: number): boolean {
  if (event.key.length !== 1 || event.altKey || event.ctrlKey || event.metaKey) return false;
  const continues = event.timeStamp - typed.at < typingPause;
  if (event.key === ' ' && !continues) return false;
  if (event.key === '?' && !continues) return false;
  typed = { text: (continues ? typed.text : '') + event.key.toLowerCase(), at: event.timeStamp };
  // One letter goes to the next that begins with it; more of them may still mean the one at hand.
  const from = typed.text.length === 1 ? index + 1 : Math.max(index, 0);
  const ordered = [...items.slice(from), ...items.slice(0, from)];
  const found = ordered.find(
    ({ title, number }) =>
      title.toLowerCase().startsWith(typed.text) || number?.toLowerCase().startsWith(typed.text) === true,
  );
  if (found !== undefined) goToItem(found);
  return true;
}
