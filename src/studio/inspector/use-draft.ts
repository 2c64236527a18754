import { useEffect, useRef, useState } from 'react';

export interface Draft {
  /** What the field shows: what is being typed, else the document's value. */
  readonly text: string;
  readonly isDirty: boolean;
  /** Why the last commit was refused. */
  readonly refusal: string | undefined;
  change(text: string): void;
  /** Writes what was typed, or `text`, into the document. */
  commit(text?: string): void;
  revert(): void;
}

/**
 * What a person types stays theirs until they leave the field: changes of the document elsewhere neither overwrite it
 * nor take the focus. `write` gives back the reason of a refusal; what was typed then stays, to be put right.
 */
export function useDraft(value: string, write: (text: string) => string | undefined): Draft {
  const [typed, setTyped] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const latest = useRef({ typed, value, write });
  useEffect(() => {
    latest.current = { typed, value, write };
  });

  // A form may close under the person's hands, such as by a click on the canvas that gives no blur.
  useEffect(
    () => () => {
      const { typed, value, write } = latest.current;
      if (typed !== undefined && typed !== value) write(typed);
    },
    [],
  );

  const settle = (next: string | undefined, reason: string | undefined) => {
    latest.current = { ...latest.current, typed: next };
    setTyped(next);
    setRefusal(reason);
  };

  return {
    text: typed ?? value,
    isDirty: typed !== undefined && typed !== value,
    refusal,
    change: (text) => settle(text, undefined),
    commit: (text) => {
      const next = text ?? latest.current.typed;
      if (next === undefined || next === latest.current.value) {
        settle(undefined, undefined);
        return;
      }
      const reason = latest.current.write(next);
      settle(reason === undefined ? undefined : next, reason);
    },
    revert: () => settle(undefined, undefined),
  };
}
