import { Check, ChevronRight } from 'lucide-react';
import { ContextMenu, DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { floatingStyle, itemStyle } from './floating-style.ts';
import { Kbd } from './kbd.tsx';

export type MenuEntry =
  | MenuItem
  | { readonly kind: 'separator' }
  | { readonly kind: 'heading'; readonly label: string }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly icon?: ReactNode;
      readonly entries: readonly MenuEntry[];
    };

export interface MenuItem {
  readonly kind?: 'item';
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Given: one of several, or a switch; a tick shows when true. */
  readonly checked?: boolean;
}

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly align?: 'start' | 'center' | 'end';
}

export function Menu({ entries, children, align = 'end' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={leaveFocus}
          className={classNames(floatingStyle, 'min-w-44')}
        >
          <Entries entries={entries} parts={DropdownMenu} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The same at the pointer, by right button, long press or the menu key. */
export function MenuOnContext({ entries, children }: Omit<MenuProps, 'align'>) {
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          collisionPadding={8}
          onCloseAutoFocus={leaveFocus}
          className={classNames(floatingStyle, 'min-w-44')}
        >
          <Entries entries={entries} parts={ContextMenu} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** The focus goes back to where the menu was opened, unless what was chosen has put it elsewhere by then. */
function leaveFocus(event: Event): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) event.preventDefault();
}

type Parts = Pick<
  typeof DropdownMenu,
  | 'Item'
  | 'CheckboxItem'
  | 'ItemIndicator'
  | 'Separator'
  | 'Label'
  | 'Sub'
  | 'SubTrigger'
  | 'SubContent'
  | 'Portal'
>;

function Entries({ entries, parts }: { readonly entries: readonly MenuEntry[]; readonly parts: Parts }) {
  return entries.map((entry, index) => {
    const key = entry.kind === 'separator' ? `separator ${index}` : `${index} ${entry.label}`;
    if (entry.kind === 'separator') return <parts.Separator key={key} className="my-1 h-px bg-line" />;
    if (entry.kind === 'heading') {
      return (
        <parts.Label key={key} className="px-2 pt-1.5 pb-1 text-xs font-medium text-faint">
          {entry.label}
        </parts.Label>
      );
    }
    if (entry.kind === 'submenu') {
      return (
        <parts.Sub key={key}>
          <parts.SubTrigger className={classNames(itemStyle, 'data-[state=open]:bg-hover')}>
            {entry.icon}
            <span className="truncate">{entry.label}</span>
            <ChevronRight aria-hidden className="ml-auto text-faint" />
          </parts.SubTrigger>
          <parts.Portal>
            <parts.SubContent collisionPadding={8} className={classNames(floatingStyle, 'min-w-44')}>
              <Entries entries={entry.entries} parts={parts} />
            </parts.SubContent>
          </parts.Portal>
        </parts.Sub>
      );
    }
    const inside = (
      <>
        {entry.icon}
        <span className="truncate">{entry.label}</span>
        {entry.checked !== undefined && (
          <span className="ml-auto flex size-4 shrink-0 items-center">
            <parts.ItemIndicator>
              <Check aria-hidden className="text-accent-ink" />
            </parts.ItemIndicator>
          </span>
        )}
        {entry.shortcut !== undefined && (
          <span className={entry.checked === undefined ? 'ml-auto pl-4' : 'pl-1'}>
            <Kbd keys={entry.shortcut} />
          </span>
        )}
      </>
    );
    const shared = {
      disabled: entry.disabled === true,
      onSelect: entry.onSelect,
      className: classNames(itemStyle, entry.danger === true && 'text-error-ink'),
    };
    return entry.checked === undefined ? (
      <parts.Item key={key} {...shared}>
        {inside}
      </parts.Item>
    ) : (
      <parts.CheckboxItem key={key} checked={entry.checked} {...shared}>
        {inside}
      </parts.CheckboxItem>
    );
  });
}
