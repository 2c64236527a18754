import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { elementColor, elementWord } from './element-kind.ts';
import type { ElementKind } from './element-kind.ts';

/** Each kind's silhouette on a 16-unit square: outline first, then what is inside it. */
const silhouettes: Readonly<Record<ElementKind, { readonly outline: string; readonly inside: ReactNode }>> = {
  message: {
    outline:
      'M3.5 2.5h9a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5H8l-3.5 3v-3h-1A1.5 1.5 0 0 1 2 10V4a1.5 1.5 0 0 1 1.5-1.5Z',
    inside: <path d="M5 5.75h6M5 8.25h3.5" />,
  },
  question: {
    outline: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
    inside: <path d="M6.25 6.25a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.85.65-.85 1.3M8 11.4v.1" />,
  },
  action: {
    outline: 'M3 2h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1Z',
    inside: <path d="M8.75 4.25 5.5 8.75h2.25l-.5 3 3.25-4.5H8.25l.5-3Z" />,
  },
  decision: {
    outline: 'M5 1.75h6L14.25 5v6L11 14.25H5L1.75 11V5L5 1.75Z',
    inside: <path d="M4.5 8h2.25m0 0 3-2.5h1.5m-4.5 2.5 3 2.5h1.5" />,
  },
  procedure: {
    outline: 'M3 2.5h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1Z',
    inside: <path d="M4.75 2.5v11m6.5-11v11M6.9 8h2.2m0 0-.9-.9m.9.9-.9.9" strokeWidth="1" />,
  },
  escalation: {
    outline:
      'M3 1.5h10A1.5 1.5 0 0 1 14.5 3v10a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 13V3A1.5 1.5 0 0 1 3 1.5Z',
    inside: (
      <>
        <path
          d="M4.25 3.75h7.5a.5.5 0 0 1 .5.5v7.5a.5.5 0 0 1-.5.5h-7.5a.5.5 0 0 1-.5-.5v-7.5a.5.5 0 0 1 .5-.5Z"
          strokeWidth="1"
        />
        <path d="M8 10.5v-5m0 0L6 7.5m2-2 2 2" />
      </>
    ),
  },
  end: {
    outline: 'M5.5 4h5a4 4 0 0 1 0 8h-5a4 4 0 0 1 0-8Z',
    inside: <path d="M6.5 6.5h3v3h-3Z" fill="currentColor" stroke="none" />,
  },
  guardrail: {
    outline: 'M8 1.5 13.5 3.5v4.25c0 3.2-2.2 5.5-5.5 6.75-3.3-1.25-5.5-3.55-5.5-6.75V3.5L8 1.5Z',
    inside: <path d="m5.6 7.9 1.75 1.75 3.1-3.4" />,
  },
};

const softFill: Readonly<Record<ElementKind, string>> = {
  message: 'fill-message-soft',
  question: 'fill-question-soft',
  action: 'fill-action-soft',
  decision: 'fill-decision-soft',
  procedure: 'fill-procedure-soft',
  escalation: 'fill-escalation-soft',
  end: 'fill-end-soft',
  guardrail: 'fill-guardrail-soft',
};

export interface ElementIconProps {
  readonly kind: ElementKind;
  /** Pixels. */
  readonly size?: number;
  /** Spoken; leave out where the word stands beside it. */
  readonly named?: boolean;
  readonly className?: string;
}

export function ElementIcon({ kind, size = 16, named = false, className }: ElementIconProps) {
  const { outline, inside } = silhouettes[kind];
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classNames('shrink-0', elementColor[kind].ink, className)}
      {...(named ? { role: 'img', 'aria-label': elementWord[kind] } : { 'aria-hidden': true })}
    >
      <path d={outline} className={softFill[kind]} />
      {inside}
    </svg>
  );
}
