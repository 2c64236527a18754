import { memo } from 'react';
import { valuedSentenceOf } from '../../document/condition-sentence.ts';
import { nameOf } from '../../document/humanised.ts';
import type { Guardrail } from '../../document/model.ts';
import { rulesOf } from '../../document/reading/guardrail-rules.ts';
import type { ProvedProblem } from '../../engine/proofs/prove-procedure.ts';
import { PassageFrame } from './passage-frame.tsx';
import { PassageHeading } from './passage-heading.tsx';
import type { Reference, Vocabulary } from './passage.ts';
import { StepLink } from './step-link.tsx';
import { WordingText } from './worded.tsx';

export interface GuardrailPassageProps {
  readonly id: string;
  readonly guardrail: Guardrail;
  /** The steps that it governs, in reading order. */
  readonly governs: readonly Reference[];
  readonly problems: readonly ProvedProblem[];
  readonly vocabulary: Vocabulary;
}

/** A guardrail's own passage: its whole rule, who owns it, and what it holds for. */
export const GuardrailPassage = memo(function GuardrailPassage({
  id,
  guardrail,
  governs,
  problems,
  vocabulary,
}: GuardrailPassageProps) {
  const { owner, regulation, severity, appliesTo, before, description } = guardrail;
  const sentence = (condition: string): string =>
    valuedSentenceOf(condition, vocabulary.environment, vocabulary.parameters);
  const everywhere = appliesTo === 'all' && before.length === 0;
  return (
    <PassageFrame elementKey={`guardrail:${id}`} level={1} problems={problems}>
      <PassageHeading
        elementKey={`guardrail:${id}`}
        kind="guardrail"
        number={undefined}
        title={nameOf(id, guardrail)}
        note={severity === 'block' ? 'blocks' : 'only warns'}
      />
      {description !== undefined && <p className="reading-description">{description}</p>}
      {rulesOf(guardrail, sentence).map(({ words, wording }) => (
        <div key={words}>
          <p>
            {words}
            {wording === undefined ? '' : ':'}
          </p>
          {wording !== undefined && <WordingText wording={wording} vocabulary={vocabulary} />}
        </div>
      ))}
      <p>
        {governs.length === 0 ? (everywhere ? 'Holds at every step.' : 'Holds at no step yet.') : 'Holds at '}
        {governs.map((step, index) => (
          <span key={step.id}>
            {index > 0 && ', '}
            <StepLink to={step} />
          </span>
        ))}
        {governs.length > 0 && '.'}
      </p>
      {(owner !== undefined || regulation.length > 0) && (
        <p className="reading-aside">
          {[
            owner === undefined ? undefined : `Owner: ${owner}`,
            regulation.length === 0 ? undefined : `Regulation: ${regulation.join(', ')}`,
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
      )}
    </PassageFrame>
  );
});
