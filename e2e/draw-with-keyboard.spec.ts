import { expect, test, type Page } from '@playwright/test';
import { canvas, exportedData, inspector, openEmpty, step } from './support.ts';

async function toCanvas(page: Page): Promise<void> {
  for (let press = 0; press < 8; press += 1) {
    if (await canvas(page).evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('F6');
  }
  throw new Error('F6 never came to the canvas');
}

/** Answers one question of the canvas by typing; another may follow at once. */
async function pick(page: Page, words: string): Promise<void> {
  const question = page.getByRole('dialog');
  await expect(question.getByRole('combobox')).toBeFocused();
  const asked = await question.getByRole('heading').textContent();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(question.getByRole('heading', { name: asked ?? '', exact: true })).toHaveCount(0);
}

async function add(page: Page, kind: string, name: string): Promise<void> {
  await toCanvas(page);
  await page.keyboard.press('a');
  await pick(page, kind);
  await expect(step(page, name)).toBeFocused();
}

/** Tabs on until the field of that name has the focus. */
async function tabTo(page: Page, name: string, group?: string): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const scope = group === undefined ? inspector(page) : inspector(page).getByRole('group', { name: group });
    const target = scope.getByLabel(name, { exact: true });
    for (const field of await target.all()) {
      if (await field.evaluate((element) => element === document.activeElement)) return;
    }
  }
  throw new Error(`Tab never came to ${group ?? ''} ${name}`);
}

async function connect(page: Page, from: string, port: string | undefined, target: string): Promise<void> {
  await step(page, from).focus();
  await page.keyboard.press('c');
  if (port !== undefined) await pick(page, port);
  await pick(page, target);
}

test('a decision with two branches and an escalation is drawn from nothing with the keyboard alone', async ({
  page,
}) => {
  await openEmpty(page);
  await add(page, 'decision', 'Decision decision');
  await add(page, 'escalation', 'Escalation escalation');
  await add(page, 'end', 'End end');

  // From node to node with the arrows, then the form.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await step(page, 'Decision decision').focus();
  await page.keyboard.press('b');
  while (
    (((await exportedData(page)).steps['decision']?.['branches'] as unknown[] | undefined) ?? []).length < 2
  ) {
    await step(page, 'Decision decision').focus();
    await page.keyboard.press('b');
  }
  await step(page, 'Decision decision').focus();
  await page.keyboard.press('Enter');
  await tabTo(page, 'When', 'Branch 1');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('contact.channel == "voice"');
  await tabTo(page, 'Label', 'Branch 1');
  await page.keyboard.type('On the phone');
  await tabTo(page, 'When', 'Branch 2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('turns > 3');
  await tabTo(page, 'Label', 'Branch 2');
  await page.keyboard.type('Takes long');
  await page.keyboard.press('Tab');

  await connect(page, 'Decision decision', 'On the phone', 'escalation');
  await connect(page, 'Decision decision', 'Takes long', 'escalation');
  const before = (await exportedData(page)).steps['decision']?.['otherwise'];
  await connect(page, 'Decision decision', 'otherwise', 'end');

  const data = await exportedData(page);
  expect(data.start).toBe('decision');
  expect(data.steps['decision']).toMatchObject({
    kind: 'decision',
    branches: [
      { when: 'contact.channel == "voice"', label: 'On the phone', next: 'escalation' },
      { when: 'turns > 3', label: 'Takes long', next: 'escalation' },
    ],
    otherwise: 'end',
  });

  // Undo and redo from the keyboard, as anywhere.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await exportedData(page)).steps['decision']?.['otherwise']).toBe(before);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await exportedData(page)).steps['decision']?.['otherwise']).toBe('end');
});
