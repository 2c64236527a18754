import { useEffect, useRef } from 'react';
import { useSession } from '../session/session-context.tsx';
import { openEditor } from './open-editor.ts';

/** Loaded lazily: Monaco comes with it. */
export function ProcedureEditor() {
  const session = useSession();
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => (container.current ? openEditor(container.current, session) : undefined), [session]);
  return <div ref={container} className="sop-editor h-full min-h-0 w-full" />;
}
