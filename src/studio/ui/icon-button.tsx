import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label'> {
  /** Its name for everyone: tooltip and accessible name. */
  readonly label: string;
  /** As for `Kbd`, e.g. `mod+z`. */
  readonly shortcut?: string;
  readonly children: ReactNode;
}

export function IconButton({
  label,
  shortcut,
  className,
  type = 'button',
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <button
        type={type}
        aria-label={label}
        className={classNames(
          'inline-flex size-(--control) shrink-0 items-center justify-center rounded-md text-muted transition-colors select-none',
          'hover:bg-hover hover:text-ink active:bg-pressed aria-pressed:bg-accent-soft aria-pressed:text-accent-ink',
          'data-[state=open]:bg-hover data-[state=open]:text-ink disabled:pointer-events-none disabled:opacity-40 [&_svg]:size-4',
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  );
}
