import { useLayoutEffect, useRef } from 'react';
import { useSession } from '../session/session-context.tsx';
import type { ContactEntry, ContactsText } from './contacts-text.ts';
import { shownOffset, shownText, typedEdit } from './shown-text.ts';
import { useDraft } from './use-draft.ts';
import { useLateWriter } from './use-late-writer.ts';

/** The contacts' text itself, opened at the contact that is edited. */
export function ContactYaml({
  file,
  entry,
}: {
  readonly file: ContactsText;
  readonly entry: ContactEntry | undefined;
}) {
  const session = useSession();
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = shownText(file.text);
  const [draft, setDraft] = useDraft(shown);

  const start = entry && file.source.locate(entry.path)?.entry.from;
  const opened = useRef(false);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || start === undefined || opened.current) return;
    opened.current = true;
    moveCaret(element, shownOffset(file.text, start));
  }, [start, file.text]);

  const late = useLateWriter(({ on, typed }: { readonly on: string; readonly typed: string }) => {
    // Somebody else changed the text meanwhile: theirs is shown by now, and what was typed on the old one is not.
    if (session.contacts.toString() !== on) return;
    const edit = typedEdit(on, typed, file.source.eol);
    if (edit) session.editContacts([edit], 'Edit contacts');
  });
  function type(typed: string): void {
    setDraft(typed);
    late.write({ on: file.text, typed });
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      <textarea
        ref={area}
        aria-label="Contacts as YAML"
        value={draft}
        spellCheck={false}
        wrap="off"
        onChange={(event) => type(event.target.value)}
        onBlur={late.flush}
        className="min-h-0 flex-1 resize-none bg-canvas p-3 font-mono text-sm text-ink outline-none focus-visible:-outline-offset-2"
      />
      {file.parsed.problems.length > 0 && (
        <ul
          aria-label="Problems of the contacts"
          className="max-h-28 shrink-0 overflow-y-auto border-t border-line bg-warning-soft py-1 text-xs"
        >
          {file.parsed.problems.map(({ line, column, message, severity }) => (
            <li key={`${line}:${column} ${message}`}>
              <button
                type="button"
                className={`flex w-full gap-2 px-3 py-0.5 text-left ${severity === 'error' ? 'text-error-ink' : 'text-warning-ink'}`}
                onClick={() => {
                  if (!area.current || line === undefined) return;
                  area.current.focus({ preventScroll: true });
                  moveCaret(area.current, offsetOf(draft, line, column ?? 1));
                }}
              >
                <span className="w-12 shrink-0 text-right tabular-nums">
                  {line === undefined ? '' : `${line}:${column ?? 1}`}
                </span>
                <span className="min-w-0">{message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function moveCaret(area: HTMLTextAreaElement, offset: number): void {
  area.setSelectionRange(offset, offset);
  const line = area.value.slice(0, offset).split('\n').length - 1;
  const lines = area.value.split('\n').length;
  area.scrollTop = Math.max(0, (line / lines) * area.scrollHeight - 24);
}

function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const next = text.indexOf('\n', at);
    if (next === -1) return text.length;
    at = next + 1;
  }
  return Math.min(at + column - 1, text.length);
}
