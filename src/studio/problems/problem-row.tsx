import { CircleX, Info, Play, TriangleAlert, Wrench } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import type { Diagnostic, Fix, Severity } from '../../document/diagnostic.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { InlineCode } from '../ui/inline-code.tsx';

const icons: Readonly<Record<Severity, ReactNode>> = {
  error: <CircleX aria-hidden className="text-error-ink" />,
  warning: <TriangleAlert aria-hidden className="text-warning-ink" />,
  info: <Info aria-hidden className="text-muted" />,
};

const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Hint' };

export interface ProblemRowProps {
  readonly problem: Diagnostic;
  readonly line: number;
  readonly column: number;
  /** The row that the tab key reaches; the arrow keys move it. */
  readonly current: boolean;
  readonly onJump: () => void;
  readonly onFix: (fix: Fix) => void;
  /** Shows a contact that comes to it, where there is one. */
  readonly onShow: (() => void) | undefined;
  readonly onFocus: () => void;
  readonly ref: Ref<HTMLButtonElement>;
}

export function ProblemRow({
  problem,
  line,
  column,
  current,
  onJump,
  onFix,
  onShow,
  onFocus,
  ref,
}: ProblemRowProps) {
  return (
    <li
      className={classNames(
        'group flex flex-wrap items-center gap-x-2 rounded-md pr-1 hover:bg-hover [&_svg]:size-4 [&_svg]:shrink-0',
        current && 'bg-hover',
      )}
    >
      <button
        ref={ref}
        type="button"
        data-problem
        tabIndex={current ? 0 : -1}
        onClick={onJump}
        onFocus={onFocus}
        className="flex min-h-(--control) min-w-0 flex-1 basis-60 items-start gap-2 rounded-md px-2 py-1 text-left focus-visible:-outline-offset-2"
      >
        <span className="mt-0.5 flex">{icons[problem.severity]}</span>
        <span className="min-w-0">
          <span className="sr-only">{words[problem.severity]}: </span>
          <span className="wrap-anywhere">
            <InlineCode text={problem.message} />
          </span>{' '}
          <span className="text-xs whitespace-nowrap text-faint">
            <span className="font-mono">
              {line}:{column}
            </span>{' '}
            · {problem.code}
          </span>
        </span>
      </button>
      {onShow && (
        <Button variant="ghost" icon={<Play aria-hidden />} className="text-accent-ink" onClick={onShow}>
          Show the contact
        </Button>
      )}
      {problem.fixes.map((fix) => (
        <Button
          key={fix.title}
          variant="ghost"
          icon={<Wrench aria-hidden />}
          className="max-w-full text-accent-ink"
          onClick={() => onFix(fix)}
        >
          <span className="truncate">
            <InlineCode text={fix.title} />
          </span>
        </Button>
      ))}
    </li>
  );
}
