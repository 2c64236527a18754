import { expect, test, type Page } from '@playwright/test';
import { toPanel } from './one-procedure.ts';
import { canvas, exportedText, inspector, openText, step } from './support.ts';

const text = `sop: 1
id: sizes
facts:
  status: { type: string, enum: [pending, delivered, cancelled], source: orders }
  refund: { type: number, unit: USD, source: orders }
start: check
steps:
  check:
    kind: decision
    columns: [status]
    branches:
      - { when: [delivered], label: There, next: done } # the first row
    otherwise: denied
  done: { kind: end, outcome: done }
  denied: { kind: end, outcome: denied }
`;

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    if (await page.locator(`${selector}:focus`).count()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}

test('a decision table is edited by keyboard alone, and undone', async ({ page }) => {
  await openText(page, 'sizes.yaml', text);
  await step(page, 'Decision check').click();
  const grid = inspector(page).getByRole('grid', { name: /Decision table/ });
  await expect(grid).toBeVisible();
  const before = await exportedText(page);
  expect(before).toBe(text);

  await toPanel(page, inspector(page));
  await tabTo(page, '[data-cell]');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // Type to replace, with completion: the first of the values that the column has.
  await page.keyboard.type('canc');
  await expect(page.getByRole('option', { name: /cancelled/ })).toBeVisible();
  await press('ArrowDown', 'Enter');
  await expect(grid.getByRole('gridcell', { name: 'cancelled' })).toBeVisible();
  // A row below, then its cells one after the other.
  await press('Control+Enter');
  await expect(grid.getByRole('row')).toHaveCount(3);
  await press('Enter');
  await page.keyboard.type('[pending, delivered]');
  await press('Tab');
  await page.keyboard.type('Not yet over');
  await press('Tab');
  await page.keyboard.type('done');
  await press('Enter');
  // A column on the right of the first, from the header.
  await press('Control+Home', 'Control+Enter');
  await page.keyboard.type('refund');
  await press('Enter');
  await expect(grid.getByRole('columnheader', { name: 'refund' })).toBeVisible();
  await press('ArrowDown');
  await page.keyboard.type('> 50 && <= 100');
  await press('Enter');
  // Copied one row down, and the rows exchanged.
  await press('ArrowUp', 'Control+c', 'ArrowDown', 'Control+v');
  await press('Alt+ArrowUp');
  await press('F2', 'Escape');
  await press('Escape');
  await expect
    .poll(() => canvas(page).evaluate((element) => element.contains(document.activeElement)))
    .toBe(true);

  const after = await exportedText(page);
  expect(after).toBe(
    text.replace('columns: [status]', 'columns: [status, refund]').replace(
      '      - { when: [delivered], label: There, next: done } # the first row\n',
      `      - { when: [[pending, delivered], "> 50 && <= 100"], label: Not yet over, next: done }
      - { when: [cancelled, "> 50 && <= 100"], label: There, next: done } # the first row
`,
    ),
  );

  const undo = page.getByRole('button', { name: /^Undo/ });
  for (let gesture = 0; gesture < 9; gesture += 1) await undo.click();
  expect(await exportedText(page)).toBe(text);
});

test('branches become a table and branches again, and a table opens large', async ({ page }) => {
  await openText(
    page,
    'sizes.yaml',
    text
      .replace('    columns: [status]\n', '')
      .replace('[delivered]', 'status == "delivered" && refund > 50'),
  );
  await step(page, 'Decision check').click();
  await inspector(page).getByRole('button', { name: 'Make it a table' }).click();
  const grid = inspector(page).getByRole('grid');
  await expect(grid.getByRole('columnheader', { name: 'refund' })).toBeVisible();
  await inspector(page).getByRole('button', { name: 'Open the table large' }).click();
  const large = page.getByRole('dialog').getByRole('grid');
  await large.getByRole('gridcell', { name: '> 50' }).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('> 70');
  await page.keyboard.press('Enter');
  await expect(large.getByRole('gridcell', { name: '> 70' })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await inspector(page).getByRole('button', { name: 'Make branches of it' }).click();
  await expect(inspector(page).getByLabel('When', { exact: true })).toHaveValue(
    'status == "delivered" && refund > 70',
  );
});
