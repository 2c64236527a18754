import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { useEffect, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlStyle } from './control-style.ts';
import { floatingStyle, itemStyle } from './floating-style.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

export interface SelectProps {
  /** Undefined while nothing is chosen. */
  readonly value: string | undefined;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

/** While a list is open the rest of the page is hidden from screen readers: then nothing there may have the focus. */
function RestInert() {
  useEffect(() => {
    let hidden: readonly HTMLElement[] = [];
    const frame = requestAnimationFrame(() => {
      hidden = [...document.querySelectorAll<HTMLElement>('[data-aria-hidden="true"]:not([inert])')];
      for (const element of hidden) element.inert = true;
    });
    return () => {
      cancelAnimationFrame(frame);
      for (const element of hidden) element.inert = false;
    };
  }, []);
  return null;
}

/** For a few fixed choices; for many, or for names that may be new, use `Combobox`. */
export function Select({ value, options, onChange, placeholder, disabled, className, ...rest }: SelectProps) {
  return (
    <Radix.Root value={value ?? ''} onValueChange={onChange} {...(disabled !== undefined && { disabled })}>
      <Radix.Trigger
        className={classNames(
          controlStyle,
          'flex items-center justify-between gap-2 text-left data-placeholder:text-faint',
          className,
        )}
        {...rest}
      >
        <span className="flex min-w-0 items-center gap-1.5 truncate">
          <Radix.Value placeholder={placeholder ?? 'Choose'} />
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-faint" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={classNames(floatingStyle, 'min-w-(--radix-select-trigger-width)')}
        >
          <RestInert />
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled === true}
                className={itemStyle}
              >
                {option.icon}
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="ml-auto pl-3">
                  <Check aria-hidden className="size-3.5 text-accent-ink" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
