import { Copy, Download, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import type { ProcedureRecord } from '../api/procedure-library.ts';
import { Badge } from '../ui/badge.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { LibraryActions } from './use-library-actions.ts';
import { useNow } from './use-now.ts';
import { sinceWhen, wholeDate } from './when.ts';

export interface ProcedureRowProps {
  readonly record: ProcedureRecord;
  readonly actions: LibraryActions;
  readonly onRename: () => void;
}

export function ProcedureRow({ record, actions, onRename }: ProcedureRowProps) {
  const now = useNow();
  const title = record.title === '' ? 'Untitled procedure' : record.title;
  return (
    <li className="relative flex items-center gap-3 border-b border-line px-4 py-2.5 transition-colors last:border-b-0 focus-within:bg-hover hover:bg-hover">
      <div className="flex min-w-0 grow flex-col gap-0.5">
        <Link
          href={`/p/${record.id}`}
          className="truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink"
          onKeyDown={(event) => {
            if (event.key === 'F2') onRename();
            else if (event.key === 'Delete') void actions.trash(record.id, title);
            else return;
            event.preventDefault();
          }}
        >
          {title}
        </Link>
        <span className="flex gap-3 text-sm text-faint">
          <span>{record.steps === 1 ? '1 step' : `${record.steps} steps`}</span>
          <time dateTime={new Date(record.editedAt).toISOString()} title={wholeDate(record.editedAt)}>
            Edited {sinceWhen(record.editedAt, now)}
          </time>
        </span>
      </div>
      {record.errors > 0 && (
        <Badge tone="error">{record.errors === 1 ? '1 error' : `${record.errors} errors`}</Badge>
      )}
      {record.warnings > 0 && (
        <Badge tone="warning">{record.warnings === 1 ? '1 warning' : `${record.warnings} warnings`}</Badge>
      )}
      <span className="relative z-10">
        <Menu
          entries={[
            { label: 'Rename', icon: <Pencil aria-hidden />, shortcut: 'F2', onSelect: onRename },
            {
              label: 'Duplicate',
              icon: <Copy aria-hidden />,
              onSelect: () => void actions.duplicate(record.id),
            },
            {
              label: 'Export YAML',
              icon: <Download aria-hidden />,
              onSelect: () => void actions.exportYaml(record.id, title),
            },
            { kind: 'separator' },
            {
              label: 'Delete',
              icon: <Trash2 aria-hidden />,
              shortcut: 'delete',
              danger: true,
              onSelect: () => void actions.trash(record.id, title),
            },
          ]}
        >
          <IconButton label={`More about ${title}`}>
            <MoreHorizontal aria-hidden />
          </IconButton>
        </Menu>
      </span>
    </li>
  );
}
