import { expect, test, type Page } from '@playwright/test';
import { exportedText, inspector, openText, step } from './support.ts';

const text = `sop: 1
id: sizes
facts:
  status: { type: string, enum: [pending, delivered, cancelled], source: orders }
  refund: { type: number, unit: USD, source: orders }
  vip: { type: boolean, source: orders }
  items: { type: list, items: { name: string, price: number }, source: orders }
  age: { type: duration, source: orders }
parameters:
  limit: { type: number, value: 50, unit: USD }
start: check
steps:
  check:
    kind: decision
    branches:
      - { when: "refund  >  parameters.limit", label: Large, next: done } # stays
    otherwise: denied
  done: { kind: end, outcome: done }
  denied: { kind: end, outcome: denied }
`;

async function pick(page: Page, control: string, option: string): Promise<void> {
  const box = inspector(page).getByRole('combobox', { name: control, exact: true });
  await box.focus();
  await page.keyboard.press('Enter');
  const search = page.getByPlaceholder('Find…');
  if (await search.isVisible().catch(() => false)) await search.fill(option);
  await page
    .getByRole('option', { name: new RegExp(`^${option}`) })
    .first()
    .press('Enter');
  await expect(box).toBeVisible();
}

test('a condition is built of rows, becomes CEL, and is undone row by row', async ({ page }) => {
  await openText(page, 'sizes.yaml', text);
  await step(page, 'Decision check').click();
  const form = inspector(page);
  await form.getByRole('button', { name: 'When: conditions as rows' }).click();
  await expect(form.getByRole('combobox', { name: 'Row 1, what' })).toContainText('refund');
  await expect(form.getByRole('combobox', { name: 'Row 1, comparison' })).toContainText('is more than');

  // A second row: its comparison, then its values.
  await form.getByRole('button', { name: 'Row', exact: true }).click();
  await expect(form.getByRole('combobox', { name: 'Row 2, what' })).toBeFocused();
  await pick(page, 'Row 2, comparison', 'is one of');
  await form
    .getByRole('group', { name: 'Row 2, value' })
    .getByRole('button', { name: 'delivered' })
    .press('Enter');
  // A third: has one item with a price above 20.
  await form.getByRole('button', { name: 'Row', exact: true }).press('Enter');
  await pick(page, 'Row 3, what', 'items');
  await pick(page, 'Row 3, comparison', 'has one with');
  await pick(page, 'Row 3.1, what', 'item.price');
  const price = form.getByRole('textbox', { name: 'Row 3.1, value' });
  await price.fill('20');
  await price.press('Enter');
  await expect(form.getByRole('status').filter({ hasText: 'refund is more than' })).toContainText('20');

  await form.getByRole('button', { name: 'When: conditions as text' }).click();
  await expect(form.getByLabel('When', { exact: true })).toHaveValue(
    'refund  >  parameters.limit && status in ["pending", "delivered"] && items.exists(item, item.price > 20)',
  );
  const built = await exportedText(page);
  expect(built).toContain(' # stays');

  const undo = page.getByRole('button', { name: /^Undo/ });
  for (let press = 0; press < 20 && (await undo.isEnabled()); press += 1) {
    await undo.click();
    if ((await form.getByLabel('When', { exact: true }).inputValue()) === 'refund  >  parameters.limit')
      break;
  }
  expect(await exportedText(page)).toBe(text);
  // How conditions are shown is remembered.
  await form.getByRole('button', { name: 'When: conditions as rows' }).click();
  await page.reload();
  await step(page, 'Decision check').click();
  await expect(form.getByRole('combobox', { name: 'Row 1, what' })).toBeVisible();
});

test('what rows cannot show stays text, and the rest can still be changed', async ({ page }) => {
  await openText(
    page,
    'sizes.yaml',
    text.replace(
      'refund  >  parameters.limit',
      'vip && (refund > 5 ? vip : false) && age < duration(\\"36h\\")',
    ),
  );
  await step(page, 'Decision check').click();
  const form = inspector(page);
  await form.getByRole('button', { name: 'When: conditions as rows' }).click();
  await expect(form.getByLabel('Row 2, as text')).toHaveValue('(refund > 5 ? vip : false)');
  await pick(page, 'Row 1, comparison', 'is no');
  await pick(page, 'Row 3, value, unit', 'days');
  await form.getByRole('button', { name: 'When: conditions as text' }).click();
  await expect(form.getByLabel('When', { exact: true })).toHaveValue(
    '!vip && (refund > 5 ? vip : false) && age < duration("36d")',
  );
});
