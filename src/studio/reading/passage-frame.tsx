import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProvedProblem } from '../../engine/proofs/prove-procedure.ts';
import { useViewState, viewNow } from '../session/view-state.ts';
import { classNames } from '../ui/class-names.ts';
import { InlineCode } from '../ui/inline-code.tsx';
import { anchorOf } from './go-to-element.ts';

/** The room of one element's text: selected by a click, marked while it is selected, found or walked through. */
export function PassageFrame({
  elementKey,
  level,
  problems,
  children,
}: {
  readonly elementKey: string;
  readonly level: number;
  readonly problems: readonly ProvedProblem[];
  readonly children: ReactNode;
}) {
  const isSelected = useViewState(({ selection }) => selection.includes(elementKey));
  const isFound = useViewState(({ found }) => found.includes(elementKey));
  const isLit = useViewState(({ highlight }) => highlight.steps.has(elementKey.slice('step:'.length)));
  return (
    // A click only selects; the keyboard has the canvas, the outline and the heading's own link for that.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <section
      id={anchorOf(elementKey)}
      data-passage={elementKey}
      data-level={Math.min(level, 4)}
      className={classNames(
        'reading-passage',
        isSelected && 'is-selected',
        isFound && 'is-found',
        isLit && 'is-lit',
      )}
      onClick={(event) => {
        const onControl = event.target instanceof Element && event.target.closest('a, button') !== null;
        if (onControl || window.getSelection()?.isCollapsed === false) return;
        viewNow().select([elementKey], 'reading');
      }}
    >
      {children}
      {problems.length > 0 && (
        <ul className="reading-problems" aria-label="Problems">
          {problems.map(({ code, message, severity }) => (
            <li key={`${code} ${message}`} data-severity={severity}>
              {severity === 'error' ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
              <span>
                <span className="sr-only">{severity}: </span>
                <InlineCode text={message} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
