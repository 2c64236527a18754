/** What is drawn on the canvas: the kinds of step, and guardrails. */
export type ElementKind =
  | 'message'
  | 'question'
  | 'action'
  | 'decision'
  | 'procedure'
  | 'escalation'
  | 'end'
  | 'guardrail';

/** Each kind's word, for people. */
export const elementWord: Readonly<Record<ElementKind, string>> = {
  message: 'Message',
  question: 'Question',
  action: 'Action',
  decision: 'Decision',
  procedure: 'Procedure',
  escalation: 'Escalation',
  end: 'End',
  guardrail: 'Guardrail',
};

/** Class names of each kind's colour; whole names, so that the style sheet knows them. */
export const elementColor: Readonly<
  Record<ElementKind, { readonly ink: string; readonly soft: string; readonly line: string }>
> = {
  message: { ink: 'text-message-ink', soft: 'bg-message-soft', line: 'border-message-line' },
  question: { ink: 'text-question-ink', soft: 'bg-question-soft', line: 'border-question-line' },
  action: { ink: 'text-action-ink', soft: 'bg-action-soft', line: 'border-action-line' },
  decision: { ink: 'text-decision-ink', soft: 'bg-decision-soft', line: 'border-decision-line' },
  procedure: { ink: 'text-procedure-ink', soft: 'bg-procedure-soft', line: 'border-procedure-line' },
  escalation: { ink: 'text-escalation-ink', soft: 'bg-escalation-soft', line: 'border-escalation-line' },
  end: { ink: 'text-end-ink', soft: 'bg-end-soft', line: 'border-end-line' },
  guardrail: { ink: 'text-guardrail-ink', soft: 'bg-guardrail-soft', line: 'border-guardrail-line' },
};
