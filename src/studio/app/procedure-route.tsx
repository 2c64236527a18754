import { SessionProvider } from '../session/session-context.tsx';
import { NotFound } from './not-found.tsx';
import { StudioWindow } from './studio-window.tsx';
import { useOpenedSession } from './use-opened-session.ts';

export function ProcedureRoute({ id }: { readonly id: string }) {
  const opened = useOpenedSession(id);
  switch (opened.state) {
    case 'opening':
      return <output className="block p-8 text-center text-muted">Opening…</output>;
    case 'missing':
      return (
        <NotFound
          title="This procedure is not in this browser"
          text="It may have been deleted, or the link is from someone else's browser: procedures are kept where they were made. Ask for the YAML file and import it."
        />
      );
    case 'failed':
      return (
        <NotFound
          title="The procedure did not open"
          text={`The browser's database answered: ${opened.error.message}`}
        />
      );
    case 'open':
      return (
        <SessionProvider session={opened.session}>
          <StudioWindow />
        </SessionProvider>
      );
  }
}
