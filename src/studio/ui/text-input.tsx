import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { controlStyle } from './control-style.ts';

export interface TextInputProps extends ComponentPropsWithRef<'input'> {
  readonly mono?: boolean;
}

export function TextInput({ mono = false, className, type = 'text', ...rest }: TextInputProps) {
  return (
    <input
      type={type}
      autoComplete="off"
      spellCheck={!mono}
      className={classNames(controlStyle, mono && 'font-mono text-sm', className)}
      {...rest}
    />
  );
}
