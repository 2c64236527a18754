import { expect, test } from '@playwright/test';
import { canvas, exportedData, importText, openText, step } from './support.ts';

const returns = `sop: 1
id: returns
title: Returns
start: ask
facts:
  order.total: { type: number, source: conversation }
parameters:
  limit: { type: number, value: 50 }
steps:
  # who is it?
  ask: { kind: question, ask: How much?, collects: [order.total], next: check }
  check:
    kind: decision
    branches:
      - { when: order.total > parameters.limit, label: Large, next: person }
    otherwise: done
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: returned }
`;

const other = `sop: 1
id: other
title: Other
start: check
steps:
  check: { kind: message, say: Hello, next: bye }
  bye: { kind: end, outcome: bye }
`;

test('steps are copied into another procedure: ids free, links inside following, what they use along', async ({
  page,
}) => {
  await openText(page, 'returns.yaml', returns);
  await step(page, 'Question ask').click();
  await step(page, 'Decision check').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');

  await page.getByRole('link', { name: 'All procedures' }).click();
  await importText(page, 'other.yaml', other);
  await expect(step(page, 'Message check')).toBeVisible();
  await canvas(page).focus();
  await page.keyboard.press('Control+v');
  await expect(step(page, 'Decision check-2')).toBeVisible();
  await expect(step(page, 'Question ask')).toBeVisible();

  const data = await exportedData(page);
  expect(data.steps['ask']).toMatchObject({ collects: ['order.total'], next: 'check-2' });
  expect(data.steps['check-2']).toEqual({
    kind: 'decision',
    branches: [{ when: 'order.total > parameters.limit', label: 'Large' }],
  });
  expect(data).toMatchObject({ facts: { 'order.total': {} }, parameters: { limit: { value: 50 } } });

  await page.keyboard.press('Control+z');
  await expect(step(page, 'Decision check-2')).toHaveCount(0);
});

test('what is cut goes, and comes back where it is pasted; a text without steps is refused', async ({
  page,
}) => {
  await openText(page, 'other.yaml', other);
  await step(page, 'End bye').click();
  await page.keyboard.press('Control+x');
  await expect(step(page, 'End bye')).toHaveCount(0);
  await canvas(page).focus();
  await page.keyboard.press('Control+v');
  await expect(step(page, 'End bye')).toBeVisible();

  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Dear customer');
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(page.getByText('There are no steps to paste').first()).toBeVisible();
});
