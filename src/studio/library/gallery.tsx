import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { GalleryCard } from './gallery-card.tsx';
import { useGallery } from './use-gallery.ts';
import type { LibraryActions } from './use-library-actions.ts';

/** The finished procedures that come with the studio, and the empty one. */
export function Gallery({ actions }: { readonly actions: LibraryActions }) {
  const gallery = useGallery();
  const [opening, setOpening] = useState(false);
  const open = async (work: () => Promise<void>): Promise<void> => {
    setOpening(true);
    await work();
    setOpening(false);
  };
  return (
    <section aria-labelledby="gallery-title" className="flex flex-col gap-3">
      <div>
        <h2 id="gallery-title" className="text-xl font-semibold tracking-tight">
          Start from a finished procedure
        </h2>
        <p className="text-muted">
          Each comes with guardrails and with sample contacts to rehearse. You get a copy of your own.
        </p>
      </div>
      {gallery.isError && (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          The finished procedures could not be loaded.
          <Button onClick={() => void gallery.refetch()}>Try again</Button>
        </p>
      )}
      <ul
        aria-label="Gallery"
        className="grid grid-cols-[repeat(auto-fill,minmax(min(17.5rem,100%),1fr))] gap-4"
      >
        {gallery.data?.map((entry) => (
          <GalleryCard
            key={entry.id}
            entry={entry}
            disabled={opening}
            onOpen={() => void open(() => actions.createFromGallery(entry.id))}
          />
        ))}
        <li className="relative flex min-h-40 flex-col items-center justify-center gap-1 rounded-xl border border-dashed border-line-strong p-6 text-center transition-colors focus-within:border-accent hover:border-accent hover:bg-hover">
          <FilePlus2 aria-hidden className="size-6 text-faint" />
          <button
            type="button"
            disabled={opening}
            onClick={() => void open(actions.createEmpty)}
            className="font-semibold after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink"
          >
            Begin with an empty one
          </button>
          <p className="text-muted">Draw it, or write its text.</p>
        </li>
      </ul>
    </section>
  );
}
