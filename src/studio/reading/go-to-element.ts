import { viewNow } from '../session/view-state.ts';

/** Selects an element and brings its passage into view, with the focus on its heading. */
export function goToElement(key: string): void {
  viewNow().select([key], 'reading');
  const heading = headingOf(key);
  if (heading === null) return;
  showPassage(key);
  heading.focus({ preventScroll: true });
}

export function showPassage(key: string, block: ScrollLogicalPosition = 'start'): void {
  passageElement(key)?.scrollIntoView({ block });
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
