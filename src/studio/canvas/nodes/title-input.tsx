import { useEffect, useRef } from 'react';

export interface TitleInputProps {
  readonly label: string;
  readonly value: string;
  /** Once: with the new words, or without where they were given up. */
  readonly finish: (next: string | undefined, keepFocus: boolean) => void;
}

/** In place of a title on the canvas. Enter and leaving take the words, Escape does not. */
export function TitleInput({ label, value, finish }: TitleInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);

  const end = (take: boolean, keepFocus: boolean): void => {
    if (done.current) return;
    done.current = true;
    const next = input.current?.value.trim() ?? '';
    finish(take && next !== '' && next !== value ? next : undefined, keepFocus);
  };

  return (
    <input
      ref={input}
      className="element-rename nodrag nopan nokey"
      aria-label={label}
      defaultValue={value}
      spellCheck={false}
      onBlur={() => end(true, false)}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') end(true, true);
        if (event.key === 'Escape') end(false, true);
      }}
    />
  );
}
