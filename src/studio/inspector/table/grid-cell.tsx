import type { ReactNode } from 'react';
import type { Diagnostic } from '../../../document/diagnostic.ts';
import { classNames } from '../../ui/class-names.ts';

export interface GridCellProps {
  readonly text: string;
  readonly isHeader: boolean;
  /** Label and target stand behind the table's own columns. */
  readonly isTail: boolean;
  readonly isLabel: boolean;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly problems: readonly Diagnostic[];
  readonly onPoint: (extend: boolean) => void;
  readonly onEdit: () => void;
  /** Its editor, while it is written. */
  readonly children: ReactNode;
}

/** One cell; the active one is what Tab reaches. */
export function GridCell(props: GridCellProps) {
  const { text, isHeader, isTail, isLabel, isActive, isChosen, problems, onPoint, onEdit, children } = props;
  const Cell = isHeader ? 'th' : 'td';
  const isWrong = problems.some(({ severity }) => severity === 'error');
  return (
    <Cell
      data-cell
      role={isHeader ? 'columnheader' : 'gridcell'}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isHeader ? undefined : isChosen}
      aria-readonly={isHeader && isTail ? true : undefined}
      aria-invalid={problems.length > 0 ? true : undefined}
      title={problems.length > 0 ? problems.map(({ message }) => message).join('\n') : undefined}
      className={classNames(
        'relative h-8 max-w-56 min-w-20 border-r border-line px-2 text-left font-normal whitespace-nowrap last:border-r-0',
        'focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent-ink',
        isHeader && 'bg-sunken font-medium',
        isHeader && isTail && 'text-muted',
        isChosen && !isHeader && 'bg-accent-soft',
        children !== false && 'min-w-36',
      )}
      onPointerDown={(event) => onPoint(event.shiftKey)}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isActive) onPoint(false);
      }}
      onDoubleClick={onEdit}
    >
      <span
        className={classNames(
          'block truncate',
          !isLabel && !(isHeader && isTail) && 'font-mono text-xs',
          problems.length > 0 && 'underline decoration-wavy decoration-from-font underline-offset-3',
          problems.length > 0 && (isWrong ? 'decoration-error-line' : 'decoration-warning-line'),
        )}
      >
        {text === '' ? <Nothing isTail={isTail} /> : text}
      </span>
      {children}
    </Cell>
  );
}

function Nothing({ isTail }: { readonly isTail: boolean }) {
  if (isTail) return <span className="text-faint">{'\u00a0'}</span>;
  return (
    <span className="text-faint">
      <span aria-hidden>–</span>
      <span className="sr-only">anything</span>
    </span>
  );
}
