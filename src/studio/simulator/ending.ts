import type { RunEnd, TraceEvent } from '../../engine/trace.ts';

/** What a person can do about an end that nobody drew. */
export type WayOut =
  | { readonly kind: 'open-step'; readonly step: string }
  | { readonly kind: 'fill-fact'; readonly fact: string }
  | { readonly kind: 'open-guardrail'; readonly guardrail: string }
  | { readonly kind: 'open-scope' };

export interface Ending {
  readonly title: string;
  /** Plain words; the engine's own reason comes with it where it adds something. */
  readonly sentence: string;
  readonly tone: 'good' | 'handed-over' | 'problem';
  readonly waysOut: readonly WayOut[];
}

type EndedEvent = Extract<TraceEvent, { type: 'ended' }>;

const titles: Readonly<Record<RunEnd, string>> = {
  end: 'Ended',
  escalated: 'Handed to a person',
  'out-of-scope': 'Not for this procedure',
  blocked: 'Blocked by a guardrail',
  stuck: 'Stuck',
  looping: 'Going round in circles',
};

export function explainEnding(event: EndedEvent, trace: readonly TraceEvent[]): Ending {
  const step = event.step === undefined ? [] : [{ kind: 'open-step', step: event.step } as const];
  const base = { title: titles[event.ended], tone: 'problem' as const };
  switch (event.ended) {
    case 'end':
      return { title: `Ended: ${event.outcome}`, sentence: '', tone: 'good', waysOut: [] };
    case 'escalated':
      return { ...base, sentence: event.reason, tone: 'handed-over', waysOut: [] };
    case 'out-of-scope':
      return {
        ...base,
        sentence: asSentence(event.reason),
        waysOut: [{ kind: 'open-scope' }],
      };
    case 'blocked': {
      const check = trace.findLast(
        (one) => one.type === 'checked' && one.result !== true && one.severity === 'block',
      );
      const guardrail =
        check?.type === 'checked' ? [{ kind: 'open-guardrail', guardrail: check.guardrail } as const] : [];
      return { ...base, sentence: event.reason, waysOut: [...guardrail, ...step] };
    }
    case 'stuck':
      return {
        ...base,
        sentence: event.reason,
        waysOut: [...event.unknown.map((fact) => ({ kind: 'fill-fact', fact }) as const), ...step],
      };
    case 'looping':
      return {
        ...base,
        sentence: `${circleOf(trace)} A run stops after 500 steps: one of these needs a way out.`,
        waysOut: step,
      };
  }
}

function asSentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]$/.test(reason) ? '' : '.'}`;
}

/** The steps that the run went round in at last. */
function circleOf(trace: readonly TraceEvent[]): string {
  const path = trace.flatMap((event) => (event.type === 'entered' ? [event.step] : []));
  const last = path.at(-1);
  if (last === undefined) return '';
  const before = path.lastIndexOf(last, path.length - 2);
  const circle = before === -1 ? [last] : path.slice(before, -1);
  const named = circle.slice(0, 6).join(' → ');
  return `It kept going ${named}${circle.length > 6 ? ' → …' : ''} → ${circle[0]}.`;
}
