import { describeType } from '../../document/assist/describe-type.ts';
import { valuedSentenceOf } from '../../document/condition-sentence.ts';
import type { ActionStep, EscalationStep, ProcedureStep, QuestionStep } from '../../document/model.ts';
import { DecisionTable } from './decision-table.tsx';
import type { Passage, Vocabulary } from './passage.ts';
import { ProcedureLink } from './procedure-link.tsx';
import { Lead, TemplateText, WordingText } from './worded.tsx';

/** What a step does, in plain sentences; where it leads comes after it. */
export function StepBody({ passage }: { readonly passage: Passage }) {
  const { step, vocabulary } = passage;
  switch (step.kind) {
    case 'message':
      return (
        <>
          {step.say !== undefined && (
            <>
              <Lead>Say:</Lead>
              <WordingText wording={step.say} vocabulary={vocabulary} />
            </>
          )}
          {step.instruct !== undefined && (
            <p>
              In your own words: <TemplateText text={step.instruct} vocabulary={vocabulary} />
            </p>
          )}
        </>
      );
    case 'question':
      return <QuestionBody step={step} vocabulary={vocabulary} />;
    case 'action':
      return <ActionBody step={step} vocabulary={vocabulary} />;
    case 'decision':
      if (step.columns !== undefined) return <DecisionTable passage={passage} step={step} />;
      return step.branches.length > 1 ? <p>The first of these that holds decides.</p> : undefined;
    case 'procedure':
      return <ProcedureBody id={passage.id} step={step} vocabulary={vocabulary} />;
    case 'escalation':
      return <EscalationBody step={step} vocabulary={vocabulary} />;
    case 'end':
      return (
        <>
          {step.say !== undefined && (
            <>
              <Lead>Say:</Lead>
              <WordingText wording={step.say} vocabulary={vocabulary} />
            </>
          )}
          <p>
            The conversation ends. Outcome: <strong>{step.outcome ?? 'none yet'}</strong>.
          </p>
        </>
      );
  }
}

interface BodyProps<Kind> {
  readonly step: Kind;
  readonly vocabulary: Vocabulary;
}

function QuestionBody({ step, vocabulary }: BodyProps<QuestionStep>) {
  return (
    <>
      {step.ask !== undefined && (
        <>
          <Lead>Ask:</Lead>
          <WordingText wording={step.ask} vocabulary={vocabulary} />
        </>
      )}
      {step.collects.length > 0 && (
        <>
          <Lead>To find out:</Lead>
          <ul className="reading-list">
            {step.collects.map((name) => {
              const fact = vocabulary.facts.get(name);
              return (
                <li key={name}>
                  <span className="reading-name">{name}</span>
                  {fact && ` (${describeType(fact.type)})`}
                  {fact?.description !== undefined && `: ${fact.description}`}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}

function ActionBody({ step, vocabulary }: BodyProps<ActionStep>) {
  return (
    <>
      <p>
        Call <span className="reading-name">{step.call ?? 'an action that is not chosen yet'}</span>
        {step.with.size > 0 ? ' with:' : '.'}
      </p>
      <Pairs pairs={step.with} vocabulary={vocabulary} between="is" />
    </>
  );
}

function ProcedureBody({ id, step, vocabulary }: BodyProps<ProcedureStep> & { readonly id: string }) {
  return (
    <>
      <p>
        Follow the procedure <ProcedureLink id={step.procedure} step={id} />
        {step.with.size > 0 ? ', which is given:' : '.'}
      </p>
      <Pairs pairs={step.with} vocabulary={vocabulary} between="is" />
      {step.returns.size > 0 && (
        <>
          <Lead>It gives back:</Lead>
          <ul className="reading-list">
            {[...step.returns].map(([ours, theirs]) => (
              <li key={ours}>
                <span className="reading-name">{ours}</span>, which it calls{' '}
                <span className="reading-name">{theirs}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function EscalationBody({ step, vocabulary }: BodyProps<EscalationStep>) {
  return (
    <>
      {step.triggers.length > 0 && (
        <>
          <Lead>From any step, as soon as:</Lead>
          <ul className="reading-list" aria-label="Triggers">
            {step.triggers.map(({ when, category }, index) => (
              // Two triggers may read alike.
              <li key={`${index} ${when}`}>
                {valuedSentenceOf(when, vocabulary.environment, vocabulary.parameters)}
                <span className="reading-aside"> ({category.replaceAll('-', ' ')})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {step.say !== undefined && (
        <>
          <Lead>Say:</Lead>
          <WordingText wording={step.say} vocabulary={vocabulary} />
        </>
      )}
      <p>
        Hand over to a person: queue <strong>{step.queue ?? 'not chosen yet'}</strong>, {step.priority}{' '}
        priority.
      </p>
      {step.handoff !== undefined && (
        <>
          <Lead>Tell the person who takes over:</Lead>
          <WordingText wording={step.handoff} vocabulary={vocabulary} />
        </>
      )}
    </>
  );
}

function Pairs({
  pairs,
  vocabulary,
  between,
}: {
  readonly pairs: ReadonlyMap<string, string>;
  readonly vocabulary: Vocabulary;
  readonly between: string;
}) {
  if (pairs.size === 0) return undefined;
  return (
    <ul className="reading-list">
      {[...pairs].map(([name, source]) => (
        <li key={name}>
          <span className="reading-name">{name}</span> {between}{' '}
          {valuedSentenceOf(source, vocabulary.environment, vocabulary.parameters, undefined)}
        </li>
      ))}
    </ul>
  );
}
