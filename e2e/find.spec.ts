import { expect, test, type Page } from '@playwright/test';
import { canvas, openExample } from './support.ts';

async function find(page: Page, typed: string) {
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find' });
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.type(typed);
  return bar;
}

/** How many stretches of text the browser highlights. */
function litWords(page: Page): Promise<number> {
  return page.evaluate(() => CSS.highlights.get('found-words')?.size ?? 0);
}

test('one search finds wording, conditions, declarations and contacts, and lights them everywhere', async ({
  page,
}) => {
  await openExample(page);
  await expect(page.getByRole('textbox', { name: 'Procedure text' })).toBeVisible();
  await canvas(page).focus();
  const bar = await find(page, 'gift');
  await expect(bar.getByRole('heading').first()).toBeVisible();
  await expect(bar.getByText(/^Found in \d+ places$/)).toBeAttached();
  await expect.poll(() => litWords(page)).toBeGreaterThan(0);

  await page.keyboard.press('Enter');
  await expect(bar.getByText(/^1 of \d+$/)).toBeVisible();
  await expect(page.locator('.sop-found-word').first()).toBeVisible();
  const first = page.url();
  await page.keyboard.press('F3');
  await expect(bar.getByText(/^2 of \d+$/)).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByText(/^1 of \d+$/)).toBeVisible();
  expect(page.url()).toBe(first);

  await page.getByRole('radio', { name: 'Read' }).click();
  await expect.poll(() => litWords(page)).toBeGreaterThan(5);
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  expect(await litWords(page)).toBe(0);
});

test('a condition is found by what it says, and a contact by what it is called', async ({ page }) => {
  await openExample(page);
  const bar = await find(page, 'customer.authenticated is yes');
  await expect(bar.getByText('condition, in words').first()).toBeVisible();
  await bar.getByRole('textbox').fill('cancel-pending');
  await bar.getByRole('heading', { name: 'Contact cancel-pending' }).scrollIntoViewIfNeeded();
  await bar
    .getByRole('listitem')
    .filter({ hasText: 'Contact cancel-pending' })
    .getByRole('button')
    .first()
    .click();
  await expect(page).toHaveURL(/mode=simulate&contact=cancel-pending/);
});

test('case counts when it is asked for, and what is not there is said', async ({ page }) => {
  await openExample(page);
  const bar = await find(page, 'AUTHENTICATE');
  await expect(bar.getByRole('heading', { name: 'Question Authenticate' })).toBeVisible();
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(bar.getByText('Nothing', { exact: true })).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Next match' })).toBeDisabled();
});
