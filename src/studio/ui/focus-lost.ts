/** Whether no element has the keyboard, or one that was disabled under it and is about to lose it. */
export function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled');
}
