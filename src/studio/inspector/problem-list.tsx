import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Diagnostic, Severity } from '../../document/diagnostic.ts';
import { useSession } from '../session/session-context.tsx';
import { useViewState } from '../session/view-state.ts';
import { Button } from '../ui/button.tsx';
import { MessageText } from './message-text.tsx';
import { planned } from '../../document/operations/plan.ts';

export interface ProblemListProps {
  readonly diagnostics: readonly Diagnostic[];
}

/** What is wrong with the element at hand, each with its remedies. */
export function ProblemList({ diagnostics }: ProblemListProps) {
  const session = useSession();
  const show = useViewState((state) => state.show);
  const setDock = useViewState((state) => state.setDock);
  if (diagnostics.length === 0) return undefined;
  return (
    <ul aria-label="Problems" className="flex flex-col border-b border-line bg-sunken">
      {diagnostics.map((diagnostic) => (
        <li
          key={`${diagnostic.code} ${diagnostic.span.from}`}
          className="flex items-start gap-2 border-line px-4 py-2 text-sm not-first:border-t"
        >
          <SeverityIcon severity={diagnostic.severity} />
          <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
            <button
              type="button"
              className="rounded-sm text-left wrap-anywhere hover:underline"
              title="Show in the text"
              onClick={() => {
                setDock('code');
                show({ span: diagnostic.span }, 'inspector');
              }}
            >
              <MessageText message={diagnostic.message} />
            </button>
            {diagnostic.fixes.map((fix) => (
              <Button
                key={fix.title}
                className="h-6 max-w-full px-2 text-xs"
                onClick={() => session.apply(planned(fix.edits), fix.title)}
              >
                <span className="truncate">
                  <MessageText message={fix.title} />
                </span>
              </Button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const style = 'mt-0.75 size-3.5 shrink-0';
  switch (severity) {
    case 'error':
      return <CircleAlert aria-label="Error" className={`${style} text-error-ink`} />;
    case 'warning':
      return <TriangleAlert aria-label="Warning" className={`${style} text-warning-ink`} />;
    case 'info':
      return <Info aria-label="Note" className={`${style} text-muted`} />;
  }
}
