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

const headings: Readonly<Record<RunEnd, string>> = {
  end: 'Ended',
  escalated: 'Handed to a person',
  'out-of-scope': 'Not for this procedure',
  blocked: 'Blocked by a guardrail',
  stuck: 'Stuck',
  looping: 'Going round in circles',
};

/** What people call steps and guardrails. */
export interface Titles {
  step(id: string): string;
  guardrail(id: string): string;
}

export function explainEnding(event: EndedEvent, trace: readonly TraceEvent[], titles: Titles): Ending {
  const step = event.step === undefined ? [] : [{ kind: 'open-step', step: event.step } as const];
  const base = { title: headings[event.ended], tone: 'problem' as const };
  switch (event.ended) {
    case 'end':
      return { title: `Ended: ${event.outcome}`, sentence: '', tone: 'good', waysOut: [] };
    case 'escalated':
      return { ...base, sentence: reasonOf(event, titles), tone: 'handed-over', waysOut: [] };
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
      const sentence =
        check?.type === 'checked'
          ? `${titles.guardrail(check.guardrail)} blocks ${titles.step(check.step)}: ${check.detail}.`
          : event.reason;
      return { ...base, sentence, waysOut: [...guardrail, ...step] };
    }
    case 'stuck':
      return {
        ...base,
        sentence: reasonOf(event, titles),
        waysOut: [...event.unknown.map((fact) => ({ kind: 'fill-fact', fact }) as const), ...step],
      };
    case 'looping':
      return {
        ...base,
        sentence: `${circleOf(trace, titles)} A run stops after 500 steps: one of these needs a way out.`,
        waysOut: step,
      };
  }
}

/** The engine names the step by its id, at the head of its reason. */
function reasonOf({ step, reason }: EndedEvent, titles: Titles): string {
  if (step === undefined || !(reason.startsWith(`${step} `) || reason.startsWith(`${step}'s `)))
    return reason;
  return titles.step(step) + reason.slice(step.length);
}

function asSentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]$/.test(reason) ? '' : '.'}`;
}

/** The steps that the run went round in at last. */
function circleOf(trace: readonly TraceEvent[], titles: Titles): string {
  const path = trace.flatMap((event) => (event.type === 'entered' ? [event.step] : []));
  const last = path.at(-1);
  if (last === undefined) return '';
  const before = path.lastIndexOf(last, path.length - 2);
  const circle = before === -1 ? [last] : path.slice(before, -1);
  const named = circle.slice(0, 6).map((id) => titles.step(id));
  return `It kept going ${named.join(' → ')}${circle.length > 6 ? ' → …' : ''} → ${named[0]}.`;
}
