import { BookUser, Braces, StickyNote } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { SopDocument } from '../../document/document.ts';
import { humanised, nameOf } from '../../document/humanised.ts';
import { useDocument } from '../session/session-context.tsx';
import { classNames } from '../ui/class-names.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import type { ElementKind } from '../ui/element-kind.ts';
import type { Match } from './find-matches.ts';
import { placeWords } from './place-words.ts';
import { elementKeyOf } from './searchable.ts';
import { snippetOf } from './snippet.ts';

/** As many as are drawn around the current one. */
const mostShown = 120;

export interface FindResultsProps {
  readonly matches: readonly Match[];
  readonly current: number;
  readonly onChoose: (index: number) => void;
}

/** The places found, each with its words around the match. Arrow keys go along, Enter goes there. */
export function FindResults({ matches, current, onChoose }: FindResultsProps) {
  const document = useDocument();
  const list = useRef<HTMLUListElement>(null);
  if (matches.length === 0) return null;
  const from = Math.max(0, Math.min(current - mostShown / 2, matches.length - mostShown));
  const shown = matches.slice(from, from + mostShown);

  const press = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-match]') ?? [])];
    const next = rows[rows.findIndex((row) => row === event.target) + direction];
    if (next) next.focus();
    else if (direction < 0) list.current?.closest('search')?.querySelector('input')?.focus();
  };
  return (
    // Its rows take the focus, not the list.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={list}
      aria-label="Places found"
      onKeyDown={press}
      className="min-h-0 overflow-y-auto border-t border-line p-1"
    >
      {shown.map((match, offset) => {
        const index = from + offset;
        const isFirst = heading(match, document) !== headingOf(shown[offset - 1], document);
        return (
          <li key={`${index} ${match.text}`}>
            {isFirst && <Heading match={match} document={document} />}
            <Row
              match={match}
              isCurrent={index === current}
              isFirst={offset === 0}
              onChoose={() => onChoose(index)}
            />
          </li>
        );
      })}
      {shown.length < matches.length && (
        <li className="px-2 py-1.5 text-sm text-faint">
          {matches.length - shown.length} more places: Enter goes through all of them.
        </li>
      )}
    </ul>
  );
}

interface RowProps {
  readonly match: Match;
  readonly isCurrent: boolean;
  readonly isFirst: boolean;
  readonly onChoose: () => void;
}

function Row({ match, isCurrent, isFirst, onChoose }: RowProps) {
  const where = placeWords(match);
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <button
      ref={row}
      type="button"
      data-match
      tabIndex={isFirst || isCurrent ? 0 : -1}
      aria-current={isCurrent}
      onClick={onChoose}
      className={classNames(
        'flex min-h-7 w-full items-baseline gap-2 rounded-md py-0.5 pr-2 pl-8 text-left pointer-coarse:min-h-10',
        isCurrent ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      <span className="min-w-0 grow truncate">
        {snippetOf(match).map(({ text, isMatch }, index) =>
          isMatch ? (
            // The parts of one line never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <mark key={index} className="rounded-xs bg-(--found) text-ink">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
      {where !== '' && <span className="shrink-0 text-xs text-faint">{where}</span>}
    </button>
  );
}

function Heading({ match, document }: { readonly match: Match; readonly document: SopDocument }) {
  return (
    <h3 className="flex items-center gap-2 px-2 pt-1.5 pb-0.5 text-sm font-medium">
      {iconOf(match, document)}
      <span className="truncate">{heading(match, document)}</span>
    </h3>
  );
}

function iconOf(match: Match, { procedure }: SopDocument): ReactNode {
  const kind = kindOf(match, procedure.steps);
  if (kind !== undefined) return <ElementIcon kind={kind} named />;
  const Icon = match.at.in === 'contact' ? BookUser : match.at.in === 'procedure' ? Braces : StickyNote;
  return <Icon aria-hidden className="size-4 shrink-0 text-faint" />;
}

function kindOf(
  { at }: Match,
  steps: ReadonlyMap<string, { readonly kind: Exclude<ElementKind, 'guardrail'> }>,
): ElementKind | undefined {
  const key = elementKeyOf(at);
  if (key === undefined) return undefined;
  return key.startsWith('guardrail:') ? 'guardrail' : steps.get(key.slice('step:'.length))?.kind;
}

function headingOf(match: Match | undefined, document: SopDocument): string | undefined {
  return match && heading(match, document);
}

/** What a match's element, declaration or contact is called. */
function heading({ at }: Match, { procedure }: SopDocument): string {
  if (at.in === 'contact') return `Contact ${at.contact}`;
  if (!('path' in at)) return at.in === 'note' ? 'Note' : 'Section';
  const [section, name] = at.path;
  if (typeof name !== 'string' || section === 'scope' || section === 'review') return 'Procedure';
  if (section === 'steps') return nameOf(name, procedure.steps.get(name));
  if (section === 'guardrails') return nameOf(name, procedure.guardrails.get(name));
  return `${singular[String(section)] ?? humanised(String(section))} ${name}`;
}

const singular: Readonly<Record<string, string>> = {
  facts: 'Fact',
  derived: 'Derived fact',
  parameters: 'Parameter',
  actions: 'Action',
};

/** In one line, for those who hear it. */
export function describeMatch(match: Match, document: SopDocument): string {
  const line = snippetOf(match)
    .map(({ text }) => text)
    .join('');
  return [heading(match, document), placeWords(match), line].filter((part) => part !== '').join(', ');
}
