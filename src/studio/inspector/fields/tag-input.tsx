import { X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { boxStyle } from './box-style.ts';

const none: readonly string[] = [];

export interface TagInputProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly suggestions?: readonly string[];
  readonly placeholder?: string;
  readonly mono?: boolean;
  /** Commas belong to the value: regular expressions, sentences. */
  readonly wholeLine?: boolean;
  readonly onAdd: (value: string) => void;
  readonly onRemove: (index: number) => void;
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

/** A list of words: Enter or a comma adds one, Backspace in the empty field takes the last away. */
export function TagInput({
  label,
  values,
  suggestions = none,
  placeholder = 'Add…',
  mono = false,
  wholeLine = false,
  onAdd,
  onRemove,
  ...rest
}: TagInputProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const add = () => {
    const value = text.trim();
    setText('');
    if (value !== '' && !values.includes(value)) onAdd(value);
  };
  return (
    <div className={classNames(boxStyle, 'flex flex-wrap items-center gap-1 px-1 py-0.5')}>
      {values.map((value, index) => (
        <span
          // A list may say one word twice.
          // oxlint-disable-next-line react/no-array-index-key
          key={`${index} ${value}`}
          className={classNames(
            'flex min-w-0 items-center gap-0.5 rounded-sm bg-sunken pl-1.5 text-sm',
            mono && 'font-mono',
          )}
        >
          <span className="truncate">{value}</span>
          <button
            type="button"
            aria-label={`Remove ${value} from ${label.toLowerCase()}`}
            className="flex size-5 shrink-0 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-ink pointer-coarse:size-8"
            onClick={() => {
              onRemove(index);
              input.current?.focus();
            }}
          >
            <X aria-hidden size={12} />
          </button>
        </span>
      ))}
      <input
        ref={input}
        type="text"
        aria-label={rest.id === undefined ? label : undefined}
        autoComplete="off"
        list={suggestions.length > 0 ? listId : undefined}
        value={text}
        placeholder={values.length === 0 ? placeholder : ''}
        className={classNames(
          'h-5.5 min-w-16 flex-1 bg-transparent px-1 text-sm outline-none',
          mono && 'font-mono',
        )}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || (event.key === ',' && !wholeLine)) {
            event.preventDefault();
            add();
          } else if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            setText('');
          } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
            onRemove(values.length - 1);
          }
        }}
        {...rest}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
}
