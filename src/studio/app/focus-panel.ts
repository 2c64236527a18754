const focusable =
  'button:not([disabled]):not([tabindex="-1"]), [href], input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** Moves the focus to the next panel, round and round. */
export function focusNextPanel(direction: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-studio-panel]')].filter(
    (panel) => panel.offsetParent !== null,
  );
  const at = panels.findIndex((panel) => panel.contains(document.activeElement));
  const from = at < 0 && direction < 0 ? 0 : at;
  const next = panels[(from + direction + panels.length) % panels.length];
  if (next !== undefined) focusInto(next);
}

export function focusPanel(name: string): void {
  const panel = document.querySelector<HTMLElement>(`[data-studio-panel="${name}"]`);
  if (panel !== null) focusInto(panel);
}

/** A panel may say where its focus belongs; else it is the first place that can have it. */
function focusInto(panel: HTMLElement): void {
  const chosen = panel.querySelector<HTMLElement>('[data-panel-focus]');
  (chosen ?? panel.querySelector<HTMLElement>(focusable))?.focus();
}
