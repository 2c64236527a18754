import { Link2 } from 'lucide-react';
import { viewNow } from '../session/view-state.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { elementColor, elementWord } from '../ui/element-kind.ts';
import type { ElementKind } from '../ui/element-kind.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { notify } from '../ui/notify.tsx';
import { linkToElement } from './go-to-element.ts';

/** Number, title and kind of an element, and a link to it. */
export function PassageHeading({
  elementKey,
  kind,
  number,
  title,
  note,
}: {
  readonly elementKey: string;
  readonly kind: ElementKind;
  readonly number: string | undefined;
  readonly title: string;
  /** Behind the kind's word. */
  readonly note?: string | undefined;
}) {
  const words = note === undefined ? elementWord[kind] : `${elementWord[kind]} · ${note}`;
  return (
    <div className="reading-heading">
      <h3
        tabIndex={-1}
        data-passage-heading
        aria-label={`${number === undefined ? '' : `${number} `}${title}, ${words}`}
      >
        {number !== undefined && <span className="reading-number">{number} </span>}
        {title}
        <span className={classNames('reading-kind', elementColor[kind].ink)}>
          <ElementIcon kind={kind} size={14} />
          {words}
        </span>
      </h3>
      <span className="reading-tools">
        <IconButton
          label={`Copy a link to ${title}`}
          onClick={() => {
            viewNow().select([elementKey], 'reading');
            void copyLink(elementKey);
          }}
        >
          <Link2 aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}

export async function copyLink(key: string): Promise<void> {
  const link = linkToElement(key);
  try {
    await navigator.clipboard.writeText(link);
    notify('Link copied');
  } catch {
    notify('This browser did not let the link be copied', { tone: 'error', detail: link });
  }
}
