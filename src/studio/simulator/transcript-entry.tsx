import { Check, CircleAlert, FlaskConical, ShieldAlert, ShieldCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatValue } from '../../condition/coerce.ts';
import type { Procedure } from '../../document/model.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { EndCard } from './end-card.tsx';
import { FactChips } from './fact-chips.tsx';
import { checkWords, guardrailTitle, kindWord, stepTitle, takenWords } from './wording.ts';
import type { TranscriptEntry } from './transcript.ts';

export interface EntryProps<Kind extends TranscriptEntry['kind'] = TranscriptEntry['kind']> {
  readonly entry: Extract<TranscriptEntry, { kind: Kind }>;
  readonly procedure: Procedure;
}

/** The line above an entry: which element speaks. Pressing it asks why. */
export function captionOf(entry: TranscriptEntry, procedure: Procedure): string {
  switch (entry.kind) {
    case 'customer':
      return 'Customer';
    case 'what-if':
      return 'What if';
    case 'end':
      return 'End';
    case 'hand-over':
      return `${stepTitle(procedure, entry.event.step)} · escalation`;
    case 'agent':
      return entry.as === 'disclosure' && entry.guardrail !== undefined
        ? `${guardrailTitle(procedure, entry.guardrail)} · word for word`
        : `${stepTitle(procedure, entry.step)} · ${kindWord(procedure, entry.step)}`;
    default:
      return `${stepTitle(procedure, entry.step)} · ${kindWord(procedure, entry.step)}`;
  }
}

export function EntryBody({ entry, procedure }: EntryProps): ReactNode {
  switch (entry.kind) {
    case 'customer':
      return <CustomerBubble entry={entry} procedure={procedure} />;
    case 'agent':
      return <AgentBubble entry={entry} procedure={procedure} />;
    case 'note':
      return (
        <p className="rounded-lg rounded-tl-sm border border-dashed border-message-line px-3 py-2 text-muted">
          <span className="text-2xs font-medium text-message-ink">The agent words this itself: </span>
          {entry.text}
        </p>
      );
    case 'passed':
      return (
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <ElementIcon kind="question" /> Not asked: what it collects is known
        </p>
      );
    case 'call':
      return <CallCard entry={entry} procedure={procedure} />;
    case 'decision':
      return <DecisionLine entry={entry} procedure={procedure} />;
    case 'trigger':
      return (
        <p className="flex items-center gap-1.5 text-sm text-escalation-ink">
          <ElementIcon kind="escalation" />
          <span>
            Trigger <b className="font-medium">{entry.category}</b> fired: over to{' '}
            {stepTitle(procedure, entry.step)}
          </span>
        </p>
      );
    case 'runs':
      return (
        <p className="flex items-center gap-1.5 text-sm text-procedure-ink">
          <ElementIcon kind="procedure" /> Runs {entry.procedure}
        </p>
      );
    case 'back':
      return (
        <p className="flex items-center gap-1.5 text-sm text-procedure-ink">
          <ElementIcon kind="procedure" /> Back with the outcome {entry.outcome}
        </p>
      );
    case 'checks':
      return <CheckLines entry={entry} procedure={procedure} />;
    case 'what-if':
      return (
        <div className="flex items-center gap-2 rounded-md border border-dashed border-accent-ink px-2 py-1 text-sm text-accent-ink">
          <FlaskConical aria-hidden size={14} className="shrink-0" />
          <FactChips sets={entry.sets} procedure={procedure} />
        </div>
      );
    case 'hand-over':
      return <HandOverCard entry={entry} />;
    case 'end':
      return <EndCard index={entry.index} />;
  }
}

function CustomerBubble({ entry, procedure }: EntryProps<'customer'>) {
  return (
    <div className="flex flex-col items-end gap-1">
      <p className="rounded-lg rounded-tr-sm bg-accent-soft px-3 py-2 whitespace-pre-wrap text-ink">
        {entry.text === '' ? <i className="text-muted">(says nothing)</i> : entry.text}
      </p>
      <FactChips sets={entry.sets} procedure={procedure} />
    </div>
  );
}

