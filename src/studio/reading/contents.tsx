import { memo } from 'react';
import type { ReactNode } from 'react';
import { nameOf } from '../../document/humanised.ts';
import type { Procedure } from '../../document/model.ts';
import { useViewState } from '../session/view-state.ts';
import { anchorOf, goToElement } from './go-to-element.ts';
import type { Passage } from './passage.ts';

export interface Chapter {
  readonly id: string;
  readonly title: string;
}

/** The table of contents: chapters, and the steps with their numbers. */
export const Contents = memo(function Contents({
  chapters,
  passages,
  guardrails,
}: {
  readonly chapters: readonly Chapter[];
  readonly passages: readonly Passage[];
  readonly guardrails: Procedure['guardrails'];
}) {
  return (
    <nav aria-label="Contents" className="reading-contents">
      <p className="reading-contents-title" aria-hidden>
        Contents
      </p>
      <ul>
        {chapters.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                const heading = document.querySelector<HTMLElement>(`#${id}`);
                heading?.scrollIntoView({ block: 'start' });
                heading?.focus({ preventScroll: true });
              }}
            >
              {title}
            </a>
            {id === 'chapter-steps' && (
              <ul>
                {passages.map((passage) => (
                  <StepEntry key={passage.id} passage={passage} />
                ))}
              </ul>
            )}
            {id === 'chapter-guardrails' && (
              <ul>
                {[...guardrails].map(([guardrail, element]) => (
                  <li key={guardrail}>
                    <ContentsLink elementKey={`guardrail:${guardrail}`}>
                      {nameOf(guardrail, element)}
                    </ContentsLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
});

const StepEntry = memo(function StepEntry({
  passage: { id, number, level, step },
}: {
  readonly passage: Passage;
}) {
  return (
    <li data-level={Math.min(level, 4)}>
      <ContentsLink elementKey={`step:${id}`}>
        <span className="reading-number">{number} </span>
        {nameOf(id, step)}
      </ContentsLink>
    </li>
  );
});

function ContentsLink({
  elementKey,
  children,
}: {
  readonly elementKey: string;
  readonly children: ReactNode;
}) {
  const isSelected = useViewState(({ selection }) => selection.includes(elementKey));
  return (
    <a
      href={`#${anchorOf(elementKey)}`}
      aria-current={isSelected ? 'location' : undefined}
      onClick={(event) => {
        event.preventDefault();
        goToElement(elementKey);
      }}
    >
      {children}
    </a>
  );
}
