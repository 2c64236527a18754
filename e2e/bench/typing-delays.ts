import type { Page } from '@playwright/test';

interface Watch {
  /** When each key went down that the canvas does not show yet, and the text that it shows then. */
  readonly waiting: { readonly since: number; readonly length: number }[];
  readonly delays: number[];
  longTasks: number;
}

/** Watches, from now on, how long the words of the node called `key` take to follow what is typed. */
export async function watchTyping(page: Page, key: string): Promise<void> {
  await page.evaluate((key) => {
    const node = document.querySelector(`.react-flow__node[data-id="${key}"]`);
    const words = (): number => node?.querySelector('.element-substance')?.textContent.length ?? 0;
    const watch: Watch = { waiting: [], delays: [], longTasks: 0 };
    Object.assign(window, { watch });
    let length = words();
    window.addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key.length === 1) watch.waiting.push({ since: timeStamp, length: (length += 1) });
      },
      true,
    );
    const look = (): void => {
      const shown = words();
      const now = performance.now();
      while (watch.waiting[0] && watch.waiting[0].length <= shown) {
        watch.delays.push(now - watch.waiting.shift()!.since);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new PerformanceObserver((list) => {
      watch.longTasks += list.getEntries().length;
    }).observe({ type: 'longtask' });
  }, key);
}

/** From key to canvas, in milliseconds and counted in whole frames, of every key so far that the canvas shows. */
export async function delaysOf(page: Page): Promise<Omit<Watch, 'waiting'>> {
  return page.evaluate(() => (window as unknown as { readonly watch: Watch }).watch);
}
