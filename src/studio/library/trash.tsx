import { Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ProcedureRecord } from '../api/procedure-library.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { LibraryActions } from './use-library-actions.ts';
import { useNow } from './use-now.ts';
import { sinceWhen } from './when.ts';

export interface TrashProps {
  readonly records: readonly ProcedureRecord[];
  readonly actions: LibraryActions;
}

export function Trash({ records, actions }: TrashProps) {
  const now = useNow();
  const [removing, setRemoving] = useState<ProcedureRecord>();
  return (
    <section aria-label="Trash" className="rounded-xl border border-line bg-surface">
      <ul>
        {records.map((record) => (
          <li
            key={record.id}
            className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2 last:border-b-0"
          >
            <span className="mr-auto flex min-w-0 flex-col">
              <span className="truncate">{record.title === '' ? 'Untitled procedure' : record.title}</span>
              <span className="text-sm text-faint">
                Deleted {sinceWhen(record.trashedAt ?? record.editedAt, now)}
              </span>
            </span>
            <Button icon={<Undo2 aria-hidden />} onClick={() => void actions.restore(record.id)}>
              Restore
            </Button>
            <Button variant="danger" icon={<Trash2 aria-hidden />} onClick={() => setRemoving(record)}>
              Delete for good
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={removing !== undefined}
        onOpenChange={() => setRemoving(undefined)}
        title={`Delete "${removing?.title ?? ''}" for good?`}
        description="Its text, positions and contacts are removed from this browser. This cannot be undone."
        actions={
          <>
            <Button onClick={() => setRemoving(undefined)}>Keep it</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (removing !== undefined) void actions.remove(removing.id);
                setRemoving(undefined);
              }}
            >
              Delete for good
            </Button>
          </>
        }
      />
    </section>
  );
}
