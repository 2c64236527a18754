import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { itemStyle } from './floating-style.ts';

export interface PickerItem {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  /** Items of one group stand together under its words. */
  readonly group?: string;
}

export interface PickerProps {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly PickerItem[];
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
}

/** More than anyone scrolls through; who types finds the others. */
const mostShown = 50;

/** One question with a list of answers: type or use the arrows, Enter takes, Escape leaves. */
export function Picker({ title, placeholder, items, onPick, onClose }: PickerProps) {
  const [typed, setTyped] = useState('');
  const found = matching(items, typed);
  const shown = found.slice(0, mostShown);
  const groups = [...new Set(shown.map((item) => item.group))];
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
          <Command label={title} loop shouldFilter={false}>
            <Command.Input
              placeholder={placeholder}
              value={typed}
              onValueChange={setTyped}
              className="h-9 w-full border-b border-line bg-transparent px-3 outline-none"
            />
            <Command.List className="max-h-72 overflow-y-auto p-1">
              <Command.Empty className="px-2 py-3 text-center text-faint">
                Nothing by that name.
              </Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group ?? ''}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint"
                >
                  {shown
                    .filter((item) => item.group === group)
                    .map((item) => (
                      <Command.Item
                        key={item.value}
                        value={item.value}
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
                </Command.Group>
              ))}
              {found.length > mostShown && (
                <p className="px-2 py-1.5 text-xs text-faint">
                  And {found.length - mostShown} more: type to find them.
                </p>
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Those with every word in them, those that begin with what was typed first; else in their own order. */
function matching(items: readonly PickerItem[], typed: string): readonly PickerItem[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first] = words;
  if (first === undefined) return items;
  const ranked = items.flatMap((item) => {
    const label = item.label.toLowerCase();
    const text = `${label} ${(item.detail ?? '').toLowerCase()}`;
    if (!words.every((word) => text.includes(word))) return [];
    return [{ item, rank: label.startsWith(first) ? 0 : label.includes(first) ? 1 : 2 }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}
