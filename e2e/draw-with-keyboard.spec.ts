import { expect, test, type Page } from '@playwright/test';
import { fillForms, keyboardHand, oneProcedure, toPanel } from './one-procedure.ts';
import { canvas, exportedData, exportedText, inspector, openEmpty, step } from './support.ts';

/** Answers one question of the canvas by typing; another may follow at once. */
async function pick(page: Page, words: string): Promise<void> {
  const question = page.getByRole('dialog');
  await expect(question.getByRole('combobox')).toBeFocused();
  const asked = await question.getByRole('heading').textContent();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(question.getByRole('heading', { name: asked ?? '', exact: true })).toHaveCount(0);
}

/** Behind all others, led to by nothing yet. */
async function add(page: Page, kind: string, name: string): Promise<void> {
  await toPanel(page, canvas(page));
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await pick(page, kind);
  await expect(step(page, name)).toBeFocused();
}

async function connect(page: Page, from: string, port: string | undefined, target: string): Promise<void> {
  await step(page, from).focus();
  await page.keyboard.press('c');
  if (port !== undefined) await pick(page, port);
  await pick(page, target);
}

test('a procedure is drawn from nothing with the keyboard alone', async ({ page }) => {
  test.setTimeout(150_000);
  await openEmpty(page);
  const hand = keyboardHand(page);
  await toPanel(page, inspector(page));
  await hand.fill('New fact', 'request.reason');
  await hand.press('Add fact');
  await hand.fill('New action', 'orders.refund');
  await hand.press('Add action');

  for (const [kind, name] of [
    ['question', 'Question question'],
    ['decision', 'Decision decision'],
    ['escalation', 'Escalation escalation'],
    ['message', 'Message message'],
    ['end', 'End end'],
    ['action', 'Action action'],
    ['message', 'Message message-2'],
    ['end', 'End end-2'],
    ['guardrail', 'Guardrail guardrail'],
  ] as const) {
    await add(page, kind, name);
  }
  for (const count of [1, 2]) {
    await step(page, 'Decision decision').focus();
    await page.keyboard.press('b');
    await expect
      .poll(
        async () =>
          ((await exportedData(page)).steps['decision']?.['branches'] as unknown[] | undefined)?.length,
      )
      .toBe(count);
  }
  await fillForms(page, hand, async (name) => {
    await step(page, name).focus();
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByLabel('Id', { exact: true })).toHaveValue(name.split(' ')[1] ?? '');
  });

  await connect(page, 'Question question', undefined, 'decision');
  await connect(page, 'Decision decision', 'On the phone', 'escalation');
  await connect(page, 'Decision decision', 'Just asking', 'message');
  await connect(page, 'Decision decision', 'otherwise', 'action');
  await connect(page, 'Message message', undefined, 'end');
  await connect(page, 'Action action', 'next', 'message-2');
  await connect(page, 'Action action', 'error', 'escalation');
  await connect(page, 'Message message-2', undefined, 'end-2');
  await connect(page, 'Guardrail guardrail', undefined, 'action');
  expect(await exportedText(page)).toBe(oneProcedure);

  // Undo and redo from the keyboard, as anywhere.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await exportedData(page)).guardrails?.['guardrail']?.['before'])
    .toBeUndefined();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => exportedText(page)).toBe(oneProcedure);
});
