import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly wide?: boolean;
  /** For what needs all the room there is. */
  readonly full?: boolean;
  readonly children?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  wide = false,
  full = false,
  children,
  actions,
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          {...(description === undefined && { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusInside}
          className={classNames(
            'fixed top-[12vh] outline-none left-1/2 z-50 flex max-h-[80vh] w-[calc(100vw-24px)] -translate-x-1/2 flex-col rounded-xl border border-line bg-raised shadow-high',
            full ? 'max-w-300' : wide ? 'max-w-180' : 'max-w-110',
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <div className="flex flex-col gap-1">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" className="-mr-2">
                <X aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          {children !== undefined && (
            <div
              // What is only read scrolls by the keyboard too.
              {...(wide && { tabIndex: 0 })}
              className="min-h-0 overflow-y-auto px-5 py-2 focus-visible:-outline-offset-2"
            >
              {children}
            </div>
          )}
          {actions !== undefined && (
            <div data-dialog-actions className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">
              {actions}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The first field, else the main button, else the dialog itself: never the cross, whose tooltip would open. */
function focusInside(event: Event): void {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement)) return;
  event.preventDefault();
  const field = dialog.querySelector<HTMLElement>('input, textarea, [role="combobox"]');
  const actions = dialog.querySelectorAll<HTMLElement>('[data-dialog-actions] button:not([disabled])');
  (field ?? actions[actions.length - 1] ?? dialog).focus();
}
