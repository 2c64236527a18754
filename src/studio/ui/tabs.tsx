import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface Tab {
  readonly value: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** A count or a mark behind the label. */
  readonly badge?: ReactNode;
  readonly content: ReactNode;
  /** Stays mounted while hidden: an editor with a history of its own. */
  readonly keepMounted?: boolean;
}

export interface TabsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly tabs: readonly Tab[];
  /** At the right end of the strip. */
  readonly aside?: ReactNode;
  readonly className?: string;
  /** Tabs share the width: for a narrow screen's main tabs. */
  readonly spread?: boolean;
}

export function Tabs({ label, value, onChange, tabs, aside, className, spread = false }: TabsProps) {
  return (
    <Radix.Root
      value={value}
      onValueChange={onChange}
      className={classNames('flex min-h-0 flex-col', className)}
    >
      <div className="flex shrink-0 items-center gap-1 border-b border-line bg-surface px-2">
        <Radix.List
          aria-label={label}
          className={classNames('flex min-w-0 gap-1 overflow-x-auto', spread && 'grow')}
        >
          {tabs.map((tab) => (
            <Radix.Trigger
              key={tab.value}
              value={tab.value}
              className={classNames(
                'relative flex h-9 items-center gap-1.5 rounded-sm px-2.5 font-medium whitespace-nowrap text-muted transition-colors pointer-coarse:h-11',
                'hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:text-ink',
                'after:absolute after:inset-x-1.5 after:-bottom-px after:h-0.5 after:rounded-full data-[state=active]:after:bg-accent',
                '[&_svg]:size-4',
                spread && 'grow justify-center',
              )}
            >
              {tab.icon}
              {tab.label}
              {tab.badge}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside !== undefined && <div className="ml-auto flex shrink-0 items-center gap-0.5">{aside}</div>}
      </div>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.value}
          value={tab.value}
          {...(tab.keepMounted === true && { forceMount: true as const })}
          className="min-h-0 grow overflow-hidden focus-visible:-outline-offset-2 data-[state=inactive]:hidden"
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
