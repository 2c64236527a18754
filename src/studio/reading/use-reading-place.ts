import { useEffect } from 'react';
import { useSession } from '../session/session-context.tsx';
import { useViewState, viewNow } from '../session/view-state.ts';
import { anchorOf, goToElement, showPassage } from './go-to-element.ts';

/** Follows the selection made elsewhere, and the element that the address names behind `#`. */
export function useReadingPlace(): void {
  const session = useSession();
  useEffect(() => {
    const goToHash = (): void => {
      const id = decodeURIComponent(window.location.hash.slice(1));
      if (id === '') return;
      const { steps, guardrails } = session.snapshot().document.procedure;
      const keys = [
        ...[...steps.keys()].map((step) => `step:${step}`),
        ...[...guardrails.keys()].map((guardrail) => `guardrail:${guardrail}`),
      ];
      const key = keys.find((each) => each.endsWith(`:${id}`) || anchorOf(each) === id);
      if (key !== undefined) goToElement(key);
    };
    const first = viewNow().selection.at(-1);
    if (window.location.hash.length > 1) goToHash();
    else if (first !== undefined) showPassage(first, 'center');
    window.addEventListener('hashchange', goToHash);
    const stop = useViewState.subscribe((state, before) => {
      const key = state.selection.at(-1);
      if (state.selection === before.selection || key === undefined) return;
      if (state.selectionOrigin !== 'reading') showPassage(key, 'nearest');
    });
    return () => {
      window.removeEventListener('hashchange', goToHash);
      stop();
    };
  }, [session]);
}
