import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { controlStyle } from './control-style.ts';

export interface TextAreaProps extends ComponentPropsWithRef<'textarea'> {
  readonly mono?: boolean;
}

/** Grows with its text up to a dozen lines. */
export function TextArea({ mono = false, className, rows = 2, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={rows}
      spellCheck={!mono}
      className={classNames(
        controlStyle,
        'field-sizing-content max-h-72 resize-y py-1',
        mono && 'font-mono text-sm',
        className,
      )}
      {...rest}
    />
  );
}
