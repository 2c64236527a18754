import { useEffect } from 'react';
import { callersIn, printCallers } from '../session/callers.ts';
import type { Caller } from '../session/callers.ts';
import { useViewState, viewNow } from '../session/view-state.ts';
import type { ViewState } from '../session/view-state.ts';

const mostSelected = 20;

export interface Address extends Pick<ViewState, 'mode' | 'view' | 'contact'> {
  readonly selection: readonly string[];
  /** The way to this procedure, where it was opened from a step of another. */
  readonly callers: readonly Caller[];
}

/**
 * Keeps mode, view, contact and selection in the address, so that a link or a reload finds them again. Another mode,
 * view or contact is a place of its own to come back to; another selection is not.
 */
export function useAddress(): void {
  useEffect(() => {
    // Going to another procedure changes the address before this one has gone.
    const own = window.location.pathname;
    const isHere = (): boolean => window.location.pathname === own;
    let isReading = false;
    const read = (): void => {
      if (!isHere()) return;
      const { mode, view, contact, selection } = parseAddress(window.location.search);
      const { setMode, setView, setContact, select } = viewNow();
      isReading = true;
      setMode(mode);
      setView(view);
      setContact(contact);
      select(selection, 'address');
      isReading = false;
    };
    const write = (state: ViewState): void => {
      if (isReading || !isHere()) return;
      const { pathname, search, hash } = window.location;
      const before = parseAddress(search);
      const next = printAddress({ ...state, callers: before.callers });
      if (next === search) return;
      const isPlace =
        state.mode !== before.mode ||
        state.view !== before.view ||
        (before.contact !== undefined && state.contact !== before.contact);
      const keep = isPlace ? 'pushState' : 'replaceState';
      window.history[keep](window.history.state, '', pathname + next + hash);
    };
    read();
    window.addEventListener('popstate', read);
    const stop = useViewState.subscribe(write);
    return () => {
      stop();
      window.removeEventListener('popstate', read);
    };
  }, []);
}

export function parseAddress(search: string): Address {
  const query = new URLSearchParams(search);
  return {
    mode: query.get('mode') === 'simulate' ? 'simulate' : 'design',
    view: query.get('view') === 'read' ? 'read' : 'canvas',
    contact: query.get('contact') ?? undefined,
    selection: query.getAll('select').filter((key) => /^(step|guardrail):./.test(key)),
    callers: callersIn(search),
  };
}

export function printAddress({ mode, view, contact, selection, callers }: Address): string {
  const query = new URLSearchParams(printCallers(callers).map(([...pair]) => pair));
  if (mode !== 'design') query.set('mode', mode);
  if (view !== 'canvas') query.set('view', view);
  if (mode === 'simulate' && contact !== undefined) query.set('contact', contact);
  for (const key of selection.slice(0, mostSelected)) query.append('select', key);
  const printed = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return printed === '' ? '' : `?${printed}`;
}
