import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Completion } from '../../../condition/complete.ts';
import { classNames } from '../../ui/class-names.ts';

import { useSession } from '../../session/session-context.tsx';
import type { Draft } from '../use-draft.ts';
import { boxStyle } from './box-style.ts';
import { CompletionPopup, optionId } from './completion-popup.tsx';
import { answerDraftKeys } from './draft-field.tsx';
import { markedParts, type Mark } from './marked-parts.ts';

export interface ExpressionTextProps {
  readonly draft: Draft;
  readonly completionsAt: (text: string, offset: number) => readonly Completion[];
  /** Underlined stretches of the text. */
  readonly marks: readonly Mark[];
  readonly placeholder?: string;
  readonly mono?: boolean;
  readonly onFocus?: () => void;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

interface Popup {
  readonly completions: readonly Completion[];
  readonly active: number;
}

const layerStyle = 'col-start-1 row-start-1 w-full px-2 py-1 text-sm wrap-anywhere whitespace-pre-wrap';

/** A text that holds expressions: underlined where something is wrong, completed while it is typed. */
export function ExpressionText({
  draft,
  completionsAt,
  marks,
  placeholder,
  mono = true,
  onFocus,
  ...rest
}: ExpressionTextProps) {
  const session = useSession();
  const popupId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [popup, setPopup] = useState<Popup>();

  const offer = (text: string, offset: number, asked: boolean) => {
    const completions = completionsAt(text, offset).slice(0, 50);
    const [only] = completions;
    const said = completions.length === 1 && only && text.slice(only.from, only.to) === only.insert;
    const worth = asked || completions.some(({ from, to }) => to > from || text[from - 1] === '.');
    setPopup(completions.length > 0 && !said && worth ? { completions, active: 0 } : undefined);
  };

  const choose = (completion: Completion) => {
    const text = draft.text.slice(0, completion.from) + completion.insert + draft.text.slice(completion.to);
    const caret = completion.from + caretInside(completion.insert);
    draft.change(text);
    setPopup(undefined);
    requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      offer(draft.text, event.currentTarget.selectionStart, true);
      return;
    }
    if (popup && !event.nativeEvent.isComposing && answerPopupKeys(event, popup)) return;
    // Escape puts the list away, and so never what was typed: once too often must not cost a condition.
    if (event.key === 'Escape' && draft.isDirty && !event.nativeEvent.isComposing) {
      event.preventDefault();
      draft.commit();
      return;
    }
    answerDraftKeys(event, draft, session);
  };

  const answerPopupKeys = (event: KeyboardEvent, { completions, active }: Popup): boolean => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = completions[active];
    if (move !== 0) {
      setPopup({ completions, active: (active + move + completions.length) % completions.length });
    } else if (event.key === 'Escape') setPopup(undefined);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.shiftKey) choose(chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return (
    <div className="relative">
      <div
        className={classNames(
          boxStyle,
          'grid',
          mono && 'font-mono [font-variant-ligatures:none]',
          rest['aria-invalid'] === true && 'border-error-line',
        )}
      >
        <div aria-hidden className={classNames(layerStyle, 'pointer-events-none text-transparent')}>
          {markedParts(draft.text, marks).map((part) =>
            part.mark ? (
              <span
                key={part.from}
                className={classNames(
                  'underline decoration-wavy decoration-from-font underline-offset-3',
                  part.mark === 'error' ? 'decoration-error-line' : 'decoration-warning-line',
                )}
              >
                {part.text}
              </span>
            ) : (
              part.text
            ),
          )}
          {'\u200b'}
        </div>
        <textarea
          ref={area}
          rows={1}
          spellCheck={!mono}
          autoComplete="off"
          value={draft.text}
          placeholder={placeholder}
          aria-autocomplete="list"
          aria-controls={popup ? popupId : undefined}
          aria-activedescendant={popup ? optionId(popupId, popup.active) : undefined}
          className={classNames(layerStyle, 'resize-none overflow-hidden bg-transparent outline-none')}
          onChange={(event) => {
            draft.change(event.target.value);
            offer(event.target.value, event.target.selectionStart, false);
          }}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={() => {
            setPopup(undefined);
            draft.commit();
          }}
          onClick={() => setPopup(undefined)}
          {...rest}
        />
      </div>
      {popup && (
        <CompletionPopup
          id={popupId}
          completions={popup.completions}
          active={popup.active}
          onChoose={choose}
        />
      )}
      <output className="sr-only">{popup ? `${popup.completions.length} completions` : ''}</output>
    </div>
  );
}

/** Between the parentheses of a function that takes something. */
function caretInside(insert: string): number {
  return insert.endsWith('()') ? insert.length - 1 : insert.length;
}
