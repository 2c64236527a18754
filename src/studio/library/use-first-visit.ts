import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProcedureRecord } from '../api/procedure-library.ts';

const visited = 'sopwright-visited';

/**
 * Opens the example for someone who has never been here. True while it does. Someone who deleted everything has
 * been here, and is not sent there again.
 */
export function useFirstVisit(
  records: readonly ProcedureRecord[] | undefined,
  openExample: () => Promise<unknown>,
): boolean {
  const started = useRef(false);
  const [opening, setOpening] = useState(false);
  const first = records?.length === 0 && localStorage.getItem(visited) === null;
  const open = useCallback(async () => {
    setOpening(true);
    await openExample();
    localStorage.setItem(visited, 'yes');
    setOpening(false);
  }, [openExample]);
  useEffect(() => {
    if (!first || started.current) return;
    started.current = true;
    void open();
  }, [first, open]);
  return first || opening;
}
