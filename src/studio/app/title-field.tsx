import { useState } from 'react';
import { useDocument, useSession } from '../session/session-context.tsx';
import { notify } from '../ui/notify.tsx';
import { planTitle } from '../session/plan-title.ts';

/** The procedure's title; a click or Enter renames it. */
export function TitleField() {
  const session = useSession();
  const { title } = useDocument().procedure;
  const [typed, setTyped] = useState<string>();
  const shown = title === '' ? 'Untitled procedure' : title;

  const commit = (): void => {
    if (typed === undefined) return;
    setTyped(undefined);
    const next = typed.trim();
    if (next === '' || next === title) return;
    const plan = session.apply(planTitle(session.snapshot().document, next), 'Rename procedure');
    if (!plan.ok) notify(plan.reason, { tone: 'error' });
  };

  if (typed === undefined) {
    return (
      <h1 className="min-w-0">
        <button
          type="button"
          title={`${shown} (click to rename)`}
          aria-label={`${shown}, rename`}
          onClick={() => setTyped(title)}
          className="block h-(--control) max-w-full truncate rounded-md px-2 font-semibold hover:bg-hover"
        >
          {shown}
        </button>
      </h1>
    );
  }
  return (
    <input
      aria-label="Title of the procedure"
      ref={(input) => input?.focus()}
      value={typed}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setTyped(undefined);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className="h-(--control) w-80 max-w-full min-w-0 rounded-md border border-line-control bg-raised px-2 font-semibold"
    />
  );
}
