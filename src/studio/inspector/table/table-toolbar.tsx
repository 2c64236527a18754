import { BetweenHorizontalStart, BetweenVerticalStart, MoreHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import type { TableCommand } from './use-table-grid.ts';

export interface TableToolbarProps {
  readonly entries: readonly MenuEntry[];
  readonly run: (command: TableCommand) => void;
  readonly aside: ReactNode;
}

export function TableToolbar({ entries, run, aside }: TableToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Button icon={<BetweenHorizontalStart aria-hidden />} onClick={() => run('row-below')}>
        Row
      </Button>
      <Button icon={<BetweenVerticalStart aria-hidden />} onClick={() => run('column-right')}>
        Column
      </Button>
      <Menu entries={entries} align="start">
        <IconButton label="Row and column">
          <MoreHorizontal aria-hidden />
        </IconButton>
      </Menu>
      <span className="ml-auto flex items-center">{aside}</span>
    </div>
  );
}
