import type { Density, Theme } from '../session/view-state.ts';
import { useViewState } from '../session/view-state.ts';
import type { MenuEntry } from '../ui/menu.tsx';

const themes: readonly (readonly [Theme, string])[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['system', 'As the system'],
];
const densities: readonly (readonly [Density, string])[] = [
  ['compact', 'Compact'],
  ['comfortable', 'Comfortable'],
];

/** Theme and density, as lines of a menu. */
export function useAppearanceEntries(): readonly MenuEntry[] {
  const { theme, density, setTheme, setDensity } = useViewState();
  return [
    { kind: 'heading', label: 'Theme' },
    ...themes.map(([value, label]) => ({ label, checked: theme === value, onSelect: () => setTheme(value) })),
    { kind: 'heading', label: 'Density' },
    ...densities.map(([value, label]) => ({
      label,
      checked: density === value,
      onSelect: () => setDensity(value),
    })),
  ];
}
