import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const atOnce = 60;
const more = 200;

/** How many passages of a long text are shown: the beginning at once, the rest as soon as there is time, for print all. */
export function useGradual(total: number): number {
  const [count, setCount] = useState(atOnce);
  const isWhole = count >= total;
  useEffect(() => {
    if (isWhole) return undefined;
    const timer = setTimeout(() => startTransition(() => setCount(count + more)));
    const showAll = (): void => flushSync(() => setCount(total));
    window.addEventListener('beforeprint', showAll);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('beforeprint', showAll);
    };
  }, [count, isWhole, total]);
  return count;
}
