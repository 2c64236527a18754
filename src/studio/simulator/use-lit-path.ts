import { useEffect } from 'react';
import { noHighlight, useViewState } from '../session/view-state.ts';
import { litPathOf } from './lit-path.ts';
import { traceOf, type Timeline } from './timeline.ts';

/** On a small screen the rooms take turns: the path stays lit while another one is shown. */
const oneRoom = '(max-width: 767px)';

/** Hands the path to whoever draws the procedure, for as long as a rehearsal is open and shown. */
export function useLitPath(timeline: Timeline | undefined): void {
  const setHighlight = useViewState((state) => state.setHighlight);
  useEffect(() => {
    if (!timeline) {
      setHighlight(noHighlight);
      return;
    }
    const { current, steps, links } = litPathOf(timeline.program.procedure, traceOf(timeline));
    setHighlight(current === undefined ? { steps, links } : { current, steps, links });
  }, [timeline, setHighlight]);
  useEffect(
    () => () => {
      if (!window.matchMedia(oneRoom).matches) setHighlight(noHighlight);
    },
    [setHighlight],
  );
}
