import { useBreakpoints } from '../../session/rehearsal-settings.ts';
import { useSession } from '../../session/session-context.tsx';
import { stepIdOf } from '../element-key.ts';

/** A dot on a step at which playing a rehearsal stops. */
export function BreakpointMark({ elementKey }: { readonly elementKey: string }) {
  const { id } = useSession();
  const step = stepIdOf(elementKey);
  const breakpoints = useBreakpoints(id);
  if (step === undefined || !breakpoints.includes(step)) return undefined;
  // There is no picture to load: a dot is drawn.
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
  return <span role="img" aria-label="Breakpoint" title="Breakpoint" className="element-breakpoint" />;
}
