import { expect, test } from '@playwright/test';
import { canvas, dragTo, exportedData, inspector, openEmpty, port, step } from './support.ts';

test('a decision with two branches and an escalation is drawn from nothing with the mouse', async ({
  page,
}) => {
  await openEmpty(page);
  await inspector(page).getByLabel('New fact').fill('order.total');
  await inspector(page).getByRole('button', { name: 'Add fact' }).click();
  await expect(
    inspector(page)
      .getByRole('button', { name: /order\.total/ })
      .first(),
  ).toBeVisible();

  await canvas(page).getByRole('button', { name: 'Decision', exact: true }).first().click();
  await expect(step(page, 'Decision decision')).toBeVisible();
  const palette = page.getByRole('toolbar', { name: 'Add step' });
  for (const [kind, name] of [
    ['Escalation', 'Escalation escalation'],
    ['End', 'End end'],
    ['Message', 'Message message'],
  ] as const) {
    await page.keyboard.press('Escape');
    await palette.getByRole('button', { name: kind }).click();
    await expect(step(page, name)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Fit' }).click();

  const decision = step(page, 'Decision decision');
  await decision.click();
  const branches = inspector(page).getByRole('region', { name: 'Branches' });
  while ((await branches.getByRole('group').count()) < 2) {
    const before = await branches.getByRole('group').count();
    await branches.getByRole('button', { name: 'Add branch' }).click();
    await expect(branches.getByRole('group')).toHaveCount(before + 1);
  }
  await branches.getByRole('group', { name: 'Branch 1' }).getByLabel('When').fill('order.total > 100');
  await branches.getByRole('group', { name: 'Branch 1' }).getByLabel('Label').fill('Large');
  await branches.getByRole('group', { name: 'Branch 2' }).getByLabel('When').fill('order.total > 50');
  await branches.getByRole('group', { name: 'Branch 2' }).getByLabel('Label').fill('Medium');
  await inspector(page).getByLabel('Title', { exact: true }).click();

  await dragTo(page, port(decision, 'branch:0'), step(page, 'Escalation escalation'));
  await dragTo(page, port(decision, 'branch:1'), step(page, 'Message message'));
  await dragTo(page, port(decision, 'otherwise'), step(page, 'End end'));
  await dragTo(page, port(step(page, 'Message message'), 'next'), step(page, 'End end'));

  const data = await exportedData(page);
  expect(data.start).toBe('decision');
  expect(data.steps['decision']).toMatchObject({
    kind: 'decision',
    branches: [
      { when: 'order.total > 100', label: 'Large', next: 'escalation' },
      { when: 'order.total > 50', label: 'Medium', next: 'message' },
    ],
    otherwise: 'end',
  });
  expect(data.steps['message']).toMatchObject({ kind: 'message', next: 'end' });
  expect(data.steps['escalation']).toMatchObject({ kind: 'escalation' });
});
