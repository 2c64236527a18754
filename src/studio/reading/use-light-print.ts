import { useEffect } from 'react';

/** Paper is white: while the page is printed it has the light theme. */
export function useLightPrint(): void {
  useEffect(() => {
    const { documentElement: root } = document;
    let theme: string | undefined;
    const before = (): void => {
      theme = root.dataset['theme'];
      root.dataset['theme'] = 'light';
    };
    const after = (): void => {
      if (theme !== undefined) root.dataset['theme'] = theme;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
}
