import { expect, test } from '@playwright/test';
import { canvas, exportedText, goToLine, inspector, openExample, openText, step } from './support.ts';

const text = `sop: 1
id: proved
title: Proved on the spot
facts:
  order.total: { type: number }
start: greet
steps:
  greet: { kind: message, say: We look at your order., next: size }
  size:
    kind: decision
    branches:
      - { when: order.total > 100, label: Large, next: person }
      - { when: order.total > 12, label: Medium, next: done }
    otherwise: done
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: done, say: Goodbye. }
guardrails:
  calm: { title: Calm, tone: Plain words., limits: { exclamationMarks: 0 }, appliesTo: all }
`;

test('what is proved appears at once as count, badge, squiggle and row, and goes with its fix', async ({
  page,
}) => {
  await openText(page, 'proved.yaml', text);
  const problems = page.getByRole('button', { name: /^Problems: / });
  await expect(problems).toHaveAccessibleName('Problems: no problems');
  await problems.click();
  const panel = page.getByRole('tabpanel', { name: /Problems/ });
  await expect(panel.getByText('1 decision covers every case.')).toBeVisible();

  // The threshold of the first branch falls below that of the second, which nothing comes to any more.
  await page.getByRole('tab', { name: /Code/ }).click();
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes('> 100'));
  await goToLine(page, line + 1);
  await page.keyboard.press('End');
  for (let left = (lines[line] ?? '').length - (lines[line] ?? '').indexOf(', label'); left > 0; left -= 1) {
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('Backspace');

  await expect(problems).toHaveAccessibleName('Problems: 1 warning');
  await expect(page.locator('.monaco-editor .squiggly-warning').first()).toBeVisible();
  await page.getByRole('tab', { name: /Problems/ }).click();
  const row = panel.getByRole('button', { name: /No contact takes/ });
  await expect(row).toBeVisible();
  await row.click();
  await expect(step(page, 'Decision size')).toHaveAccessibleDescription(/1 warning/);
  await expect(inspector(page).getByRole('list', { name: 'Problems' })).toContainText('No contact takes');

  await panel.getByRole('button', { name: 'Delete branch 2' }).click();
  await expect(problems).toHaveAccessibleName('Problems: no problems');
  expect(await exportedText(page)).not.toContain('Medium');
});

test('F8 goes to what was proved, and lights the way there', async ({ page }) => {
  await openText(
    page,
    'proved.yaml',
    text.replace('say: Goodbye.', 'say: Goodbye!').replace('next: done }\n    o', 'next: greet }\n    o'),
  );
  await expect(page.getByRole('button', { name: /^Problems: / })).toHaveAccessibleName('Problems: 1 warning');
  await canvas(page).press('F8');
  await expect(inspector(page).getByRole('list', { name: 'Problems' })).toContainText('exclamation');
  await inspector(page).getByRole('button', { name: 'Take out the exclamation marks' }).click();
  await expect(page.getByRole('button', { name: /^Problems: / })).toHaveAccessibleName(
    'Problems: no problems',
  );
});

test('the example says what is proved of it', async ({ page }) => {
  await openExample(page);
  await page.getByRole('button', { name: /^Problems: / }).click();
  const proved = page.getByRole('region', { name: 'Proved' });
  await expect(proved).toContainText('Every path says “When refunds arrive”');
  await expect(proved).toContainText('Every path meets “Identify before anything is changed”');
});
