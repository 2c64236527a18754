import { expect, test, type Page } from '@playwright/test';
import { canvas, inspector, openExample, step } from './support.ts';

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  return palette;
}

async function run(page: Page, typed: string, name: RegExp): Promise<void> {
  const palette = await openPalette(page);
  await page.keyboard.type(typed);
  await expect(palette.getByRole('option').first()).toHaveAccessibleName(name);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

test('every command that has keys is in the cheat-sheet, and each is found in the palette', async ({
  page,
}) => {
  await openExample(page);
  await expect(page.getByRole('textbox', { name: 'Procedure text' })).toBeVisible();
  await canvas(page).focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard' });
  const titles = await sheet.locator('dt').allTextContents();
  for (const title of [
    'Find in everything',
    'Command palette',
    'Show or hide the dock',
    'Rename everywhere',
  ]) {
    expect(titles).toContain(title);
  }
  await sheet.getByRole('textbox', { name: 'Search the keys' }).fill('F12');
  await expect(sheet.locator('dt')).toHaveText(['Go to the definition', 'Find all references']);
  await page.keyboard.press('Escape');

  const palette = await openPalette(page);
  const options = await palette.getByRole('option').allTextContents();
  for (const title of titles)
    expect(
      options.some((option) => option.includes(title)),
      title,
    ).toBe(true);
});

test('commands run by name, with the focus back where it was; the last one comes first', async ({ page }) => {
  await openExample(page);
  await run(page, 'dark', /^Theme: dark/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await run(page, 'hide inspector', /^Show or hide the inspector/);
  await expect(inspector(page)).toBeHidden();
  await run(page, 'read', /reading view/);
  await expect(page).toHaveURL(/view=read/);

  const palette = await openPalette(page);
  await expect(palette.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText(
    'Canvas or reading view',
  );
  await palette.getByRole('option', { name: /^Undo/ }).click();
  await expect(page.getByText('Nothing to undo').last()).toBeVisible();
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goBack();
  await expect(canvas(page)).toBeVisible();
});

test('a step, a guardrail and a fact are gone to by name, from within the editor too', async ({ page }) => {
  await openExample(page);
  const editor = page.getByRole('textbox', { name: 'Procedure text' });
  await editor.focus();
  await run(page, 'known cust', /^Known customer/);
  await expect(page).toHaveURL(/select=step:known-customer/);
  await expect(step(page, 'Decision known-customer')).toBeInViewport();
  await run(page, 'refund-timing', /When refunds arrive/);
  await expect(page).toHaveURL(/select=guardrail:refund-timing/);
  await run(page, 'customer.authenticated', /^customer\.authenticated/);
  await expect(page.locator('.view-line', { hasText: 'customer.authenticated:' }).first()).toBeInViewport();
});

test('panels are resized by keys and reset by a double click, and a reload finds them', async ({ page }) => {
  await openExample(page);
  await page.keyboard.press('Control+b');
  const outline = page.locator('[data-studio-panel="outline"]');
  await expect(outline).toBeVisible();
  const width = async (): Promise<number> => (await outline.boundingBox())?.width ?? 0;
  const before = await width();
  const divider = page.getByRole('separator', { name: 'Resize the outline' });
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(width).toBeGreaterThan(before + 10);
  const wide = await width();
  await page.waitForTimeout(300);
  await page.reload();
  await expect(outline).toBeVisible();
  await expect.poll(width).toBeCloseTo(wide, -1);
  await divider.dblclick();
  await expect.poll(width).toBeCloseTo(before, -1);

  await page.getByRole('radio', { name: 'Simulate' }).click();
  await expect(outline, 'each mode has its own').toBeHidden();
  await page.getByRole('radio', { name: 'Design' }).click();
  await expect(outline).toBeVisible();
});

test('a panel that could not be fetched is fetched again when asked, without a reload', async ({ page }) => {
  await openExample(page);
  const isPanel = /assets\/problems-panel/;
  await page.route(isPanel, (route) => route.abort());
  await page.getByRole('tab', { name: 'Problems' }).click();
  const failure = page.getByRole('alert').filter({ hasText: 'stopped working' });
  await expect(failure).toBeVisible();
  await page.unroute(isPanel);
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(failure).toBeHidden();
  await expect(page.getByText('No problems')).toBeVisible();
});
