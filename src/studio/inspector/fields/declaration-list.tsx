import { ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { DraftField } from './draft-field.tsx';

export interface DeclarationRow {
  readonly name: string;
  /** In a few words, at the right of the name. */
  readonly summary: string;
  /** Says that something is wrong with it. */
  readonly isFaulty: boolean;
  readonly body: () => ReactNode;
}

export interface DeclarationListProps {
  /** Such as `fact`. */
  readonly noun: string;
  readonly rows: readonly DeclarationRow[];
  /** All three give back the reason of a refusal. */
  readonly onAdd: (name: string) => string | undefined;
  readonly onRename: (name: string, next: string) => string | undefined;
  readonly onDelete: (name: string) => string | undefined;
  readonly placeholder: string;
}

const searchFrom = 12;

/** Named things, one line each; a line opens into its form. */
export function DeclarationList({
  noun,
  rows,
  onAdd,
  onRename,
  onDelete,
  placeholder,
}: DeclarationListProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<string>();
  const shown = rows.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()));

  const toggle = (name: string) => {
    const next = new Set(open);
    if (!next.delete(name)) next.add(name);
    setOpen(next);
  };
  const add = (name: string): boolean => {
    const reason = onAdd(name);
    setProblem(reason);
    if (reason === undefined) setOpen(new Set([...open, name]));
    return reason === undefined;
  };

  const rename = (name: string, next: string): string | undefined => {
    const reason = onRename(name, next);
    if (reason === undefined) setOpen(new Set([...open].map((each) => (each === name ? next : each))));
    return reason;
  };

  return (
    <div className="flex flex-col gap-2">
      {rows.length >= searchFrom && (
        <TextInput
          type="search"
          aria-label={`Find a ${noun}`}
          placeholder={`Find among ${rows.length}…`}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      {shown.length > 0 && (
        <ul className="overflow-hidden rounded-md border border-line">
          {shown.map((row, index) => (
            // By its place: a row that is renamed stays, and keeps the focus.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`row ${index}`} className="border-line not-first:border-t">
              <DeclarationLine
                row={row}
                noun={noun}
                isOpen={open.has(row.name)}
                onToggle={() => toggle(row.name)}
                onRename={(next) => rename(row.name, next)}
                onDelete={() => setProblem(onDelete(row.name))}
              />
            </li>
          ))}
        </ul>
      )}
      <NewName noun={noun} placeholder={placeholder} onAdd={add} />
      {problem !== undefined && (
        <p role="alert" className="text-xs text-error-ink">
          {problem}
        </p>
      )}
    </div>
  );
}

interface DeclarationLineProps {
  readonly row: DeclarationRow;
  readonly noun: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRename: (next: string) => string | undefined;
  readonly onDelete: () => void;
}

function DeclarationLine({ row, noun, isOpen, onToggle, onRename, onDelete }: DeclarationLineProps) {
  return (
    <>
      <div className={classNames('group flex items-center pr-1', isOpen && 'bg-sunken')}>
        <button
          type="button"
          aria-expanded={isOpen}
          className="flex min-h-7.5 min-w-0 flex-1 items-center gap-1.5 pl-1.5 text-left focus-visible:-outline-offset-2"
          onClick={onToggle}
        >
          <ChevronRight
            aria-hidden
            size={13}
            className={classNames('shrink-0 text-faint transition-transform', isOpen && 'rotate-90')}
          />
          <span
            className={classNames(
              'min-w-0 truncate font-mono text-sm',
              row.isFaulty && 'text-error-ink underline decoration-wavy underline-offset-3',
            )}
          >
            {row.name}
          </span>
          <span className="ml-auto max-w-1/2 shrink-0 truncate pl-2 text-xs text-faint">{row.summary}</span>
        </button>
        <IconButton
          label={`Delete ${noun} ${row.name}`}
          className="size-6 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
          onClick={onDelete}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      {isOpen && (
        <div className="flex flex-col gap-2.5 border-t border-line p-3">
          <DraftField label="Name" mono value={row.name} write={(text) => onRename(text.trim())} />
          {row.body()}
        </div>
      )}
    </>
  );
}

function NewName({
  noun,
  placeholder,
  onAdd,
}: {
  readonly noun: string;
  readonly placeholder: string;
  readonly onAdd: (name: string) => boolean;
}) {
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() !== '' && onAdd(name.trim())) setName('');
  };
  return (
    <div className="flex gap-1">
      <TextInput
        mono
        aria-label={`New ${noun}`}
        placeholder={`New ${noun}: ${placeholder}`}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
          else if (event.key === 'Escape' && name !== '') {
            event.stopPropagation();
            setName('');
          }
        }}
      />
      <IconButton label={`Add ${noun}`} onClick={add} disabled={name.trim() === ''}>
        <Plus aria-hidden />
      </IconButton>
    </div>
  );
}
