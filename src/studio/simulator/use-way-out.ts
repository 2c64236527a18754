import { useViewState } from '../session/view-state.ts';
import type { WayOut } from './ending.ts';
import { useRehearsal } from './rehearsal-store.ts';

/** Takes the person to the place that a way out names. */
export function useWayOut(): (way: WayOut) => void {
  const select = useViewState((state) => state.select);
  const show = useViewState((state) => state.show);
  const setDock = useViewState((state) => state.setDock);
  const want = useRehearsal((state) => state.want);
  return (way) => {
    switch (way.kind) {
      case 'open-step':
        select([`step:${way.step}`], 'simulator');
        show({ path: ['steps', way.step] }, 'simulator');
        return;
      case 'open-guardrail':
        select([`guardrail:${way.guardrail}`], 'simulator');
        show({ path: ['guardrails', way.guardrail] }, 'simulator');
        return;
      case 'open-scope':
        setDock('code');
        show({ path: ['scope'] }, 'simulator');
        return;
      case 'fill-fact':
        want(way.fact);
        return;
    }
  };
}
