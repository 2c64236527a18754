import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { classNames } from '../ui/class-names.ts';

export interface SplitPart {
  readonly id: string;
  /** Percent, until somebody resizes. */
  readonly size: number;
  readonly content: ReactNode;
}

/** Parts beside or above each other; their sizes are remembered. */
export function Split({
  id,
  orientation,
  parts,
}: {
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly parts: readonly SplitPart[];
}) {
  const layout = useDefaultLayout({
    id: `sopwright-simulator-${id}`,
    panelIds: parts.map((part) => part.id),
  });
  const beside = orientation === 'horizontal';
  return (
    <Group orientation={orientation} className="h-full" {...layout}>
      {parts.map((part, index) => (
        <Fragment key={part.id}>
          {index > 0 && (
            <Separator
              aria-label={`Resize ${part.id}`}
              className={classNames(
                'relative shrink-0 bg-line transition-colors hover:bg-accent focus-visible:bg-accent focus-visible:outline-none data-[separator=active]:bg-accent',
                beside
                  ? 'w-px after:absolute after:inset-y-0 after:-inset-x-1'
                  : 'h-px after:absolute after:inset-x-0 after:-inset-y-1',
              )}
            />
          )}
          <Panel id={part.id} defaultSize={`${part.size}%`} minSize={beside ? 140 : 90}>
            {part.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
