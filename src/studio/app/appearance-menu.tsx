import { SunMoon } from 'lucide-react';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useAppearanceEntries } from './appearance-entries.ts';

export function AppearanceMenu() {
  return (
    <Menu entries={useAppearanceEntries()}>
      <IconButton label="Appearance">
        <SunMoon aria-hidden />
      </IconButton>
    </Menu>
  );
}
