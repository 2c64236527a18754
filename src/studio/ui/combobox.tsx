import { Command } from 'cmdk';
import { Check, ChevronsUpDown, Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlStyle } from './control-style.ts';
import { floatingStyle, itemStyle } from './floating-style.ts';

export interface ComboboxOption {
  readonly value: string;
  readonly label?: string;
  /** Small print at the right. */
  readonly detail?: string;
  readonly icon?: ReactNode;
}

export interface ComboboxProps {
  readonly value: string | undefined;
  readonly options: readonly ComboboxOption[];
  readonly onChange: (value: string) => void;
  /** Given: a text that is no option may be chosen too; names the act, e.g. `Create step`. */
  readonly createLabel?: string;
  /** Given: the value can be taken away. */
  readonly onClear?: () => void;
  readonly clearLabel?: string;
  readonly placeholder?: string;
  readonly emptyText?: string;
  readonly mono?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

/** A choice among many, found by typing. */
export function Combobox({
  value,
  options,
  onChange,
  createLabel,
  onClear,
  clearLabel = 'None',
  placeholder = 'Choose',
  emptyText = 'Nothing by that name.',
  mono = false,
  disabled = false,
  className,
  ...rest
}: ComboboxProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const chosen = options.find((option) => option.value === value);
  const typed = query.trim();
  const mayCreate =
    createLabel !== undefined && typed !== '' && !options.some((option) => option.value === typed);

  const choose = (next: string): void => {
    setOpen(false);
    setQuery('');
    onChange(next);
  };

  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) setQuery('');
      }}
    >
      <Popover.Trigger asChild>
        <button
          type="button"
          // A native select cannot search, and a native input cannot hold an icon.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="combobox"
          aria-controls={listId}
          aria-expanded={open}
          aria-haspopup="listbox"
          disabled={disabled}
          className={classNames(controlStyle, 'flex items-center justify-between gap-2 text-left', className)}
          {...rest}
        >
          <span
            className={classNames(
              'flex min-w-0 items-center gap-1.5 truncate',
              mono && 'font-mono text-sm',
              value === undefined && 'text-faint',
            )}
          >
            {chosen?.icon}
            <span className="truncate">{chosen?.label ?? value ?? placeholder}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          id={listId}
          aria-label={rest['aria-label'] ?? placeholder}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={classNames(floatingStyle, 'w-(--radix-popover-trigger-width) min-w-56 p-0')}
        >
          <Command
            label={rest['aria-label'] ?? placeholder}
            {...(value !== undefined && { defaultValue: value })}
            loop
          >
            <Command.Input
              value={query}
              onValueChange={setQuery}
              placeholder="Find…"
              className="h-8 w-full border-b border-line bg-transparent px-3 outline-none"
            />
            <Command.List className="p-1">
              <Command.Empty className="px-2 py-3 text-center text-faint">{emptyText}</Command.Empty>
              {onClear !== undefined && value !== undefined && typed === '' && (
                <Command.Item
                  value="(none)"
                  className={classNames(itemStyle, 'text-muted')}
                  onSelect={() => {
                    setOpen(false);
                    onClear();
                  }}
                >
                  {clearLabel}
                </Command.Item>
              )}
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  keywords={option.label === undefined ? [] : [option.label]}
                  className={itemStyle}
                  onSelect={() => choose(option.value)}
                >
                  {option.icon}
                  <span className={classNames('truncate', mono && 'font-mono text-sm')}>
                    {option.label ?? option.value}
                  </span>
                  {option.detail !== undefined && (
                    <span className="ml-auto truncate pl-3 text-xs text-faint">{option.detail}</span>
                  )}
                  {option.value === value && (
                    <Check
                      aria-label="chosen"
                      className={classNames(
                        'size-3.5 text-accent-ink',
                        option.detail === undefined && 'ml-auto',
                      )}
                    />
                  )}
                </Command.Item>
              ))}
              {mayCreate && (
                <Command.Item
                  forceMount
                  value={`(create) ${typed}`}
                  className={itemStyle}
                  onSelect={() => choose(typed)}
                >
                  <Plus aria-hidden className="text-faint" />
                  <span className="truncate">
                    {createLabel} <span className="font-mono text-sm">{typed}</span>
                  </span>
                </Command.Item>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
