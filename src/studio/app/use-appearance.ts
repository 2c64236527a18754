import { useEffect } from 'react';
import { useViewState } from '../session/view-state.ts';
import { useMedia } from '../ui/use-media.ts';

/** Puts theme and density on the page; the theme that shows. */
export function useAppearance(): 'light' | 'dark' {
  const chosen = useViewState(({ theme }) => theme);
  const density = useViewState(({ density }) => density);
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const fallback = systemIsDark ? 'dark' : 'light';
  const theme = chosen === 'system' ? fallback : chosen;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['density'] = density;
  }, [theme, density]);
  return theme;
}
