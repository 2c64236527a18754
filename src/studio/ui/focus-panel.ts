const fields =
  'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), [role="combobox"]:not([disabled])';
const focusable = `button:not([disabled]):not([tabindex="-1"]), [href], ${fields}, [tabindex="0"]`;

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
  const panel = panelNamed(name);
  if (panel !== null) focusInto(panel);
}

/** Frames to wait for a panel that is only just being opened. */
const patience = 60;

/** Moves the focus to the first field of a panel, or of a group in it, once the page has drawn what is to stand in it. */
export function focusFirstField(name: string, group?: string): void {
  const attempt = (left: number): void => {
    const panel = panelNamed(name);
    const inside = group === undefined ? '' : `[aria-label="${CSS.escape(group)}"] `;
    const field =
      panel?.querySelector<HTMLElement>(`[data-panel-fields] ${inside}:is(${fields})`) ??
      // A form without that group, such as a table.
      (left <= patience / 2
        ? panel?.querySelector<HTMLElement>(`[data-panel-fields] :is(${fields})`)
        : undefined);
    if (field) field.focus();
    else if (left > 0) requestAnimationFrame(() => attempt(left - 1));
  };
  // A menu that closes gives the focus back to where it was opened, one frame on.
  requestAnimationFrame(() => requestAnimationFrame(() => attempt(patience)));
}

function panelNamed(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-studio-panel="${name}"]`);
}

/** A panel may say where its focus belongs; else it is the first place that can have it. */
function focusInto(panel: HTMLElement): void {
  const chosen = panel.querySelector<HTMLElement>('[data-panel-focus]');
  (chosen ?? panel.querySelector<HTMLElement>(focusable))?.focus();
}
