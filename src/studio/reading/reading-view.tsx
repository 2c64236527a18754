import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { environmentOf } from '../../document/environment.ts';
import { nameOf } from '../../document/humanised.ts';
import type { Procedure } from '../../document/model.ts';
import { useDocument } from '../session/session-context.tsx';
import { useViewState, viewNow } from '../session/view-state.ts';
import { classNames } from '../ui/class-names.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { elementColor, elementWord } from '../ui/element-kind.ts';
import type { ElementKind } from '../ui/element-kind.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { linesOfGuardrail, linesOfStep } from './reading-text.ts';
import type { ReadingLine } from './reading-text.ts';

/** The procedure as plain sentences, in the order of the text. `onOpen`: someone wants an element's details. */
export function ReadingView({ onOpen = () => viewNow().openInspector() }: { readonly onOpen?: () => void }) {
  const { procedure } = useDocument();
  const environment = environmentOf(procedure);
  if (procedure.steps.size === 0) {
    return <EmptyState title="Nothing to read yet" text="Add a first step on the canvas or in the code." />;
  }
  return (
    <div data-studio-panel="read" className="h-full overflow-y-auto px-4 py-5">
      <ol className="mx-auto flex max-w-150 flex-col gap-3">
        {[...procedure.steps].map(([id, step]) => (
          <Passage
            key={id}
            procedure={procedure}
            elementKey={`step:${id}`}
            kind={step.kind}
            title={nameOf(id, step)}
            isStart={procedure.start === id}
            lines={linesOfStep(step, procedure, environment)}
            onOpen={onOpen}
          />
        ))}
        {[...procedure.guardrails].map(([id, guardrail]) => (
          <Passage
            key={`guardrail ${id}`}
            procedure={procedure}
            elementKey={`guardrail:${id}`}
            kind="guardrail"
            title={nameOf(id, guardrail)}
            isStart={false}
            lines={linesOfGuardrail(guardrail, procedure, environment)}
            onOpen={onOpen}
          />
        ))}
      </ol>
    </div>
  );
}

interface PassageProps {
  readonly procedure: Procedure;
  readonly elementKey: string;
  readonly kind: ElementKind;
  readonly title: string;
  readonly isStart: boolean;
  readonly lines: readonly ReadingLine[];
  readonly onOpen: () => void;
}

function Passage({ procedure, elementKey, kind, title, isStart, lines, onOpen }: PassageProps) {
  const isSelected = useViewState(({ selection }) => selection.includes(elementKey));
  const isLit = useViewState(({ highlight }) => highlight.steps.has(elementKey.slice('step:'.length)));
  const { select } = viewNow();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <li
      ref={place}
      className={classNames(
        'flex flex-col gap-1 rounded-lg border bg-surface p-3',
        isSelected ? 'border-accent' : 'border-line',
        isLit && 'bg-accent-soft',
      )}
    >
      <button
        type="button"
        className="flex min-h-(--control) items-center gap-2 rounded-sm text-left"
        onClick={() => {
          select([elementKey], 'reading');
          onOpen();
        }}
      >
        <ElementIcon kind={kind} size={18} />
        <span className="min-w-0 grow font-medium wrap-anywhere">{title}</span>
        <span className={classNames('text-xs whitespace-nowrap', elementColor[kind].ink)}>
          {isStart ? `Start · ${elementWord[kind]}` : elementWord[kind]}
        </span>
      </button>
      {lines.map(({ text, to }) => (
        <p key={`${text} ${to ?? ''}`} className="pl-6.5 text-muted wrap-anywhere">
          {text}
          {to !== undefined && (
            <button
              type="button"
              className="ml-1.5 inline-flex items-center gap-1 rounded-sm font-medium text-accent-ink hover:underline"
              onClick={() => select([`step:${to}`], 'reading')}
            >
              <ArrowRight aria-hidden className="size-3.5" />
              {nameOf(to, procedure.steps.get(to))}
            </button>
          )}
        </p>
      ))}
    </li>
  );
}
