const panels = '[data-studio-panel]';
const focusable =
  'button:not([disabled]):not([tabindex="-1"]), [href], input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** Moves the focus to the next panel, round and round, and there to where it was or to the first place it can be. */
export function focusNextPanel(direction: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(panels)].filter(
    (panel) => panel.offsetParent !== null,
  );
  const at = all.findIndex((panel) => panel.contains(document.activeElement));
  const next = all[(at + direction + all.length) % all.length];
  const target =
    next?.querySelector<HTMLElement>('[data-panel-focus]') ?? next?.querySelector<HTMLElement>(focusable);
  target?.focus();
}
