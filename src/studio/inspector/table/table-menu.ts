import type { MenuEntry } from '../../ui/menu.tsx';
import type { Place } from './grid-place.ts';
import type { TableCommand } from './use-table-grid.ts';

/** What can be done with the row and the column of a place. */
export function tableMenu(
  { row, column }: Place,
  width: number,
  run: (command: TableCommand) => void,
): readonly MenuEntry[] {
  const entry = (label: string, command: TableCommand, shortcut: string | undefined, disabled = false) => ({
    label,
    onSelect: () => run(command),
    disabled,
    ...(shortcut !== undefined && { shortcut }),
    ...(command.startsWith('delete') && { danger: true }),
  });
  const isHeader = row === 0;
  const isTail = column >= width;
  const keys = (shortcut: string, header: boolean): string | undefined =>
    isHeader === header ? shortcut : undefined;
  return [
    entry('Row below', 'row-below', keys('mod+enter', false)),
    entry('Row above', 'row-above', keys('mod+shift+enter', false)),
    entry('Move row up', 'row-up', 'alt+up', row < 2),
    entry('Move row down', 'row-down', 'alt+down', isHeader),
    entry('Delete row', 'delete-row', keys('mod+delete', false), isHeader),
    { kind: 'separator' },
    entry('Column on the right', 'column-right', keys('mod+enter', true)),
    entry('Column on the left', 'column-left', keys('mod+shift+enter', true)),
    entry('Move column left', 'move-column-left', 'alt+left', isTail || column === 0),
    entry('Move column right', 'move-column-right', 'alt+right', column >= width - 1),
    entry('Delete column', 'delete-column', keys('mod+delete', true), isTail),
  ];
}
