/**
 * As the `ref` of an absolute element: gives it the size of its parent in pixels. What is long inside is then laid out
 * by itself; with a size that hangs on the page it would be laid out anew whenever anything on the page changes.
 */
export function fillParent(element: HTMLElement | null): (() => void) | undefined {
  const parent = element?.parentElement;
  if (!element || !parent) return undefined;
  const fit = (): void => {
    const { width, height } = parent.getBoundingClientRect();
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
  };
  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(parent);
  return () => observer.disconnect();
}
