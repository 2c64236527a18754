import { useEffect, useRef } from 'react';
import { focusSoon, useCanvasState } from '../canvas-state.ts';
import { useGestures } from '../gestures/gestures-context.ts';

/** In place of the title: the id, as the text has it. Enter and leaving rename, Escape does not. */
export function RenameInput({ elementKey, id }: { readonly elementKey: string; readonly id: string }) {
  const gestures = useGestures();
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);

  const finish = (rename: boolean, keepFocus: boolean): void => {
    if (done.current) return;
    done.current = true;
    const next = input.current?.value.trim() ?? '';
    useCanvasState.setState({ renaming: undefined });
    const key = rename && next !== '' && next !== id ? gestures.rename(elementKey, next) : elementKey;
    if (keepFocus) focusSoon(key);
  };

  return (
    <input
      ref={input}
      className="element-rename nodrag nopan nokey"
      aria-label={`New name of ${id}`}
      defaultValue={id}
      spellCheck={false}
      onBlur={() => finish(true, false)}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(true, true);
        if (event.key === 'Escape') finish(false, true);
      }}
    />
  );
}
