import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

export interface SegmentedSwitchProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly word: string; readonly icon: ReactNode }[];
  readonly onChange: (value: Value) => void;
}

/** A choice of one among few, all in sight. */
export function SegmentedSwitch<Value extends string>({
  label,
  value,
  options,
  onChange,
}: SegmentedSwitchProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(chosen) => {
        const next = options.find((option) => option.value === chosen);
        if (next !== undefined) onChange(next.value);
      }}
      className="flex h-(--control) shrink-0 rounded-md bg-sunken p-0.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="flex items-center gap-1.5 rounded-sm px-2.5 font-medium text-muted transition-colors hover:text-ink data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-low [&_svg]:size-3.5"
        >
          {option.icon}
          {option.word}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
