import { expect, test } from '@playwright/test';
import { importText, openLibrary, step } from './support.ts';

test('the library creates, duplicates, deletes with undo, and takes files in', async ({ page }) => {
  await openLibrary(page);
  const list = page.getByRole('list', { name: 'Procedures' });
  await expect(list.getByRole('listitem')).toHaveCount(1);

  await page.getByRole('button', { name: 'More about Order support' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);

  await page
    .getByRole('button', { name: /^More about Order support/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: /Delete/ }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);

  await importText(
    page,
    'tiny.yaml',
    'sop: 1\nid: tiny\ntitle: Tiny\nstart: only\nsteps:\n  only: { kind: end, outcome: done }\n',
  );
  await expect(step(page, 'End only')).toBeVisible();
  await page.getByRole('link', { name: 'All procedures' }).click();
  await expect(list.getByRole('link', { name: 'Tiny' })).toBeVisible();
  await page.reload();
  await expect(list.getByRole('listitem')).toHaveCount(3);
});

test('a file that is no text is refused in plain words, and nothing is lost', async ({ page }) => {
  await openLibrary(page);
  await page.getByLabel('Import YAML files').setInputFiles({
    name: 'picture.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0xff, 0xfe]),
  });
  await expect(page.getByText(/picture\.yaml/).first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Procedures' }).getByRole('listitem')).toHaveCount(1);
});
