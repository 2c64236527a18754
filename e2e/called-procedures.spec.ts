import { expect, test, type Page } from '@playwright/test';
import { importText, inspector, openText, step } from './support.ts';

const caller = `sop: 1
id: refunds
title: Refunds
start: verify
steps:
  verify: { kind: procedure, procedure: identity-check, next: done }
  done: { kind: end, outcome: done }
`;
const called = `sop: 1
id: identity-check
title: Identity check
start: known
steps:
  known: { kind: end, outcome: known }
`;

function open(page: Page) {
  return inspector(page).getByRole('button', { name: 'Open Identity check' });
}

test('a step leads into the procedure that it runs, and the breadcrumb back to the step', async ({
  page,
}) => {
  await openText(page, 'refunds.yaml', caller);
  await step(page, 'Procedure verify').click();
  await expect(inspector(page).getByText('No procedure here has the id')).toBeVisible();
  await inspector(page)
    .getByLabel('Import the called procedure')
    .setInputFiles({ name: 'identity.yaml', mimeType: 'application/yaml', buffer: Buffer.from(called) });
  await open(page).click();
  await expect(step(page, 'End known')).toBeVisible();
  const way = page.getByRole('navigation', { name: 'Opened from' });
  await expect(way.getByRole('link')).toHaveText(['Refunds']);
  await page.reload();
  await way.getByRole('link', { name: 'Refunds' }).click();
  await expect(open(page), 'the step that led on is selected').toBeVisible();
  await expect(way).toBeHidden();
  await page.goBack();
  await expect(step(page, 'End known')).toBeVisible();
  await expect(way).toBeVisible();
});

test('who reads the procedure goes on reading in the one that a step follows', async ({ page }) => {
  await openText(page, 'identity.yaml', called);
  await page.getByRole('link', { name: 'All procedures' }).click();
  await importText(page, 'refunds.yaml', caller);
  await page.getByRole('radio', { name: 'Read' }).click();
  await page.getByRole('button', { name: 'Identity check' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Identity check' }).last()).toBeVisible();
  await page.getByRole('link', { name: 'Refunds' }).click();
  await expect(page.getByRole('button', { name: 'Identity check', exact: true })).toBeVisible();
});

test('a procedure that is missing is begun under the id that is called', async ({ page }) => {
  await openText(page, 'refunds.yaml', caller);
  await step(page, 'Procedure verify').click();
  await inspector(page).getByRole('button', { name: 'Create it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Identity check/ })).toBeVisible();
  await expect(inspector(page).getByLabel('Id', { exact: true })).toHaveValue('identity-check');
  await page.getByRole('link', { name: 'Refunds' }).click();
  await expect(open(page)).toBeVisible();
});

test('mode, view and contact come back with the browser’s own back and forward', async ({ page }) => {
  await openText(page, 'identity.yaml', called);
  await step(page, 'End known').click();
  await page.getByRole('radio', { name: 'Read' }).click();
  await page.getByRole('radio', { name: 'Simulate' }).click();
  await expect(page).toHaveURL(/mode=simulate&view=read&select=step:known/);
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Design' })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Canvas' })).toBeChecked();
  await page.goForward();
  await expect(page.getByRole('radio', { name: 'Read' })).toBeChecked();
});
