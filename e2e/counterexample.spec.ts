import { expect, test } from '@playwright/test';
import { openExample, step } from './support.ts';

test('a guardrail that is no longer kept: a problem, a contact that shows it, a sample contact, and undone', async ({
  page,
}) => {
  await openExample(page);

  // The disclosure is no longer said before a cancellation.
  await page.getByRole('tab', { name: 'Code' }).click();
  await step(page, 'Question cancel-confirm').focus();
  await page.keyboard.press('Enter');
  await page.locator('.view-line').filter({ hasText: 'includes:' }).first().click();
  await page.keyboard.press('Control+Shift+KeyK');

  const guarded = step(page, 'Action cancel-do');
  await expect(guarded.locator('.element-problem[data-severity="error"]')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: /Problems/ }).click();
  const problem = page.getByRole('listitem').filter({ hasText: 'without hearing “When refunds arrive”' });
  await expect(problem).toBeVisible();
  await problem.getByRole('button', { name: 'Show the contact' }).click();

  const simulator = page.getByRole('region', { name: 'Simulator' });
  await expect(simulator.getByText('Blocked by a guardrail').first()).toBeVisible();
  const notice = simulator.getByRole('region', { name: 'Made to show a problem' });
  await expect(notice).toContainText('without hearing');
  const why = simulator.getByRole('tab', { name: 'Why' });
  if (await why.isVisible()) await why.click();
  await expect(simulator.getByRole('region', { name: 'Why' })).toContainText('was not said beforehand');

  // The way there is lit, and what lies beside it is not.
  await expect(guarded.locator('[data-light="on"]')).toBeVisible();
  await expect(page.locator('[data-id="step:cancel-confirm"] [data-light="through"]')).toHaveCount(1);
  await expect(page.locator('[data-id="step:return-confirm"] [data-light="off"]')).toHaveCount(1);

  await notice.getByRole('button', { name: 'Keep as sample contact' }).click();
  await expect(notice).toHaveCount(0);
  const contacts = simulator.getByRole('tab', { name: 'Contacts' });
  if (await contacts.isVisible()) await contacts.click();
  await expect(simulator.getByRole('option', { name: /refund-timing-unsaid/ })).toBeVisible();

  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(guarded.locator('.element-problem')).toHaveCount(0, { timeout: 30_000 });
  await page.getByRole('radio', { name: 'Design' }).click();
  await page.getByRole('tab', { name: /Problems/ }).click();
  await expect(problem).toHaveCount(0);
});

test('playing stops at a breakpoint, and goes on from it', async ({ page }) => {
  await openExample(page);
  const asked = step(page, 'Question what-is-it');
  await asked.click();
  await page.keyboard.press('F9');
  await expect(asked.getByRole('img', { name: 'Breakpoint' })).toBeVisible();

  await page.getByRole('radio', { name: 'Simulate' }).click();
  const simulator = page.getByRole('region', { name: 'Simulator' });
  await simulator.getByRole('option', { name: /cancel-processed/ }).click();
  await simulator.getByRole('button', { name: 'Play' }).click();
  await expect(simulator.getByText(/Stopped at the breakpoint/)).toBeVisible({ timeout: 30_000 });
  await expect(simulator.getByRole('button', { name: 'Play' })).toBeVisible();
  await simulator.getByRole('button', { name: 'Play' }).click();
  await expect(simulator.getByText(/Ended: denied-cancel-not-pending/)).toBeVisible({ timeout: 60_000 });

  // It is remembered with the procedure, and taken away from the node's menu.
  await page.reload();
  await page.getByRole('radio', { name: 'Design' }).click();
  await expect(asked.getByRole('img', { name: 'Breakpoint' })).toBeVisible();
  await asked.click({ button: 'right' });
  await page.getByRole('menuitemcheckbox', { name: /Breakpoint/ }).click();
  await expect(asked.getByRole('img', { name: 'Breakpoint' })).toHaveCount(0);
});
