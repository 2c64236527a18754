import { expect, test } from '@playwright/test';
import { canvas, exportedText, goToLine, inspector, openText, step } from './support.ts';

const text = `sop: 1
id: broken
title: Broken on purpose
facts:
  order.total: { type: number }
start: first
steps:
  first:
    kind: message
    say: Hello there.
    next: check
  check:
    kind: decision
    branches:
      - { when: order.total > 10, label: Large, next: large }
    otherwise: small
  large: { kind: end, outcome: large }
  small: { kind: end, outcome: small }
`;

test('a broken text keeps its picture, names the problem, and leaves the rest workable', async ({ page }) => {
  await openText(page, 'broken.yaml', text);
  await expect(step(page, 'Decision check')).toBeVisible();
  const nodes = canvas(page).getByRole('group');
  const before = await nodes.count();

  // Line 15 loses its closing brace.
  await goToLine(page, 15);
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');

  await expect(nodes).toHaveCount(before);
  await expect(step(page, 'Decision check')).toBeVisible();
  await expect(page.getByText(/not shared: line 1\d/i)).toBeVisible();
  await page.getByRole('tab', { name: /Problems/ }).click();
  await expect(
    page
      .getByRole('tabpanel', { name: /Problems/ })
      .getByText(/1[5-6]:\d+/)
      .first(),
  ).toBeVisible();

  // A gesture elsewhere still works.
  await step(page, 'Message first').click();
  await inspector(page).getByLabel('Title', { exact: true }).fill('Greeting');
  await page.keyboard.press('Enter');
  await expect(step(page, 'Message first')).toContainText('Greeting');
  expect(await exportedText(page)).toContain('title: Greeting');

  // One on the broken step is refused, and names the line.
  await step(page, 'Decision check').click();
  await expect(
    inspector(page)
      .getByText(/line 1\d/i)
      .first(),
  ).toBeVisible();

  // Mending the text brings everything back.
  await page.getByRole('tab', { name: /Code/ }).click();
  const lines = (await exportedText(page)).split('\n');
  await goToLine(page, lines.findIndex((line) => line.includes('next: large')) + 1);
  await page.keyboard.press('End');
  await page.keyboard.type('}');
  await expect(page.getByText(/not shared/i)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /no problems/i })).toBeVisible();
});
