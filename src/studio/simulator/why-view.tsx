import { Check, CircleHelp, Minus, X, Zap } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { Procedure, StepId } from '../../document/model.ts';
import type { ConditionExplanation } from '../../engine/explain.ts';
import { useViewState } from '../session/view-state.ts';
import { classNames } from '../ui/class-names.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { EndCard } from './end-card.tsx';
import { ExplanationTree } from './explanation-tree.tsx';
import { useRehearsal } from './rehearsal-store.ts';
import { currentRun, type Timeline } from './timeline.ts';
import { whyOf, type Arrival, type BranchWhy, type Why } from './why.ts';
import { wholeProcedure } from './whole-procedure.ts';
import { checkWords, guardrailTitle, kindWord, stepTitle, takenWords } from './wording.ts';

/** Why the run did what it did at the selected event, and why not the other thing. */
export function WhyView({ timeline }: { readonly timeline: Timeline }) {
  const selected = useRehearsal((state) => state.selected);
  const run = currentRun(timeline);
  const index = selected ?? run.trace.length - 1;
  const why = useMemo(() => whyOf(timeline.program, run, index), [timeline.program, run, index]);
  const procedure = wholeProcedure(timeline.program);
  const end = why.ended && run.trace.lastIndexOf(why.ended);
  return (
    <section
      aria-label="Why"
      // It scrolls, so the keyboard must reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="flex h-full min-h-0 flex-col gap-3 overflow-y-auto bg-surface p-3 focus-visible:-outline-offset-2"
    >
      {why.step !== undefined && <StepHeading procedure={procedure} step={why.step} arrival={why.arrival} />}
      {why.step === undefined && !why.ended && (
        <p className="text-sm text-muted">
          Nothing was decided yet. Step on, and each decision is explained here.
        </p>
      )}
      {why.collects.length > 0 && (
        <Part title="Collects">
          <ul className="flex flex-col gap-1">
            {why.collects.map(({ fact, known }) => (
              <li key={fact}>
                <Verdict
                  icon={known ? 'yes' : 'unknown'}
                  title={<span className="font-mono text-xs">{fact}</span>}
                  aside={known ? 'known' : 'unknown'}
                  sentence={undefined}
                />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {why.decision && <Branches why={why} procedure={procedure} />}
      {why.checks.length > 0 && (
        <Part title="Guardrails checked">
          <ul className="flex flex-col gap-2">
            {why.checks.map(({ event, explanation }, at) => (
              <li key={at}>
                <Verdict
                  icon={event.result === true ? 'yes' : event.result === 'unknown' ? 'unknown' : 'no'}
                  title={
                    <>
                      <ElementIcon kind="guardrail" size={14} className="mr-1 inline align-[-2px]" />
                      {guardrailTitle(procedure, event.guardrail)} {checkWords(event)}
                    </>
                  }
                  aside={event.result === true ? undefined : event.severity === 'block' ? 'blocks' : 'warns'}
                  sentence={event.result === true ? explanation?.sentence : event.detail}
                  explanation={explanation}
                />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {end !== undefined && why.ended && <EndCard index={end} />}
      {why.triggers.length > 0 && <Triggers why={why} procedure={procedure} />}
    </section>
  );
}

function StepHeading({
  procedure,
  step,
  arrival,
}: {
  readonly procedure: Procedure;
  readonly step: StepId;
  readonly arrival: Arrival;
}) {
  const select = useViewState((state) => state.select);
  const show = useViewState((state) => state.show);
  const selectEvent = useRehearsal((state) => state.selectEvent);
  const kind = procedure.steps.get(step)?.kind;
  return (
    <header>
      <h3 className="flex items-center gap-1.5 font-medium">
        {kind && <ElementIcon kind={kind} />}
        <button
          type="button"
          title="Show it on the canvas"
          className="truncate rounded-sm hover:underline"
          onClick={() => {
            select([`step:${step}`], 'simulator');
            show({ path: ['steps', step] }, 'simulator');
          }}
        >
          {stepTitle(procedure, step)}
        </button>
        <span className="text-xs font-normal text-faint">{kindWord(procedure, step)}</span>
      </h3>
      <p className="text-xs text-muted">
        {arrivalWords(procedure, arrival)}
        {arrival.kind !== 'start' && (
          <button
            type="button"
            className="ml-1 rounded-sm text-accent-ink hover:underline"
            onClick={() => selectEvent(arrival.event)}
          >
            Why there?
          </button>
        )}
      </p>
    </header>
  );
}

function arrivalWords(procedure: Procedure, arrival: Arrival): string {
  switch (arrival.kind) {
    case 'start':
      return 'Reached first: the procedure starts here.';
    case 'link':
      return `Reached because it follows ${stepTitle(procedure, arrival.from)}.`;
    case 'branch':
      return `Reached because ${stepTitle(procedure, arrival.from)} decided “${takenWords(procedure, arrival.from, arrival.taken)}”${because(arrival.why)}.`;
    case 'error':
      return `Reached because ${stepTitle(procedure, arrival.from)} failed: ${arrival.error}`;
    case 'trigger':
      return `Reached because a ${arrival.category} trigger fired at ${stepTitle(procedure, arrival.from)}${because(arrival.why)}.`;
  }
}

function because(why: string | undefined): string {
  return why === undefined ? '' : `: ${why}`;
}

function Branches({ why, procedure }: { readonly why: Why; readonly procedure: Procedure }) {
  const { decision } = why;
  if (!decision) return null;
  const isDecided = decision.otherwise.taken || decision.branches.some(({ taken }) => taken);
  return (
    <Part title="Branches, in order">
      <ol className="flex flex-col gap-2">
        {decision.branches.map((branch) => (
          <li key={branch.index}>
            <Verdict
              icon={branchIcon(branch)}
              chosen={branch.taken}
              title={branch.label ?? branch.explanation?.meaning ?? `Branch ${branch.index + 1}`}
              aside={branch.next === undefined ? undefined : `→ ${stepTitle(procedure, branch.next)}`}
              sentence={
                branch.result === 'not-reached'
                  ? `Not looked at, an earlier branch ${isDecided ? 'decided' : 'could not be decided'}. (${branch.explanation?.sentence ?? ''})`
                  : branch.explanation?.sentence
              }
              explanation={branch.explanation}
            />
          </li>
        ))}
        <li>
          <Verdict
            icon={decision.otherwise.taken ? 'yes' : 'skipped'}
            chosen={decision.otherwise.taken}
            title="Otherwise"
            aside={
              decision.otherwise.next === undefined
                ? 'leads nowhere'
                : `→ ${stepTitle(procedure, decision.otherwise.next)}`
            }
            sentence={decision.otherwise.taken ? 'None of the branches holds.' : undefined}
          />
        </li>
      </ol>
    </Part>
  );
}

type VerdictIcon = 'yes' | 'no' | 'unknown' | 'skipped';

function branchIcon({ result }: BranchWhy): VerdictIcon {
  switch (result) {
    case true:
      return 'yes';
    case false:
      return 'no';
    case 'not-reached':
      return 'skipped';
    case 'unknown':
    case 'error':
      return 'unknown';
  }
}

const icons = {
  yes: { Icon: Check, word: 'Yes', ink: 'text-end-ink' },
  no: { Icon: X, word: 'No', ink: 'text-faint' },
  unknown: { Icon: CircleHelp, word: 'Unknown', ink: 'text-warning-ink' },
  skipped: { Icon: Minus, word: 'Not looked at', ink: 'text-faint' },
} as const;

function Verdict({
  icon,
  title,
  aside,
  sentence,
  explanation,
  chosen = false,
}: {
  readonly icon: VerdictIcon;
  readonly title: ReactNode;
  readonly aside?: string | undefined;
  readonly sentence: string | undefined;
  readonly explanation?: ConditionExplanation | undefined;
  readonly chosen?: boolean;
}) {
  const { Icon, word, ink } = icons[icon];
  return (
    <div className={classNames('flex gap-2 rounded-md px-1.5 py-1', chosen && 'bg-decision-soft')}>
      <Icon aria-hidden size={14} className={classNames('mt-0.5 shrink-0', ink)} />
      <span className="sr-only">{word}:</span>
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2 text-sm">
          <span
            className={classNames('min-w-0', chosen ? 'font-medium' : icon === 'skipped' && 'text-muted')}
          >
            {title}
          </span>
          {aside !== undefined && (
            <span className="ml-auto max-w-[50%] shrink-0 truncate text-xs text-muted">{aside}</span>
          )}
        </p>
        {sentence !== undefined && sentence !== '' && <p className="text-xs text-muted">{sentence}</p>}
        {explanation && (
          <details className="mt-0.5">
            <summary className="w-fit cursor-default rounded-sm text-2xs text-faint hover:text-ink">
              Values
            </summary>
            <ExplanationTree explanation={explanation.explanation} derived={explanation.derived} />
          </details>
        )}
      </div>
    </div>
  );
}

function Triggers({ why, procedure }: { readonly why: Why; readonly procedure: Procedure }) {
  const { triggers, fired } = why;
  const unknown = triggers.filter(({ explanation }) => explanation.outcome === undefined).length;
  const words = fired
    ? `a ${fired.category} trigger fired`
    : unknown > 0
      ? `none fired, ${unknown} unknown`
      : 'none fired';
  return (
    <details open={fired !== undefined || undefined}>
      <summary className="cursor-default rounded-sm text-sm font-medium">
        <Zap aria-hidden size={13} className="mr-1 inline align-[-2px] text-escalation-ink" />
        {triggers.length} {triggers.length === 1 ? 'trigger' : 'triggers'}:{' '}
        <span className="font-normal text-muted">{words}</span>
      </summary>
      <ul className="mt-1 flex flex-col gap-1">
        {triggers.map((trigger) => {
          const { outcome } = trigger.explanation;
          const isFired = fired?.step === trigger.step && fired.index === trigger.position;
          return (
            <li key={`${trigger.step} ${trigger.position}`}>
              <Verdict
                icon={isFired ? 'yes' : outcome === undefined ? 'unknown' : 'no'}
                chosen={isFired}
                title={`${trigger.category}: ${trigger.meaning}`}
                aside={`→ ${stepTitle(procedure, trigger.step)}`}
                sentence={trigger.sentence}
                explanation={trigger}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h4 className="text-xs font-medium text-muted">{title}</h4>
      {children}
    </section>
  );
}
