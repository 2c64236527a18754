import { useEffect, useRef } from 'react';

/** Milliseconds of rest after which typing is written down. */
const rest = 150;

interface Late<Value> {
  /** Writes after a short rest; a later value replaces one that still waits. */
  write(value: Value): void;
  /** Writes what waits at once. */
  flush(): void;
}

/** For typing whose consequences cost more than a keystroke may. What waits is written when the component goes. */
export function useLateWriter<Value>(write: (value: Value) => void): Late<Value> {
  const latest = useRef(write);
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly value: Value }>(undefined);
  useEffect(() => {
    latest.current = write;
  });
  function flush(): void {
    const held = waiting.current;
    if (!held) return;
    clearTimeout(held.timer);
    waiting.current = undefined;
    latest.current(held.value);
  }
  const flushed = useRef(flush);
  useEffect(() => {
    const last = flushed.current;
    return last;
  }, []);
  return {
    flush,
    write(value) {
      clearTimeout(waiting.current?.timer);
      waiting.current = { value, timer: setTimeout(flush, rest) };
    },
  };
}
