import { useEffect, useRef } from 'react';
import type { Program } from '../../engine/program.ts';
import { useViewState } from '../session/view-state.ts';
import { useRehearsal } from './rehearsal-store.ts';

/** Opens a contact that another panel wants rehearsed, once for each wish, as soon as the procedure can run. */
export function useWishedRehearsal(program: Program | undefined, focus: () => void): void {
  const wish = useViewState((state) => state.rehearsal);
  const receive = useRehearsal((state) => state.receive);
  const granted = useRef<object>(undefined);
  useEffect(() => {
    if (!wish || !program || granted.current === wish) return;
    granted.current = wish;
    // A panel that is opened anew has not seen the wish, but the rehearsal has.
    if (useRehearsal.getState().guest?.contact !== wish.contact) {
      receive(program, wish.contact, wish.shows);
      focus();
    }
  }, [wish, program, receive, focus]);
}
