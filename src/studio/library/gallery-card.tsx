import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GalleryEntry } from '../api/gallery.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { FlowSilhouette } from './flow-silhouette.tsx';

const languages = new Intl.DisplayNames('en', { type: 'language' });

export interface GalleryCardProps {
  readonly entry: GalleryEntry;
  readonly disabled: boolean;
  readonly onOpen: () => void;
}

/** A finished procedure: what it is for, how large it is, and its flow from afar. Opens a copy. */
export function GalleryCard({ entry, disabled, onOpen }: GalleryCardProps) {
  const { title, description, locales, intents, steps, escalations, guardrails, contacts } = entry;
  return (
    <li className="group relative flex flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-low transition-shadow focus-within:border-line-strong hover:border-line-strong hover:shadow-mid">
      <div className="h-34 border-b border-line bg-canvas px-4 py-3 max-sm:h-30">
        <FlowSilhouette silhouette={entry.silhouette} />
      </div>
      <div className="flex grow flex-col gap-1 px-4 pt-3 pb-3.5">
        <button
          type="button"
          disabled={disabled}
          onClick={onOpen}
          aria-label={`Open a copy of ${title}`}
          className="w-fit text-left text-lg font-semibold tracking-tight after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink"
        >
          {title}
        </button>
        <p className="mb-2 text-muted">{description}</p>
        <ul className="mt-auto flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          <Fact icon={<ElementIcon kind="decision" size={14} />} text={counted(steps, 'step')} />
          <Fact
            icon={<ElementIcon kind="escalation" size={14} />}
            text={counted(escalations, 'escalation')}
          />
          <Fact icon={<ElementIcon kind="guardrail" size={14} />} text={counted(guardrails, 'guardrail')} />
          <Fact
            icon={<MessagesSquare aria-hidden className="size-3.5" />}
            text={counted(contacts, 'sample contact')}
          />
        </ul>
        <p className="text-sm text-faint">
          {counted(intents, 'intent')} in {locales.map((locale) => languages.of(locale)).join(' and ')}
        </p>
      </div>
    </li>
  );
}

function Fact({ icon, text }: { readonly icon: ReactNode; readonly text: string }) {
  return (
    <li className="flex items-center gap-1.5">
      {icon}
      {text}
    </li>
  );
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
