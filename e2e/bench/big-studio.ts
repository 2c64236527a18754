import type { Browser, Page } from '@playwright/test';
import { canvas, importText } from '../support.ts';
import { expect, openPage } from './browser.ts';

/** The studio as it first opens, on `text`, a big procedure of `size` steps. */
export async function openBig(browser: Browser, url: string, size: number, text: string): Promise<Page> {
  const page = await openPage(browser, url);
  await page.goto('/');
  // The first visit opens the example; the next one finds the library.
  await page.waitForURL(/\/p\//);
  await page.goto('/');
  await importText(page, `big-${size}.yaml`, text);
  await expect(page.getByRole('heading', { level: 1, name: `A procedure of ${size} steps` })).toBeVisible();
  await expect(canvas(page).locator('.react-flow__node').first()).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Laying out' })).toHaveCount(0);
  return page;
}
