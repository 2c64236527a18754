import { Check, FlaskConical, Search, Undo2, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { formatValue, toJson } from '../../condition/coerce.ts';
import { EvaluationError } from '../../condition/value.ts';
import type { Outcome } from '../../condition/value.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { factRows, type FactRow } from './fact-rows.ts';
import { useRehearsal } from './rehearsal-store.ts';
import { whatIfFacts, type Timeline } from './timeline.ts';
import { draftControl, draftOf, readDraft } from './value-draft.ts';
import { ValueInput } from './value-input.tsx';

const setByWords = {
  contact: 'contact',
  turn: 'customer',
  action: 'action',
  person: 'you',
  procedure: 'procedure',
  derived: 'derived',
} as const;

/** What is known at the current moment. A fact's value can be changed to see what would happen then. */
export function FactsView({ timeline }: { readonly timeline: Timeline }) {
  const rows = useMemo(() => factRows(timeline), [timeline]);
  const open = useRehearsal((state) => state.wanted);
  const want = useRehearsal((state) => state.want);
  const [query, setQuery] = useState('');
  const [knownOnly, setKnownOnly] = useState(false);
  const container = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (open === undefined) return;
    container.current
      ?.querySelector(`[data-fact="${CSS.escape(open)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const needle = query.trim().toLowerCase();
  const shown = rows.filter(
    (row) =>
      row.name === open ||
      (row.name.toLowerCase().includes(needle) && (!knownOnly || row.value !== undefined)),
  );
  return (
    <div ref={container} className="flex h-full min-h-0 flex-col bg-surface">
      <WhatIfBar timeline={timeline} />
      <div className="flex shrink-0 items-center gap-1.5 border-b border-line px-2 text-muted">
        <Search aria-hidden size={14} className="shrink-0" />
        <input
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          placeholder={`Find among ${rows.length} facts`}
          aria-label="Find a fact"
          className="h-8 min-w-0 grow bg-transparent text-ink outline-none"
        />
        <button
          type="button"
          aria-pressed={knownOnly}
          onClick={() => setKnownOnly(!knownOnly)}
          className="shrink-0 rounded-sm px-1.5 text-xs hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
        >
          Known only
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <table aria-label="Facts" className="w-full table-fixed border-collapse text-left text-sm">
          <thead className="sticky top-0 z-10 bg-surface text-2xs text-muted">
            <tr className="[&>th]:border-b [&>th]:border-line [&>th]:px-2 [&>th]:py-0.5 [&>th]:font-medium">
              <th scope="col" className="w-[46%]">
                Fact
              </th>
              <th scope="col">Value</th>
              <th scope="col" className="w-17">
                Set by
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <FactTableRow key={row.name} row={row} open={open === row.name} onOpen={want} />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && (
          <p className="p-4 text-center text-sm text-muted">
            {rows.length === 0 ? 'The procedure declares no facts.' : 'No fact by that name.'}
          </p>
        )}
      </div>
    </div>
  );
}

function WhatIfBar({ timeline }: { readonly timeline: Timeline }) {
  const forget = useRehearsal((state) => state.forgetWhatIf);
  if (!timeline.original) return null;
  const names = whatIfFacts(timeline);
  return (
    <output className="flex shrink-0 items-center gap-2 bg-accent-soft px-2 py-1 text-xs text-accent-ink">
      <FlaskConical aria-hidden size={14} className="shrink-0" />
      <span className="min-w-0 grow truncate">
        What if{names.length > 0 && <>: {names.join(', ')} changed, from here on</>}
      </span>
      <Button
        variant="ghost"
        className="h-6 px-2 text-accent-ink"
        icon={<Undo2 aria-hidden />}
        onClick={forget}
      >
        Reset
      </Button>
    </output>
  );
}

function FactTableRow({
  row,
  open,
  onOpen,
}: {
  readonly row: FactRow;
  readonly open: boolean;
  readonly onOpen: (name: string | undefined) => void;
}) {
  const text = formatOutcome(row);
  const known = row.value !== undefined && !(row.value instanceof EvaluationError);
  return (
    <tr
      data-fact={row.name}
      className={classNames(
        'border-b border-line [&>*]:px-2 [&>*]:py-0.5 pointer-coarse:[&>*]:py-2',
        open ? 'align-top' : 'align-middle',
        row.changed && 'bg-accent-soft',
        row.whatIf && 'shadow-[inset_2px_0_0_var(--accent-ink)]',
      )}
    >
      <th
        scope="row"
        className="truncate font-mono text-xs font-normal text-ink"
        title={row.description === undefined ? row.name : `${row.name}: ${row.description}`}
      >
        {row.name}
        {row.changed && <span className="sr-only"> (changed at this step)</span>}
      </th>
      <td colSpan={open ? 2 : 1}>
        {open ? (
          <FactEditor row={row} onClose={() => onOpen(undefined)} />
        ) : row.editable ? (
          <button
            type="button"
            title={text}
            aria-label={`${row.name} is ${text}. Try another value`}
            onClick={() => onOpen(row.name)}
            className={classNames(
              '-mx-1 block w-[calc(100%+8px)] truncate rounded-sm border border-transparent px-1 text-left hover:border-line-control hover:bg-raised',
              !known && 'text-faint italic',
            )}
          >
            {text}
          </button>
        ) : (
          <span className={classNames('block truncate', !known && 'text-faint italic')} title={text}>
            {text}
          </span>
        )}
      </td>
      {!open && (
        <td className="truncate text-2xs leading-5 text-muted">{row.setBy && setByWords[row.setBy]}</td>
      )}
    </tr>
  );
}

function formatOutcome({ value, type }: FactRow): string {
  if (value instanceof EvaluationError) return value.message;
  return value === undefined ? 'unknown' : formatValue(value, type);
}

function jsonOf(value: Outcome): unknown {
  return value === undefined || value instanceof EvaluationError ? undefined : toJson(value);
}

function FactEditor({ row, onClose }: { readonly row: FactRow; readonly onClose: () => void }) {
  const tryFact = useRehearsal((state) => state.tryFact);
  const [draft, setDraft] = useState(() => draftOf(row.type, jsonOf(row.value)));
  const reading = readDraft(row.type, draft);

  function apply(typed = draft): void {
    const read = readDraft(row.type, typed);
    if (!read.ok) return;
    tryFact(row.name, read.json);
    onClose();
  }
  function choose(next: string): void {
    setDraft(next);
    const control = draftControl(row.type);
    if (control === 'switch' || control === 'choice') apply(next);
  }

  return (
    // Escape leaves whichever input it is pressed in.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="flex flex-col gap-1 pb-1"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <div className="flex items-start gap-0.5">
        <ValueInput
          type={row.type}
          draft={draft}
          onChange={choose}
          onEnter={() => apply()}
          focused
          aria-label={`What if ${row.name} were`}
          aria-invalid={!reading.ok}
        />
        <IconButton label="Try this value" disabled={!reading.ok} onClick={() => apply()}>
          <Check aria-hidden />
        </IconButton>
        <IconButton label="Leave it" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      {!reading.ok && <p className="text-xs text-error-ink">{reading.message}</p>}
      {row.description !== undefined && <p className="text-2xs text-muted">{row.description}</p>}
    </div>
  );
}
