import type { KeyboardEvent } from 'react';
import { useRehearsal } from './rehearsal-store.ts';
import { jumpTo, runOut, stepBack, stepForward } from './timeline.ts';

/** Elements that have a use of their own for the keys. */
const typing =
  'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="menu"], [role="dialog"]';
const pressable = 'button, a[href], summary, [role="tab"], [role="option"]';

/** Space plays and pauses, the arrows step, Home and End go to the start and to the end. */
/** `begin` opens a contact while none is. */
export function useTransportKeys(begin: (() => void) | undefined): (event: KeyboardEvent) => void {
  const { play, pause, go } = useRehearsal();
  return (event) => {
    const { timeline, playing, view } = useRehearsal.getState();
    if (
      (!timeline && !begin) ||
      view !== 'run' ||
      event.defaultPrevented ||
      !(event.target instanceof Element)
    )
      return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest(typing)) return;
    if (event.target.closest('[role="tab"], [role="radio"]') && event.key !== ' ') return;
    switch (event.key) {
      case ' ':
        if (event.target.closest(pressable)) return;
        begin?.();
        if (playing) pause();
        else play();
        break;
      case 'ArrowRight':
        begin?.();
        pause();
        go(stepForward);
        break;
      case 'ArrowLeft':
        pause();
        go(stepBack);
        break;
      case 'Home':
        pause();
        go((timelineNow) => jumpTo(timelineNow, 0));
        break;
      case 'End':
        begin?.();
        pause();
        go(runOut);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}