function AgentBubble({ entry }: EntryProps<'agent'>) {
  if (entry.as === 'disclosure') {
    return (
      <p className="flex gap-2 rounded-lg rounded-tl-sm border border-guardrail-line bg-guardrail-soft px-3 py-2 whitespace-pre-wrap text-ink">
        <ElementIcon kind="guardrail" className="mt-0.5 shrink-0" />
        <span>{entry.text}</span>
      </p>
    );
  }
  return (
    <p className="rounded-lg rounded-tl-sm border border-line bg-raised px-3 py-2 whitespace-pre-wrap text-ink">
      {entry.text}
    </p>
  );
}

function CallCard({ entry, procedure }: EntryProps<'call'>) {
  const args = Object.entries(entry.args);
  return (
    <div className="overflow-hidden rounded-md border border-action-line text-sm">
      <div className="flex items-center gap-2 bg-action-soft px-2.5 py-1">
        <ElementIcon kind="action" className="shrink-0" />
        <span className="min-w-0 truncate font-mono text-ink" title={entry.action}>
          {entry.action}
        </span>
        <CallState entry={entry} />
      </div>
      {args.length > 0 && (
        <dl className="grid grid-cols-[fit-content(45%)_1fr] gap-x-3 gap-y-0.5 px-2.5 py-1.5">
          {args.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="truncate font-mono text-xs text-muted">{name}</dt>
              <dd className="min-w-0 break-words text-ink">{formatValue(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {entry.error !== undefined && <p className="px-2.5 pb-1.5 text-error-ink">{entry.error}</p>}
      {entry.sets.length > 0 && (
        <div className="border-t border-line px-2.5 py-1.5">
          <FactChips sets={entry.sets} procedure={procedure} />
        </div>
      )}
    </div>
  );
}

function CallState({ entry }: { readonly entry: EntryProps<'call'>['entry'] }) {
  switch (entry.state) {
    case 'called':
      return <span className="ml-auto shrink-0 text-2xs text-muted">called</span>;
    case 'returned':
      return (
        <span className="ml-auto flex shrink-0 items-center gap-1 text-2xs text-action-ink">
          <Check aria-hidden size={12} /> done
        </span>
      );
    case 'failed':
      return (
        <span className="ml-auto flex shrink-0 items-center gap-1 text-2xs text-error-ink">
          <X aria-hidden size={12} /> failed
        </span>
      );
  }
}

function DecisionLine({ entry, procedure }: EntryProps<'decision'>) {
  return (
    <p className="flex items-center gap-1.5 text-sm text-muted">
      <ElementIcon kind="decision" className="shrink-0" />
      <span className="min-w-0">
        {entry.taken === undefined ? (
          <b className="font-medium text-warning-ink">cannot be decided</b>
        ) : (
          <>
            <b className="font-medium text-ink">{takenWords(procedure, entry.step, entry.taken)}</b>
            {entry.next !== undefined && <> → {stepTitle(procedure, entry.next)}</>}
          </>
        )}
      </span>
    </p>
  );
}

function CheckLines({ entry, procedure }: EntryProps<'checks'>) {
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {entry.checks.map((check, index) => {
        const held = check.result === true;
        const Icon = held ? ShieldCheck : check.severity === 'warn' ? ShieldAlert : CircleAlert;
        return (
          <li key={index} className={`flex gap-1.5 ${held ? 'text-muted' : 'text-guardrail-ink'}`}>
            <Icon aria-hidden size={14} className="mt-0.5 shrink-0 text-guardrail-ink" />
            <span className="min-w-0">
              <b className="font-medium">{guardrailTitle(procedure, check.guardrail)}</b> {checkWords(check)}
              {!held && check.detail !== '' && <span className="text-ink">: {check.detail}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function HandOverCard({ entry }: { readonly entry: EntryProps<'hand-over'>['entry'] }) {
  const { queue, priority, category, text } = entry.event;
  return (
    <div className="rounded-md border-3 border-double border-escalation-line bg-escalation-soft px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-escalation-ink">
        <ElementIcon kind="escalation" className="shrink-0" />
        <b className="font-medium">Handed over{queue !== undefined && ` to ${queue}`}</b>
        <span className="text-2xs">{priority} priority</span>
        {category !== undefined && <span className="text-2xs">because of {category}</span>}
      </p>
      {text !== '' && (
        <figure className="mt-1.5">
          <figcaption className="text-2xs text-muted">What the person who takes over reads</figcaption>
          <blockquote className="whitespace-pre-wrap text-ink">{text}</blockquote>
        </figure>
      )}
    </div>
  );
}
