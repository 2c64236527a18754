import type { ReactNode } from 'react';
import { DraftField } from './draft-field.tsx';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly write: (value: number | undefined) => string | undefined;
  readonly whole?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly aside?: ReactNode;
}

export function NumberField({
  label,
  value,
  write,
  whole = false,
  hint,
  placeholder,
  aside,
}: NumberFieldProps) {
  return (
    <DraftField
      label={label}
      value={value === undefined ? '' : String(value)}
      inputMode={whole ? 'numeric' : 'decimal'}
      hint={hint}
      placeholder={placeholder}
      aside={aside}
      write={(text) => {
        if (text.trim() === '') return write(undefined);
        const number = Number(text);
        if (!Number.isFinite(number)) return `${text} is not a number.`;
        if (whole && !Number.isInteger(number)) return 'A whole number, please.';
        return write(number);
      }}
    />
  );
}
