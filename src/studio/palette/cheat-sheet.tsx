import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { commandSections, commandsIn, useCommandRegister } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { classNames } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { paletteNow, usePalette } from './palette-state.ts';

/** The keys of all commands that have some, by where they work. */
export function CheatSheet() {
  const isOpen = usePalette(({ open }) => open === 'keys');
  const { close } = paletteNow();
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && close()}
      title="Keyboard"
      description="What has no keys is in the command palette."
      wide
    >
      {isOpen && <Keys />}
    </Dialog>
  );
}

function Keys() {
  const register = useCommandRegister();
  const [typed, setTyped] = useState('');
  const withKeys = useMemo(() => commandsIn(register).filter(({ keys }) => keys !== undefined), [register]);
  const wanted = typed.trim().toLowerCase();
  const shown = withKeys.filter((command) => textOf(command).includes(wanted));
  return (
    <>
      <div className="relative pb-3">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-[calc(var(--control)/2)] left-2.5 size-3.5 -translate-y-1/2 text-faint"
        />
        <TextInput
          aria-label="Search the keys"
          placeholder="Search by what it does, or by a key"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="pl-8"
        />
      </div>
      <div className="columns-1 gap-x-10 pb-3 sm:columns-2">
        {commandSections.map((section) => (
          <Group
            key={section}
            section={section}
            commands={shown.filter((each) => each.section === section)}
          />
        ))}
      </div>
      <output className={classNames('block pb-6 text-center text-muted', shown.length > 0 && 'sr-only')}>
        {shown.length > 0 ? `${shown.length} shortcuts` : 'No shortcut by that name.'}
      </output>
    </>
  );
}

function Group({ section, commands }: { readonly section: string; readonly commands: readonly Command[] }) {
  if (commands.length === 0) return null;
  return (
    <section aria-label={section} className="mb-4">
      <h3 className="mb-1 text-xs font-semibold text-faint">{section}</h3>
      <dl>
        {commands.map(({ id, title, keys = '' }) => (
          <div key={id} className="flex break-inside-avoid items-center justify-between gap-4 py-1">
            <dt>{title}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function textOf({ title, keys = '', otherKeys = [], keywords = [] }: Command): string {
  return [title, keys, ...otherKeys, ...keywords].join(' ').replaceAll('mod', 'ctrl').toLowerCase();
}
