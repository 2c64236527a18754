import { useState, type ReactNode } from 'react';

/** Where a gesture without a field of its own says why it was refused. */
export function useRefusal(): {
  readonly refusal: ReactNode;
  attempt(reason: string | undefined): void;
} {
  const [reason, setReason] = useState<string>();
  return {
    refusal:
      reason === undefined ? undefined : (
        <p role="alert" className="text-xs text-error-ink">
          {reason}
        </p>
      ),
    attempt: setReason,
  };
}
