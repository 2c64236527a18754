import { expect, type Browser, type Page } from '@playwright/test';
import { canvas, openText } from '../support.ts';
import { openPage } from './browser.ts';

/** The studio as it first opens, on `text`, a big procedure of `size` steps. */
export async function openBig(browser: Browser, url: string, size: number, text: string): Promise<Page> {
  const page = await openPage(browser, url);
  await openText(page, `big-${size}.yaml`, text);
  await expect(page.getByRole('heading', { level: 1, name: `A procedure of ${size} steps` })).toBeVisible();
  await expect(canvas(page).locator('.react-flow__node').first()).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('progressbar', { name: 'Laying out' })).toHaveCount(0, { timeout: 120_000 });
  return page;
}
