import { useBreakpoints } from '../../session/rehearsal-settings.ts';
import { useSession } from '../../session/session-context.tsx';
import { stepIdOf } from '../element-key.ts';

/** A dot on a step at which playing a rehearsal stops. */
export function BreakpointMark({ elementKey }: { readonly elementKey: string }) {
  const { id } = useSession();
  const step = stepIdOf(elementKey);
  const breakpoints = useBreakpoints(id);
  if (step === undefined || !breakpoints.includes(step)) return undefined;
  return <span role="img" aria-label="Breakpoint" title="Breakpoint" className="element-breakpoint" />;
}
