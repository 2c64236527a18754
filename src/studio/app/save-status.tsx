import { Check, CircleAlert, Loader, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSharing } from '../session/session-context.tsx';
import type { Sharing } from '../session/procedure-session.ts';
import { viewNow } from '../session/view-state.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { useSession } from '../session/session-context.tsx';

interface Wording {
  readonly word: string;
  readonly why: string;
  readonly icon: ReactNode;
  readonly tone: string;
}

/** Whether the work is safe, said no sooner than it is. */
export function SaveStatus() {
  const session = useSession();
  const sharing = useSharing();
  const { word, why, icon, tone } = wordingOf(sharing);
  const calls = sharing.kind === 'not-shared' || sharing.kind === 'failed';

  const goThere = (): void => {
    const at = session.snapshot().document.source.errors[0]?.span;
    const { setDock, show } = viewNow();
    setDock('code');
    if (at !== undefined) show({ span: at }, 'problems');
  };
  return (
    <Tooltip text={why}>
      <button
        type="button"
        onClick={sharing.kind === 'not-shared' ? goThere : undefined}
        className={`flex h-(--control) items-center gap-1.5 rounded-md px-2 text-sm whitespace-nowrap [&_svg]:size-3.5 ${tone}`}
      >
        {icon}
        <span className="max-lg:sr-only" {...(calls && { role: 'status' })}>
          {word}
        </span>
      </button>
    </Tooltip>
  );
}

function wordingOf({ kind, line, stored }: Sharing): Wording {
  switch (kind) {
    case 'saved':
      return {
        word: 'Saved',
        why: 'Everything is on disk in this browser.',
        icon: <Check aria-hidden />,
        tone: 'text-faint',
      };
    case 'saving':
      return {
        word: 'Saving…',
        why: 'The last change is on its way to disk.',
        icon: <Loader aria-hidden />,
        tone: 'text-faint',
      };
    case 'not-shared':
      return {
        word: `Not shared: line ${line ?? 1}`,
        why: `The text is not YAML at line ${line ?? 1}. It is ${stored ? 'saved here' : 'being saved here'}; other tabs get it when it reads again. Click to go there.`,
        icon: <Users aria-hidden />,
        tone: 'bg-warning-soft text-warning-ink',
      };
    case 'failed':
      return {
        word: 'Not saved',
        why: 'The browser did not write to its disk; it may be full. The studio tries again. Export the YAML to be safe.',
        icon: <CircleAlert aria-hidden />,
        tone: 'bg-error-soft text-error-ink',
      };
  }
}
