import { CircleAlert } from 'lucide-react';
import type { Procedure } from '../../document/model.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { explainEnding, type WayOut } from './ending.ts';
import { useRehearsal } from './rehearsal-store.ts';
import { traceOf } from './timeline.ts';
import { useWayOut } from './use-way-out.ts';
import { wholeProcedure } from './whole-procedure.ts';
import { guardrailTitle, stepTitle } from './wording.ts';

const frames = {
  good: 'rounded-xl border-end-line bg-end-soft text-end-ink',
  'handed-over': 'rounded-xl border-escalation-line text-escalation-ink',
  problem: 'rounded-md border-warning-line bg-warning-soft text-warning-ink',
} as const;

/** How the run ended; where nobody drew that end, in plain words and with a way out. */
export function EndCard({ index }: { /** Of the trace's event. */ readonly index: number }) {
  const timeline = useRehearsal((state) => state.timeline);
  const follow = useWayOut();
  const trace = timeline ? traceOf(timeline) : [];
  const event = trace[index];
  if (!timeline || event?.type !== 'ended') return null;
  const procedure = wholeProcedure(timeline.program);
  const ending = explainEnding(event, trace, {
    step: (id) => `“${stepTitle(procedure, id)}”`,
    guardrail: (id) => `“${guardrailTitle(procedure, id)}”`,
  });
  return (
    <div className={`flex flex-col gap-1.5 border px-3 py-2 text-sm ${frames[ending.tone]}`}>
      <p className="flex items-center gap-1.5 font-medium">
        {ending.tone === 'problem' ? (
          <CircleAlert aria-hidden size={14} className="shrink-0" />
        ) : (
          <ElementIcon kind={ending.tone === 'good' ? 'end' : 'escalation'} className="shrink-0" />
        )}
        {ending.title}
      </p>
      {ending.sentence !== '' && <p className="text-ink">{ending.sentence}</p>}
      {ending.waysOut.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {ending.waysOut.map((way) => (
            <button
              key={JSON.stringify(way)}
              type="button"
              className="rounded-sm border border-line-control bg-surface px-2 py-0.5 text-xs text-ink hover:bg-hover"
              onClick={() => follow(way)}
            >
              {wayOutWords(way, procedure)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function wayOutWords(way: WayOut, procedure: Procedure): string {
  switch (way.kind) {
    case 'open-step':
      return `Show ${stepTitle(procedure, way.step)}`;
    case 'fill-fact':
      return `Fill in ${way.fact}`;
    case 'open-guardrail':
      return `Show guardrail ${guardrailTitle(procedure, way.guardrail)}`;
    case 'open-scope':
      return 'Show the scope';
  }
}
