import { formatValue } from '../../condition/coerce.ts';
import type { Procedure } from '../../document/model.ts';
import type { SetFact } from './transcript.ts';

/** What a turn or an action set, beside it. */
export function FactChips({
  sets,
  procedure,
}: {
  readonly sets: readonly SetFact[];
  readonly procedure: Procedure;
}) {
  if (sets.length === 0) return null;
  return (
    <ul aria-label="Facts set" className="flex flex-wrap gap-1">
      {sets.map(({ fact, value }) => {
        const text = formatValue(value, procedure.facts.get(fact)?.type);
        return (
          <li
            key={fact}
            title={`${fact}: ${text}`}
            className="max-w-full truncate rounded-sm border border-line bg-surface px-1.5 text-2xs text-muted"
          >
            <span className="font-mono">{fact}</span> <span className="text-ink">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
