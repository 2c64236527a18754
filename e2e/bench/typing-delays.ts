import type { Page } from '@playwright/test';

interface Watch {
  /** When each key went down that the canvas does not show yet, and the text that it shows then. */
  readonly waiting: { readonly since: number; readonly length: number }[];
  readonly delays: number[];
  longTasks: number;
}

/** Watches, from now on, how long the words of what `selector` finds take to follow what is typed. */
export async function watchTyping(page: Page, selector: string): Promise<void> {
  await page.evaluate((selector) => {
    const words = (): number => document.querySelector(selector)?.textContent.length ?? 0;
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
  }, selector);
}

/** From key to canvas, in milliseconds and counted in whole frames, of every key so far that the canvas shows. */
export async function delaysOf(page: Page): Promise<Omit<Watch, 'waiting'>> {
  return page.evaluate(() => (window as unknown as { readonly watch: Watch }).watch);
}

/** Presses a key and waits until what `selector` finds appears, or goes; milliseconds from key to the frame that has it. */
export async function delayOf(page: Page, key: string, selector: string, appears: boolean): Promise<number> {
  const delay = page.evaluate(
    ({ selector, appears }) =>
      new Promise<number>((resolve, reject) => {
        let since: number | undefined;
        window.addEventListener('keydown', ({ timeStamp }) => (since = timeStamp), {
          capture: true,
          once: true,
        });
        const began = performance.now();
        const look = (): void => {
          const now = performance.now();
          const isThere = document.querySelector(selector) !== null;
          if (since !== undefined && isThere === appears) resolve(now - since);
          else if (now - began > 30_000) reject(new Error(`${selector} stayed ${isThere ? '' : 'un'}seen`));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    { selector, appears },
  );
  await page.waitForTimeout(100);
  await page.keyboard.press(key);
  return delay;
}
