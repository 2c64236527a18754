import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { shortcuts } from './shortcuts.ts';

export interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard" wide>
      <div className="grid gap-x-10 gap-y-5 pb-4 sm:grid-cols-2">
        {shortcuts.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="mb-1 text-xs font-semibold text-faint">{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ keys, what }) => (
                <div key={keys} className="flex items-center justify-between gap-4 py-1">
                  <dt>{what}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
