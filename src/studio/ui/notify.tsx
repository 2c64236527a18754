import { Toaster, toast } from 'sonner';

export interface NotifyAction {
  readonly label: string;
  readonly onClick: () => void;
}

/** A short word at the edge of the screen, read out by screen readers. Errors stay longer. */
export function notify(
  message: string,
  options: {
    readonly tone?: 'plain' | 'error';
    readonly detail?: string;
    readonly action?: NotifyAction;
  } = {},
): void {
  const show = options.tone === 'error' ? toast.error : toast;
  show(message, {
    duration: options.tone === 'error' || options.action !== undefined ? 9000 : 3500,
    ...(options.detail !== undefined && { description: options.detail }),
    ...(options.action !== undefined && { action: options.action }),
  });
}

/** Where `notify` shows; once in the app. */
export function Notifications({ theme }: { readonly theme: 'light' | 'dark' }) {
  return (
    <Toaster
      theme={theme}
      position="bottom-center"
      closeButton
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'pointer-events-auto flex w-90 max-w-[calc(100vw-24px)] items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3 font-sans text-base text-ink shadow-high',
          title: 'font-medium',
          description: 'mt-0.5 text-sm text-muted',
          content: 'min-w-0 grow',
          actionButton:
            'ml-auto shrink-0 rounded-md px-2 py-1 font-medium text-accent-ink hover:bg-hover focus-visible:outline-2',
          closeButton: 'order-last shrink-0 rounded-sm text-faint hover:text-ink [&_svg]:size-3.5',
          error: 'border-error-line',
          icon: 'text-error-ink',
        },
      }}
    />
  );
}
