import { ListChecks, Pencil, TriangleAlert, X } from 'lucide-react';
import type { Diagnostic } from '../../document/diagnostic.ts';
import type { Contact } from '../../engine/contact.ts';
import { useViewState } from '../session/view-state.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { InlineCode } from '../ui/inline-code.tsx';
import { GuestNotice } from './guest-notice.tsx';
import { isSlim, type PanelShape } from './panel-shape.ts';
import { PathChangeNotice } from './path-change-notice.tsx';
import { useRehearsal } from './rehearsal-store.ts';
import { StoppedNotice } from './stopped-notice.tsx';
import { TimelineStrip } from './timeline-strip.tsx';
import { Transport } from './transport.tsx';
import { wholeProcedure } from './whole-procedure.ts';

export function SimulatorHeader({
  shape,
  contact,
  problems,
  begin,
  canRun,
  onEdit,
  onRunAll,
  onKeep,
}: {
  readonly shape: PanelShape;
  /** The one that is rehearsed. */
  readonly contact: Contact | undefined;
  readonly problems: readonly Diagnostic[];
  /** Opens a contact while none is open. */
  readonly begin: (() => void) | undefined;
  readonly canRun: boolean;
  readonly onEdit: (id: string) => void;
  readonly onRunAll: () => void;
  /** Makes a sample contact of one that was made to show something. */
  readonly onKeep: (contact: Contact) => void;
}) {
  const view = useRehearsal((state) => state.view);
  const timeline = useRehearsal((state) => state.timeline);
  const close = useRehearsal((state) => state.close);
  const isGuest = useRehearsal((state) => state.guest !== undefined);
  if (view !== 'run') return <ProblemBar problems={problems} />;
  const slim = isSlim(shape);
  return (
    <div className="shrink-0 border-b border-line">
      <div className={classNames('flex items-center gap-x-2 gap-y-1 px-2 py-1', slim && 'flex-wrap')}>
        <div className={classNames(slim && 'pointer-coarse:basis-full')}>
          <Transport begin={begin} />
        </div>
        <div
          className={classNames(
            'flex min-w-0 grow basis-0',
            slim && 'pointer-fine:order-3 pointer-fine:basis-full',
            slim && !timeline && 'pointer-fine:hidden',
          )}
        >
          {timeline && <TimelineStrip timeline={timeline} procedure={wholeProcedure(timeline.program)} />}
        </div>
        <div className={classNames('flex min-w-0 items-center gap-1', slim && 'ml-auto')}>
          {contact && (
            <>
              <span
                className={classNames(
                  'truncate text-sm text-muted',
                  slim ? 'max-w-64 pointer-coarse:hidden' : 'max-w-40',
                )}
                title={`Rehearsing ${contact.id}`}
              >
                {contact.id}
              </span>
              {!isGuest && (
                <IconButton label={`Edit ${contact.id}`} onClick={() => onEdit(contact.id)}>
                  <Pencil aria-hidden />
                </IconButton>
              )}
              <IconButton label="Close the rehearsal" onClick={close}>
                <X aria-hidden />
              </IconButton>
            </>
          )}
          {slim && contact ? (
            <IconButton label="Run all contacts" disabled={!canRun} onClick={onRunAll}>
              <ListChecks aria-hidden />
            </IconButton>
          ) : (
            <Button icon={<ListChecks aria-hidden />} disabled={!canRun} onClick={onRunAll}>
              Run all contacts
            </Button>
          )}
        </div>
      </div>
      <ProblemBar problems={problems} />
      <StoppedNotice />
      <GuestNotice onKeep={onKeep} />
      <PathChangeNotice />
    </div>
  );
}

/** The procedure as it stands cannot run: the rehearsal goes on with what it was. */
function ProblemBar({ problems }: { readonly problems: readonly Diagnostic[] }) {
  const setDock = useViewState((state) => state.setDock);
  const timeline = useRehearsal((state) => state.timeline);
  const first = problems[0];
  if (!first) return null;
  const state = timeline
    ? 'The procedure cannot run as it stands; this is the last version that could.'
    : 'The procedure cannot run yet.';
  return (
    <output className="flex items-center gap-2 border-t border-line bg-warning-soft px-3 py-1 text-xs text-warning-ink">
      <TriangleAlert aria-hidden size={14} className="shrink-0" />
      <span className="min-w-0 grow truncate" title={first.message}>
        {state} <InlineCode text={first.message} />
      </span>
      <button
        type="button"
        className="shrink-0 rounded-sm font-medium underline"
        onClick={() => setDock('problems')}
      >
        Problems
      </button>
    </output>
  );
}
