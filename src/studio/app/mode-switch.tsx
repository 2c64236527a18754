import { PenLine, Play } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { useViewState } from '../session/view-state.ts';
import type { Mode } from '../session/view-state.ts';

const modes: readonly { readonly mode: Mode; readonly word: string; readonly icon: ReactNode }[] = [
  { mode: 'design', word: 'Design', icon: <PenLine aria-hidden /> },
  { mode: 'simulate', word: 'Simulate', icon: <Play aria-hidden /> },
];

export function ModeSwitch() {
  const mode = useViewState(({ mode }) => mode);
  const setMode = useViewState(({ setMode }) => setMode);
  return (
    <ToggleGroup.Root
      type="single"
      aria-label="Mode"
      value={mode}
      onValueChange={(value) => {
        const next = modes.find(({ mode }) => mode === value);
        if (next !== undefined) setMode(next.mode);
      }}
      className="flex h-(--control) shrink-0 rounded-md bg-sunken p-0.5"
    >
      {modes.map(({ mode, word, icon }) => (
        <ToggleGroup.Item
          key={mode}
          value={mode}
          className="flex items-center gap-1.5 rounded-sm px-2.5 font-medium text-muted transition-colors hover:text-ink data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-low [&_svg]:size-3.5"
        >
          {icon}
          {word}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
