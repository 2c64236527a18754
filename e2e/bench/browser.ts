import { chromium, expect as impatient, type Browser, type Page } from '@playwright/test';

/** Waits longer than the journeys do: a machine that measures may be busy. */
export const expect = impatient.configure({ timeout: 60_000 });

const viewport = { width: 1440, height: 900 };

/** The browser of the journeys, with their flags. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A page of its own, with nothing kept from others; addresses are relative to `baseURL`. */
export async function openPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport });
  // The loader of these files names inner functions by a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
