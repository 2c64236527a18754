import { ShieldCheck } from 'lucide-react';
import { valuedSentenceOf } from '../../document/condition-sentence.ts';
import { nameOf } from '../../document/humanised.ts';
import { rulesOf } from '../../document/reading/guardrail-rules.ts';
import { anchorOf, goToElement } from './go-to-element.ts';
import type { Governing, Vocabulary } from './passage.ts';
import { WordingText } from './worded.tsx';

const leads: Readonly<Record<Governing['how'], string>> = {
  includes: 'Said here',
  before: 'Before this',
  appliesTo: 'While saying this',
};

/** A guardrail at a step that it governs: what it demands there, and the way to its own passage. */
export function GuardrailCallout({
  governing: { id, guardrail, how },
  vocabulary,
}: {
  readonly governing: Governing;
  readonly vocabulary: Vocabulary;
}) {
  const title = nameOf(id, guardrail);
  const sentence = (condition: string): string =>
    valuedSentenceOf(condition, vocabulary.environment, vocabulary.parameters);
  const said = how === 'includes' ? (guardrail.disclose ?? guardrail.alwaysSay) : undefined;
  const rules = rulesOf(guardrail, sentence);
  return (
    <div role="note" aria-label={`Guardrail: ${title}`} className="reading-callout">
      <p className="reading-callout-title">
        <ShieldCheck aria-hidden />
        <span>
          {leads[how]}, guardrail{' '}
          <a
            href={`#${anchorOf(`guardrail:${id}`)}`}
            className="reading-link"
            onClick={(event) => {
              event.preventDefault();
              goToElement(`guardrail:${id}`);
            }}
          >
            {title}
          </a>
          {guardrail.severity === 'warn' && ' (only warns)'}
        </span>
      </p>
      {said === undefined ? (
        rules.map(({ words, wording }) => (
          <div key={words}>
            <p>
              {words}
              {wording === undefined ? '' : ':'}
            </p>
            {wording !== undefined && <WordingText wording={wording} vocabulary={vocabulary} />}
          </div>
        ))
      ) : (
        <>
          <p>Say word for word:</p>
          <WordingText wording={said} vocabulary={vocabulary} />
        </>
      )}
    </div>
  );
}
