import type { KeyboardEvent } from 'react';
import type { ValueType } from '../../condition/type.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { draftControl, draftExample, type ValueDraft } from './value-draft.ts';

export interface ValueInputProps {
  readonly type: ValueType;
  readonly draft: ValueDraft;
  readonly onChange: (draft: ValueDraft) => void;
  readonly onEnter?: () => void;
  readonly onBlur?: () => void;
  readonly focused?: boolean;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

/** A choice needs a value for "nothing chosen" too, and no declared value looks like this. */
const unknown = '\u0000unknown';

/** An input that fits a declared type. Left empty, the value is unknown. */
export function ValueInput({ type, draft, onChange, onEnter, onBlur, focused, ...rest }: ValueInputProps) {
  const control = draftControl(type);
  if (control === 'switch' || control === 'choice') {
    const choices =
      type.kind === 'string'
        ? (type.enum ?? []).map((value) => ({ value, label: value }))
        : [
            { value: 'true', label: 'yes' },
            { value: 'false', label: 'no' },
          ];
    const listed = draft === '' || choices.some(({ value }) => value === draft);
    return (
      <Select
        value={draft === '' ? unknown : draft}
        options={[
          { value: unknown, label: 'unknown' },
          ...choices,
          ...(listed ? [] : [{ value: draft, label: draft }]),
        ]}
        onChange={(value) => onChange(value === unknown ? '' : value)}
        {...rest}
      />
    );
  }
  const shared = {
    ...rest,
    value: draft,
    placeholder: placeholderOf(type),
    autoFocus: focused === true,
    onBlur,
  };
  if (control === 'lines') {
    return <TextArea mono {...shared} onChange={(event) => onChange(event.target.value)} />;
  }
  return (
    <TextInput
      {...shared}
      mono={type.kind !== 'string'}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter' && onEnter) {
          event.preventDefault();
          onEnter();
        }
      }}
    />
  );
}

function placeholderOf(type: ValueType): string {
  const example = draftExample(type);
  return example === '' ? 'unknown' : `unknown, or ${example}`;
}
