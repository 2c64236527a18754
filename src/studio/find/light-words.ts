import type { Finding } from '../session/view-state.ts';

const highlightName = 'found-words';
/** Where words are lit; the editor lights its own. */
const places = ['canvas', 'reading', 'outline', 'inspector', 'simulator']
  .map((panel) => `[data-studio-panel="${panel}"]`)
  .join(', ');
/** More are not told apart by eye, and each costs when it is drawn. */
const mostLit = 2_000;
const pause = 120;

/**
 * Lights the words that are looked for wherever panels show them, now and when they show others. By the browser's own
 * highlights: no panel's elements are touched. Gives back what stops it; a browser without them lights nothing.
 */
export function lightWords({ text, matchesCase }: Finding): () => void {
  if (!('highlights' in CSS) || text.trim() === '') return () => undefined;
  const wanted = matchesCase ? text : text.toLowerCase();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const light = (): void => {
    waiting = undefined;
    const ranges: Range[] = [];
    for (const panel of document.querySelectorAll(places)) {
      const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && ranges.length < mostLit; node = walker.nextNode()) {
        const shown = node.nodeValue ?? '';
        const said = matchesCase ? shown : shown.toLowerCase();
        if (said.length !== shown.length) continue;
        for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + wanted.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set(highlightName, new Highlight(...ranges));
  };
  const soon = (): void => {
    waiting ??= setTimeout(light, pause);
  };

  light();
  const observer = new MutationObserver(soon);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  return () => {
    observer.disconnect();
    clearTimeout(waiting);
    CSS.highlights.delete(highlightName);
  };
}
