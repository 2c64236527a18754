import { FileUp, Plus, Trash2 } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import type { ProcedureRecord } from '../api/procedure-library.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Menu } from '../ui/menu.tsx';
import { Gallery } from './gallery.tsx';
import { ProcedureRow } from './procedure-row.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { Trash } from './trash.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';
import { useFirstVisit } from './use-first-visit.ts';
import { useGallery } from './use-gallery.ts';
import { useLibraryActions } from './use-library-actions.ts';
import { usePastedProcedure } from './use-pasted-procedure.ts';
import { useProcedures } from './use-procedures.ts';

/** Lists the procedures of this browser; its first visitor is sent straight to the example. */
export function LibraryPage() {
  const procedures = useProcedures();
  const actions = useLibraryActions();
  const gallery = useGallery();
  const [renaming, setRenaming] = useState<ProcedureRecord>();
  const [showsTrash, setShowsTrash] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const openExample = useCallback(() => actions.createFromGallery('order-support'), [actions]);
  const opensExample = useFirstVisit(procedures.data, openExample);
  const dropping = useDroppedFiles(actions.importFiles);
  usePastedProcedure(actions.importText);

  const live = procedures.data?.filter(({ trashedAt }) => trashedAt === undefined) ?? [];
  const trashed = procedures.data?.filter(({ trashedAt }) => trashedAt !== undefined) ?? [];

  if (procedures.isError) {
    return (
      <EmptyState
        title="This browser does not let the studio keep anything"
        text={`Procedures are kept in the browser's own database, which did not open: ${procedures.error.message}. A private window may be the reason.`}
        actions={<Button onClick={() => void procedures.refetch()}>Try again</Button>}
      />
    );
  }
  if (procedures.data === undefined || opensExample) {
    return (
      <output className="block p-8 text-center text-muted">
        {opensExample ? 'Opening the example…' : 'Reading the library…'}
      </output>
    );
  }
  return (
    <main className="min-h-0 grow overflow-y-auto">
      <div className="mx-auto flex max-w-260 flex-col gap-4 px-4 py-8 sm:px-8">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="mr-auto text-2xl max-sm:w-full font-semibold tracking-tight">Procedures</h1>
          <Button icon={<FileUp aria-hidden />} onClick={() => picker.current?.click()}>
            Import
          </Button>
          <Menu
            entries={[
              { label: 'Empty procedure', onSelect: () => void actions.createEmpty() },
              ...(gallery.data === undefined
                ? []
                : [{ kind: 'separator' } as const, { kind: 'heading', label: 'A copy of' } as const]),
              ...(gallery.data ?? []).map(({ id, title }) => ({
                label: title,
                onSelect: () => void actions.createFromGallery(id),
              })),
            ]}
          >
            <Button variant="primary" icon={<Plus aria-hidden />}>
              New procedure
            </Button>
          </Menu>
          <input
            ref={picker}
            type="file"
            accept=".yaml,.yml,application/yaml,text/yaml"
            multiple
            hidden
            aria-label="Import YAML files"
            onChange={(event) => {
              void actions.importFiles([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
        {live.length === 0 ? (
          <div className="rounded-xl border border-dashed border-line-strong bg-surface py-8">
            <EmptyState
              icon={<FileUp aria-hidden />}
              title="No procedures of your own yet"
              text="Take a finished one from below, begin with an empty one, or drop or paste a YAML file anywhere on this page."
              actions={
                <>
                  <Button onClick={() => picker.current?.click()}>Choose a file</Button>
                  <Button variant="primary" onClick={() => void actions.createEmpty()}>
                    Create an empty procedure
                  </Button>
                </>
              }
            />
          </div>
        ) : (
          <ul
            aria-label="Procedures"
            className="overflow-hidden rounded-xl border border-line bg-surface shadow-low"
          >
            {live.map((record) => (
              <ProcedureRow
                key={record.id}
                record={record}
                actions={actions}
                onRename={() => setRenaming(record)}
              />
            ))}
          </ul>
        )}
        <div className="flex min-h-(--control) flex-wrap items-center justify-between gap-2 text-sm text-faint">
          <p>Kept in this browser. YAML files can be dropped or pasted anywhere on this page.</p>
          {trashed.length > 0 && (
            <Button
              variant="ghost"
              icon={<Trash2 aria-hidden />}
              aria-expanded={showsTrash}
              onClick={() => setShowsTrash(!showsTrash)}
            >
              Trash ({trashed.length})
            </Button>
          )}
        </div>
        {showsTrash && trashed.length > 0 && <Trash records={trashed} actions={actions} />}
        <Gallery actions={actions} />
      </div>
      {dropping && (
        <div className="pointer-events-none fixed inset-3 z-30 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-accent-soft/90 text-lg font-semibold text-accent-ink">
          Drop YAML files to import them
        </div>
      )}
      {renaming !== undefined && (
        <RenameDialog
          title={renaming.title}
          onClose={() => setRenaming(undefined)}
          onRename={(title) => {
            setRenaming(undefined);
            void actions.rename(renaming.id, title);
          }}
        />
      )}
    </main>
  );
}
