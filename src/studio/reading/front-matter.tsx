import { memo } from 'react';
import { joinWords } from '../../condition/coerce.ts';
import { describeType } from '../../document/assist/describe-type.ts';
import { valuedSentenceOf } from '../../document/condition-sentence.ts';
import type { Procedure } from '../../document/model.ts';
import { valueInWords } from '../../document/value-in-words.ts';
import type { Vocabulary } from './passage.ts';
import { TableRoom } from './table-room.tsx';

/** Which contacts the procedure governs. */
export const ScopeChapter = memo(function ScopeChapter({ scope }: Pick<Procedure, 'scope'>) {
  const line = (word: string, any: string, values: readonly string[]) => (
    <div>
      <dt>{word}</dt>
      <dd>{values.length === 0 ? any : joinWords(values, 'and')}</dd>
    </div>
  );
  const isOpen = scope.intents.length + scope.channels.length + scope.locales.length === 0;
  return (
    <section aria-labelledby="chapter-scope">
      <h2 id="chapter-scope" tabIndex={-1}>
        Scope
      </h2>
      {isOpen ? (
        <p>This procedure governs every contact.</p>
      ) : (
        <>
          <p>This procedure governs these contacts; all others are out of scope.</p>
          <dl className="reading-facts">
            {line('Intents', 'any', scope.intents)}
            {line('Channels', 'any', scope.channels)}
            {line('Languages', 'any', scope.locales)}
          </dl>
        </>
      )}
    </section>
  );
});

/** Facts, what is worked out from them, and the thresholds. */
export const KnowledgeChapter = memo(function KnowledgeChapter({
  facts,
  derived,
  vocabulary,
}: Pick<Procedure, 'facts' | 'derived'> & { readonly vocabulary: Vocabulary }) {
  return (
    <section aria-labelledby="chapter-knowledge">
      <h2 id="chapter-knowledge" tabIndex={-1}>
        What it needs to know
      </h2>
      <TableRoom label="Table of facts">
        <table className="reading-table">
          <caption className="sr-only">Facts</caption>
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">Is</th>
              <th scope="col">Comes from</th>
            </tr>
          </thead>
          <tbody>
            {[...facts].map(([name, { type, source, description }]) => (
              <tr key={name}>
                <th scope="row" className="reading-name">
                  {name}
                </th>
                <td>
                  {describeType(type)}
                  {description !== undefined && <p className="reading-aside">{description}</p>}
                </td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRoom>
      {derived.size > 0 && (
        <>
          <h3 className="reading-minor">Worked out from these</h3>
          <dl className="reading-derived">
            {[...derived].map(([name, { type, is, description }]) => (
              <div key={name}>
                <dt className="reading-name">{name}</dt>
                <dd>
                  {description !== undefined && <p>{description}</p>}
                  <p className={description === undefined ? undefined : 'reading-aside'}>
                    {valuedSentenceOf(is, vocabulary.environment, vocabulary.parameters, type)}
                  </p>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
});

/** The numbers that operations own. */
export const ThresholdsChapter = memo(function ThresholdsChapter({
  parameters,
}: Pick<Procedure, 'parameters'>) {
  return (
    <section aria-labelledby="chapter-thresholds">
      <h2 id="chapter-thresholds" tabIndex={-1}>
        Thresholds
      </h2>
      <TableRoom label="Table of thresholds">
        <table className="reading-table">
          <thead>
            <tr>
              <th scope="col">Threshold</th>
              <th scope="col">Value</th>
              <th scope="col">Owner</th>
            </tr>
          </thead>
          <tbody>
            {[...parameters].map(([name, parameter]) => (
              <tr key={name}>
                <th scope="row" className="reading-name">
                  {name}
                </th>
                <td>
                  {valueInWords(parameter)}
                  {parameter.description !== undefined && (
                    <p className="reading-aside">{parameter.description}</p>
                  )}
                </td>
                <td>{parameter.owner}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRoom>
    </section>
  );
});
