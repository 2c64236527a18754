import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { itemStyle } from './floating-style.ts';

export interface PickerItem {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
}

export interface PickerProps {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly PickerItem[];
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
}

/** One question with a list of answers: type or use the arrows, Enter takes, Escape leaves. */
export function Picker({ title, placeholder, items, onPick, onClose }: PickerProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[18vh] left-1/2 z-50 w-90 max-w-[calc(100vw-24px)] -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-high"
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Dialog.Title className="px-3 pt-2.5 text-xs font-medium text-muted">{title}</Dialog.Title>
          <Command label={title} loop>
            <Command.Input
              placeholder={placeholder}
              className="h-9 w-full border-b border-line bg-transparent px-3 outline-none"
            />
            <Command.List className="max-h-72 overflow-y-auto p-1">
              <Command.Empty className="px-2 py-3 text-center text-faint">
                Nothing by that name.
              </Command.Empty>
              {items.map((item) => (
                <Command.Item
                  key={item.value}
                  value={item.value}
                  keywords={[item.label, item.detail ?? '']}
                  className={itemStyle}
                  onSelect={() => onPick(item.value)}
                >
                  {item.icon}
                  <span className="truncate">{item.label}</span>
                  {item.detail !== undefined && (
                    <span className="ml-auto truncate pl-3 text-xs text-faint">{item.detail}</span>
                  )}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
