import { memo } from 'react';
import { nameOf } from '../../document/humanised.ts';
import { GuardrailCallout } from './guardrail-callout.tsx';
import type { Passage, WayOn } from './passage.ts';
import { PassageFrame } from './passage-frame.tsx';
import { PassageHeading } from './passage-heading.tsx';
import { StepBody } from './step-body.tsx';
import { StepLink } from './step-link.tsx';

/** One step of the procedure as text. */
export const StepPassage = memo(function StepPassage({ passage }: { readonly passage: Passage }) {
  const { id, step, number, level, origin, problems, vocabulary } = passage;
  return (
    <PassageFrame elementKey={`step:${id}`} level={level} problems={problems}>
      {origin !== undefined && <Origin origin={origin} />}
      <PassageHeading
        elementKey={`step:${id}`}
        kind={step.kind}
        number={number}
        title={nameOf(id, step)}
        note={noteOf(passage)}
      />
      {step.description !== undefined && <p className="reading-description">{step.description}</p>}
      {passage.governing
        .filter(({ how }) => how === 'before')
        .map((governing) => (
          <GuardrailCallout key={governing.id} governing={governing} vocabulary={vocabulary} />
        ))}
      <StepBody passage={passage} />
      {passage.governing
        .filter(({ how }) => how !== 'before')
        .map((governing) => (
          <GuardrailCallout key={governing.id} governing={governing} vocabulary={vocabulary} />
        ))}
      <Ways passage={passage} />
    </PassageFrame>
  );
});

/** More than these are only counted. */
const mostOrigins = 8;

function Origin({ origin: { words, from } }: { readonly origin: NonNullable<Passage['origin']> }) {
  const rest = from.length - mostOrigins;
  return (
    <p className="reading-origin">
      {words !== undefined && <strong>{words}: </strong>}
      {words === undefined ? 'Comes from ' : 'comes from '}
      {from.slice(0, mostOrigins).map((step, index) => (
        <span key={step.id}>
          {index > 0 && ', '}
          <StepLink to={step} />
        </span>
      ))}
      {rest > 0 && ` and ${rest} more`}
    </p>
  );
}

function noteOf({ isStart, isReached }: Passage): string | undefined {
  if (isStart) return 'the procedure starts here';
  return isReached ? undefined : 'nothing leads here';
}

/** Where the step leads. A table's rows have said so already, up to what holds otherwise. */
function Ways({ passage: { step, ways } }: { readonly passage: Passage }) {
  const rest =
    step.kind === 'decision' && step.columns !== undefined ? ways.slice(step.branches.length) : ways;
  // What is optional and not written needs no words.
  const shown = rest.filter(({ to, words }) => to !== undefined || words !== 'When it fails');
  if (shown.length === 0) return undefined;
  if (shown.length === 1 && shown[0] !== undefined) {
    return (
      <p className="reading-way">
        <WayText way={shown[0]} />
      </p>
    );
  }
  return (
    <ol className="reading-ways" aria-label="Ways on">
      {shown.map((way, index) => (
        // Two ways may read alike; they are tried in this order.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <WayText way={way} />
        </li>
      ))}
    </ol>
  );
}

function WayText({ way: { label, words, to } }: { readonly way: WayOn }) {
  if (to === undefined && words === 'Otherwise')
    return <>If none of these holds, the conversation stops here.</>;
  return (
    <>
      {label !== undefined && <strong className="reading-label">{label}: </strong>}
      {label === undefined ? words : words.charAt(0).toLowerCase() + words.slice(1)}, go to{' '}
      <StepLink to={to} />
    </>
  );
}
