import { useState } from 'react';

/** What is being typed in place of a value; begins anew when the value itself changes. */
export function useDraft(value: string): readonly [draft: string, setDraft: (draft: string) => void] {
  const [draft, setDraft] = useState(value);
  const [begun, setBegun] = useState(value);
  if (begun !== value) {
    setBegun(value);
    setDraft(value);
  }
  return [draft, setDraft];
}
