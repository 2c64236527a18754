import { useEffect } from 'react';
import { useViewState, viewNow } from '../session/view-state.ts';
import type { ViewState } from '../session/view-state.ts';

const mostSelected = 20;

/** Keeps mode, contact and selection in the address, so that a link or a reload finds them again. */
export function useAddress(): void {
  useEffect(() => {
    const read = (): void => {
      const { mode, view, contact, keys } = parseAddress(window.location.search);
      const { setMode, setView, setContact, select } = viewNow();
      setMode(mode);
      setView(view);
      setContact(contact);
      select(keys, 'address');
    };
    read();
    window.addEventListener('popstate', read);
    const stop = useViewState.subscribe((state) => {
      const next = printAddress(state);
      if (next === window.location.search) return;
      window.history.replaceState(window.history.state, '', window.location.pathname + next);
    });
    return () => {
      stop();
      window.removeEventListener('popstate', read);
    };
  }, []);
}

export function parseAddress(
  search: string,
): Pick<ViewState, 'mode' | 'view' | 'contact'> & { readonly keys: readonly string[] } {
  const query = new URLSearchParams(search);
  return {
    mode: query.get('mode') === 'simulate' ? 'simulate' : 'design',
    view: query.get('view') === 'read' ? 'read' : 'canvas',
    contact: query.get('contact') ?? undefined,
    keys: query.getAll('select').filter((key) => /^(step|guardrail):./.test(key)),
  };
}

export function printAddress({
  mode,
  view,
  contact,
  selection,
}: Pick<ViewState, 'mode' | 'view' | 'contact' | 'selection'>): string {
  const query = new URLSearchParams();
  if (mode !== 'design') query.set('mode', mode);
  if (view !== 'canvas') query.set('view', view);
  if (mode === 'simulate' && contact !== undefined) query.set('contact', contact);
  for (const key of selection.slice(0, mostSelected)) query.append('select', key);
  const printed = query.toString().replaceAll('%3A', ':');
  return printed === '' ? '' : `?${printed}`;
}
