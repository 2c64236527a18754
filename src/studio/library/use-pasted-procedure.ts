import { useEffect } from 'react';

/** A procedure pasted anywhere on the page but into a field. */
export function usePastedProcedure(take: (text: string) => Promise<unknown>): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const target = event.target;
      if (target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      void take(text);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [take]);
}
