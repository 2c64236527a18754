import { createContext, useContext, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { CodeRoom } from './panels.tsx';

interface KeptCode {
  readonly host: HTMLElement;
  /** The editor is wanted; from then on it stays. */
  readonly want: () => void;
}

const KeptCodeContext = createContext<KeptCode | undefined>(undefined);

/**
 * Keeps the editor while no panel shows it: hiding the dock loses neither its cursor nor its scroll place nor what is
 * folded. It lives in an element of its own, which `CodeSlot` takes in.
 */
export function CodeKeeper({ children }: { readonly children: ReactNode }) {
  const [host] = useState(() => {
    const element = document.createElement('div');
    element.className = 'h-full min-h-0';
    return element;
  });
  const [isWanted, setIsWanted] = useState(false);
  const [kept] = useState((): KeptCode => ({ host, want: () => setIsWanted(true) }));
  return (
    <KeptCodeContext value={kept}>
      {children}
      {isWanted && createPortal(<CodeRoom />, host)}
    </KeptCodeContext>
  );
}

/** Where the editor is shown; one at a time. */
export function CodeSlot() {
  const kept = useContext(KeptCodeContext);
  if (kept === undefined) throw new Error('CodeSlot outside a CodeKeeper');
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    slot.current?.append(kept.host);
    kept.want();
    return () => kept.host.remove();
  }, [kept]);
  return <div ref={slot} className="h-full min-h-0" />;
}
