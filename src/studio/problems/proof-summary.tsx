import { Check } from 'lucide-react';
import { useProofs } from '../session/use-problems.ts';
import { InlineCode } from '../ui/inline-code.tsx';

const states = {
  proving: 'Proving…',
  proved: undefined,
  unread: 'Some of the text cannot be read at present. What is shown was proved before.',
  failed: 'The proofs stopped. They start again with your next change.',
} as const;

/** What is certain about the procedure, and how far the proofs are. */
export function ProofSummary() {
  const { state, statements } = useProofs();
  const said = states[state];
  if (statements.length === 0 && said === undefined) return undefined;
  return (
    <section aria-label="Proved" className="px-2 pb-2 text-left">
      {statements.length > 0 && (
        <>
          <h3 className="py-1 text-xs font-semibold text-muted">Proved</h3>
          <ul className="flex flex-col gap-1">
            {statements.map((statement) => (
              <li key={statement} className="flex items-start gap-2 text-muted">
                <Check aria-hidden className="mt-0.5 size-4 shrink-0" />
                <span className="wrap-anywhere">
                  <InlineCode text={statement} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {said !== undefined && <p className="pt-1 text-xs text-faint">{said}</p>}
    </section>
  );
}
