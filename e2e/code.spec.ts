import { expect, test, type Page } from '@playwright/test';
import { exportedText, inspector, openText } from './support.ts';

const text = `sop: 1
id: returns
title: Returns
scope: { intents: [return], channels: [chat] }
facts:
  order.id: { type: string, source: conversation }
  order.status: { type: string, enum: [pending, delivered], source: orders.get }
  refund: { type: number, unit: USD, source: orders.get }
parameters:
  autoLimit: { type: number, value: 50, unit: USD }
actions:
  orders.get: { input: { orderId: string } }
start: ask
steps:
  ask: { kind: question, ask: Which order is it?, collects: [order.id], next: look }
  look: { kind: action, call: orders.get, with: { orderId: order.id }, next: eligible, onError: deny }
  eligible:
      kind: decision
      branches:
        - { when: refund > parameters.autoLimit, label: Above, next: deny }   # the limit is ours
      otherwise: done
  deny: { kind: end, outcome: denied }
  done: {kind: end, outcome: returned}
`;

async function open(page: Page): Promise<void> {
  await openText(page, 'returns.yaml', text);
  await expect(page.getByRole('textbox', { name: 'Procedure text' })).toBeVisible();
  await expect(page.locator('.view-line').first()).toBeVisible();
}

/** Puts the cursor behind \`words\` on the first line that has them, by the palette's own entry for finding. */
async function cursorBehind(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Procedure text' }).focus();
  await page.keyboard.press('Control+Home');
  const line = text.split('\n').findIndex((each) => each.includes(words));
  for (let at = 0; at < line; at += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Home');
  const column = (text.split('\n')[line] ?? '').indexOf(words) + words.length;
  for (let at = 0; at < column; at += 1) await page.keyboard.press('ArrowRight');
}

test('a condition is completed with facts, and with the values that a fact can have', async ({ page }) => {
  await open(page);
  await cursorBehind(page, 'refund > parameters.autoLimit');
  await page.keyboard.type(' && order.sta');
  await page.getByRole('option', { name: /^order\.status/ }).click();
  await page.keyboard.type(' == ');
  await page.getByRole('option', { name: /^delivered/ }).click();
  expect(await exportedText(page)).toContain(
    'when: refund > parameters.autoLimit && order.status == "delivered", label',
  );
});

test('F2 renames, F12 goes to the definition, Shift+F12 shows the references', async ({ page }) => {
  await open(page);
  await cursorBehind(page, 'parameters.autoLimit');
  await page.keyboard.press('F12');
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: /rename/i });
  await expect(field).toHaveValue('autoLimit');
  await field.fill('refundLimit');
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-line', { hasText: 'refundLimit: {' })).toBeVisible();
  const renamed = await exportedText(page);
  expect(renamed).toBe(text.replaceAll('autoLimit', 'refundLimit'));

  await cursorBehind(page, 'next: deny');
  await page.keyboard.press('Shift+F12');
  await expect(page.getByRole('tree', { name: 'References' }).getByRole('treeitem').first()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('sentences stand beside conditions until they are switched off', async ({ page }) => {
  await open(page);
  await cursorBehind(page, 'refund > parameters.autoLimit');
  const sentence = page.locator('.view-line', { hasText: 'is more than' });
  await expect(sentence).toContainText('50 USD');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('hide sentences');
  await page.keyboard.press('Enter');
  await expect(sentence).toBeHidden();
  await page.reload();
  await expect(page.locator('.view-line', { hasText: 'autoLimit' }).first()).toBeVisible();
  await expect(sentence).toBeHidden();
});

test('the text folds by section and by entry, and hiding the dock unfolds nothing', async ({ page }) => {
  await open(page);
  const status = page.locator('.view-line', { hasText: 'kind: decision' });
  await cursorBehind(page, 'outcome: denied');
  await expect(status).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fold all steps');
  await page.keyboard.press('Enter');
  await expect(status).toBeHidden();
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('textbox', { name: 'Procedure text' })).toBeHidden();
  await page.keyboard.press('Control+j');
  await expect(page.locator('.view-line', { hasText: 'eligible:' })).toBeVisible();
  await expect(status).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('unfold everything');
  await page.keyboard.press('Enter');
  await expect(status).toBeVisible();
});

test('white space becomes even when it is asked for, as one step that can be undone', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('white space');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The white space is even now')).toBeVisible();
  const even = await exportedText(page);
  expect(even).toContain('  eligible:\n    kind: decision\n    branches:\n      - {');
  expect(even).toContain('next: deny }   # the limit is ours\n');
  expect(even).toContain('  done: { kind: end, outcome: returned }\n');
  await page.getByRole('button', { name: /^Undo: Even/ }).click();
  expect(await exportedText(page)).toBe(text);
  await expect(inspector(page)).toBeVisible();
});
