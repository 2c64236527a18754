import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { SopDocument } from '../../document/document.ts';
import type { ProcedureSession, SessionSnapshot, Sharing } from './procedure-session.ts';

const SessionContext = createContext<ProcedureSession | undefined>(undefined);

export function SessionProvider({
  session,
  children,
}: {
  readonly session: ProcedureSession;
  readonly children: ReactNode;
}) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The open procedure. Throws outside a `SessionProvider`. */
export function useSession(): ProcedureSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession outside a SessionProvider');
  return session;
}

export function useSnapshot(): SessionSnapshot {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.snapshot);
}

/** Renders again only when the text changed, not when a node moved. */
export function useDocument(): SopDocument {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.snapshot().document);
}

/** Renders again when the save status changed. */
export function useSharing(): Sharing {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.snapshot().sharing);
}
