import { viewNow } from '../session/view-state.ts';

/** What was asked for before its passage was in the page. */
let awaited: { readonly key: string; readonly show: () => void } | undefined;

/** Selects an element and brings its passage into view, with the focus on its heading. */
export function goToElement(key: string): void {
  viewNow().select([key], 'reading');
  onceThere(key, () => {
    passageElement(key)?.scrollIntoView({ block: 'start' });
    headingOf(key)?.focus({ preventScroll: true });
  });
}

export function showPassage(key: string, block: ScrollLogicalPosition = 'start'): void {
  onceThere(key, () => passageElement(key)?.scrollIntoView({ block }));
}

function onceThere(key: string, show: () => void): void {
  const isThere = passageElement(key) !== null;
  awaited = isThere ? undefined : { key, show };
  if (isThere) show();
}

/** Shows what was asked for, once a longer part of the text is in the page. */
export function showAwaited(): void {
  if (awaited !== undefined) onceThere(awaited.key, awaited.show);
}

export function forgetAwaited(): void {
  awaited = undefined;
}

function passageElement(key: string): HTMLElement | null {
  return document.querySelector(`[data-passage="${CSS.escape(key)}"]`);
}

function headingOf(key: string): HTMLElement | null {
  return passageElement(key)?.querySelector<HTMLElement>('[data-passage-heading]') ?? null;
}

/** The name of an element's place in the page. Never its bare id, which is the author's to choose. */
export function anchorOf(key: string): string {
  return key.replace(':', '-');
}

/** The address of an element in the reading view. */
export function linkToElement(key: string): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}?view=read#${encodeURIComponent(key.slice(key.indexOf(':') + 1))}`;
}
