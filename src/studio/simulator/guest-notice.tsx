import { FileWarning, X } from 'lucide-react';
import type { Contact } from '../../engine/contact.ts';
import { InlineCode } from '../ui/inline-code.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useRehearsal } from './rehearsal-store.ts';

/** Says of a contact that was made to show a problem what it shows, and lets it be kept. */
export function GuestNotice({ onKeep }: { readonly onKeep: (contact: Contact) => void }) {
  const guest = useRehearsal((state) => state.guest);
  const close = useRehearsal((state) => state.close);
  if (!guest) return null;
  return (
    <section
      aria-label="Made to show a problem"
      className="flex items-center gap-2 border-t border-line bg-accent-soft px-3 py-1 text-xs text-accent-ink"
    >
      <FileWarning aria-hidden size={14} className="shrink-0" />
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 grow basis-60">
          Made to show: <InlineCode text={guest.shows} />
        </span>
        <button
          type="button"
          className="shrink-0 rounded-sm font-medium underline"
          onClick={() => onKeep(guest.contact)}
        >
          Keep as sample contact
        </button>
      </div>
      <IconButton label="Put it away" className="-my-1" onClick={close}>
        <X aria-hidden />
      </IconButton>
    </section>
  );
}
