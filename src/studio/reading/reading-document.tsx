import { Printer } from 'lucide-react';
import { memo, useEffect, useMemo, useState } from 'react';
import { tiesOf } from '../../document/graph.ts';
import { nameOf } from '../../document/humanised.ts';
import type { Procedure } from '../../document/model.ts';
import type { ProblemsByElement } from '../session/problems-by-element.ts';
import { Button } from '../ui/button.tsx';
import { Contents } from './contents.tsx';
import type { Chapter } from './contents.tsx';
import { KnowledgeChapter, ScopeChapter, ThresholdsChapter } from './front-matter.tsx';
import { GuardrailPassage } from './guardrail-passage.tsx';
import type { Passage, Reference } from './passage.ts';
import { StepPassage } from './step-passage.tsx';
import { PassageBook } from './passage-book.ts';
import { forgetAwaited, showAwaited } from './go-to-element.ts';
import { useGradual } from './use-gradual.ts';
import { printReading } from './use-reading-commands.ts';

/** The whole text. Shown after the view's other parts, so that it may be interrupted. */
export const ReadingDocument = memo(function ReadingDocument({
  procedure,
  problems,
}: {
  readonly procedure: Procedure;
  readonly problems: ProblemsByElement;
}) {
  const [book] = useState(() => new PassageBook());
  const passages = useMemo(() => book.read(procedure, problems), [book, procedure, problems]);
  const count = useGradual(passages.length);
  const shown = useMemo(() => passages.slice(0, count), [passages, count]);
  useEffect(showAwaited, [count]);
  useEffect(() => forgetAwaited, []);
  const vocabulary = useMemo(() => book.vocabularyOf(procedure), [book, procedure]);
  const governs = useGoverned(procedure, passages);
  const chapters = chaptersOf(procedure);
  const title = procedure.title === '' ? 'Untitled procedure' : procedure.title;
  return (
    <div className="reading-columns">
      <article aria-label={title} className="reading-document">
        <header>
          <div className="reading-title">
            <h1>{title}</h1>
            <div className="reading-tools">
              <Button onClick={printReading}>
                <Printer aria-hidden />
                Print or save as PDF
              </Button>
            </div>
          </div>
          {procedure.description !== undefined && <p>{procedure.description}</p>}
          <p className="reading-aside">{originOf(procedure)}</p>
        </header>
        <Contents chapters={chapters} passages={shown} guardrails={procedure.guardrails} />
        <ScopeChapter scope={procedure.scope} />
        {procedure.facts.size + procedure.derived.size > 0 && (
          <KnowledgeChapter facts={procedure.facts} derived={procedure.derived} vocabulary={vocabulary} />
        )}
        {procedure.parameters.size > 0 && <ThresholdsChapter parameters={procedure.parameters} />}
        <section aria-labelledby="chapter-steps">
          <h2 id="chapter-steps" tabIndex={-1}>
            Steps
          </h2>
          {shown.map((passage) => (
            <StepPassage key={passage.id} passage={passage} />
          ))}
        </section>
        {procedure.guardrails.size > 0 && (
          <section aria-labelledby="chapter-guardrails">
            <h2 id="chapter-guardrails" tabIndex={-1}>
              Guardrails
            </h2>
            {[...procedure.guardrails].map(([id, guardrail]) => (
              <GuardrailPassage
                key={id}
                id={id}
                guardrail={guardrail}
                governs={governs.get(id) ?? none}
                problems={problems.get(`guardrail:${id}`) ?? none}
                vocabulary={vocabulary}
              />
            ))}
          </section>
        )}
      </article>
    </div>
  );
});

const none: readonly never[] = [];

function originOf({ id, owner, review }: Procedure): string {
  return [
    id === '' ? undefined : `Procedure ${id}`,
    owner === undefined ? undefined : `Owner: ${owner}`,
    review?.every === undefined ? undefined : `Reviewed every ${review.every}`,
    review === undefined || review.by.length === 0 ? undefined : `Reviewed by ${review.by.join(', ')}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function chaptersOf(procedure: Procedure): readonly Chapter[] {
  return [
    { id: 'chapter-scope', title: 'Scope' },
    ...(procedure.facts.size + procedure.derived.size > 0
      ? [{ id: 'chapter-knowledge', title: 'What it needs to know' }]
      : []),
    ...(procedure.parameters.size > 0 ? [{ id: 'chapter-thresholds', title: 'Thresholds' }] : []),
    { id: 'chapter-steps', title: 'Steps' },
    ...(procedure.guardrails.size > 0 ? [{ id: 'chapter-guardrails', title: 'Guardrails' }] : []),
  ];
}

/** The steps that each guardrail governs, as they are called. */
function useGoverned(
  procedure: Procedure,
  passages: readonly Passage[],
): ReadonlyMap<string, readonly Reference[]> {
  const { guardrails, steps } = procedure;
  return useMemo(() => {
    const numbers = new Map(passages.map(({ id, number }, index) => [id, { number, index }]));
    const governed = new Map<string, Reference[]>();
    for (const { guardrail, step } of tiesOf({ guardrails, steps } as Procedure)) {
      const list = governed.get(guardrail) ?? [];
      list.push({ id: step, number: numbers.get(step)?.number, title: nameOf(step, steps.get(step)) });
      governed.set(guardrail, list);
    }
    for (const list of governed.values())
      list.sort((a, b) => (numbers.get(a.id)?.index ?? 0) - (numbers.get(b.id)?.index ?? 0));
    return governed;
  }, [guardrails, steps, passages]);
}
