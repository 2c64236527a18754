import { expect, test } from '@playwright/test';
import { fillForms, mouseHand, oneProcedure } from './one-procedure.ts';
import { canvas, dragTo, exportedText, inspector, openEmpty, port, step } from './support.ts';

test('a procedure is drawn from nothing with the mouse', async ({ page }) => {
  test.setTimeout(150_000);
  await page.setViewportSize({ width: 1800, height: 1100 });
  await openEmpty(page);
  const hand = mouseHand(page);
  await hand.fill('New fact', 'request.reason');
  await hand.press('Add fact');
  await hand.fill('New action', 'orders.refund');
  await hand.press('Add action');

  // Room to see all of it at a size that can be grabbed.
  await page.getByRole('button', { name: 'Hide the dock' }).click();
  await canvas(page).getByRole('button', { name: 'Question', exact: true }).first().click();
  await expect(step(page, 'Question question')).toBeVisible();
  const palette = page.getByRole('toolbar', { name: 'Add step' });
  /** Beside `from`, and led to from one of its ports. */
  const add = async (kind: string, name: string, from: string, out: string): Promise<void> => {
    await step(page, from).click();
    await palette.getByRole('button', { name: kind }).click();
    await expect(step(page, name)).toBeVisible();
    await page.getByRole('button', { name: 'Fit' }).click();
    await page.waitForTimeout(300);
    await dragTo(page, port(step(page, from), out), step(page, name));
  };
  await add('Decision', 'Decision decision', 'Question question', 'next');
  await step(page, 'Decision decision').click();
  const branches = inspector(page).getByRole('region', { name: 'Branches' });
  for (const count of [1, 2]) {
    await branches.getByRole('button', { name: 'Add branch' }).click();
    await expect(branches.getByRole('group', { name: /^Branch \d$/ })).toHaveCount(count);
  }
  await add('Escalation', 'Escalation escalation', 'Decision decision', 'branch:0');
  await add('Message', 'Message message', 'Decision decision', 'branch:1');
  await add('End', 'End end', 'Message message', 'next');
  await add('Action', 'Action action', 'Decision decision', 'otherwise');
  await add('Message', 'Message message-2', 'Action action', 'next');
  await add('End', 'End end-2', 'Message message-2', 'next');
  await dragTo(page, port(step(page, 'Action action'), 'onError'), step(page, 'Escalation escalation'));
  await page.keyboard.press('Escape');
  await palette.getByRole('button', { name: 'Guardrail' }).click();

  await fillForms(page, hand, async (name) => {
    await step(page, name).click();
    await expect(inspector(page).getByLabel('Id', { exact: true })).toHaveValue(name.split(' ')[1] ?? '');
  });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.waitForTimeout(300);
  await dragTo(page, port(step(page, 'Guardrail guardrail'), 'tie'), step(page, 'Action action'));
  expect(await exportedText(page)).toBe(oneProcedure);
});
