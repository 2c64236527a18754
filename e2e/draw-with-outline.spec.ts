import { expect, test, type Locator, type Page } from '@playwright/test';
import { fillForms, keyboardHand, oneProcedure, toPanel } from './one-procedure.ts';
import { exportedText, inspector, openEmpty } from './support.ts';

function tree(page: Page): Locator {
  return page.getByRole('tree', { name: 'Procedure' });
}

/** The item at hand, by what a screen reader says of it. */
function atHand(page: Page): Locator {
  return tree(page).getByRole('treeitem', { selected: true });
}

/** The last thing that the outline told. */
function told(page: Page): Locator {
  return page.getByRole('region', { name: 'Outline' }).getByRole('status');
}

/** To the item that begins so, by typing ahead. */
async function goTo(page: Page, title: string, name: RegExp): Promise<void> {
  await toPanel(page, tree(page));
  await page.keyboard.press('Home');
  // Two may begin alike: the letters go to the first, the arrow on.
  await page.keyboard.type(title);
  for (let press = 0; press < 40; press += 1) {
    if (name.test((await atHand(page).locator('[data-spoken]').textContent()) ?? '')) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`never came to ${title}`);
}

async function pick(page: Page, words: string): Promise<void> {
  const question = page.getByRole('dialog');
  await expect(question.getByRole('combobox')).toBeFocused();
  const asked = await question.getByRole('heading').textContent();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(question.getByRole('heading', { name: asked ?? '', exact: true })).toHaveCount(0);
}

const names: Readonly<Record<string, RegExp>> = {
  'Question question': /\d Question, question/,
  'Decision decision': /\d Decision, decision/,
  'Escalation escalation': /\d Escalation, escalation/,
  'Message message': /\d Message, message/,
  'End end': /\d End, end/,
  'Action action': /\d Action, action/,
  'Message message-2': /\d Message 2, message/,
  'End end-2': /\d End 2, end/,
  'Guardrail guardrail': /^Guardrail, guardrail/,
};

async function goToElement(page: Page, name: string): Promise<void> {
  const title = name.split(' ')[0] ?? '';
  await goTo(page, title, names[name] ?? new RegExp(name));
}

test('a procedure is built from nothing in the outline alone', async ({ page }) => {
  test.setTimeout(180_000);
  await openEmpty(page);
  await page.keyboard.press('Control+b');
  await expect(tree(page)).toBeVisible();

  // Facts and actions, named as they are made.
  for (const [section, name] of [
    ['Facts', 'request.reason'],
    ['Actions', 'orders.refund'],
  ] as const) {
    await goTo(page, section, new RegExp(`^${section}`));
    await page.keyboard.press('Alt+n');
    await expect(page.getByLabel(/^New name of/)).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(told(page)).toHaveText(new RegExp(`is called ${name} now`));
    await expect(atHand(page)).toHaveAccessibleName(new RegExp(`^${name}`));
  }

  // Each step after the one before, where it follows it; else by itself.
  await goTo(page, 'Steps', /^Steps/);
  await page.keyboard.press('Alt+n');
  await pick(page, 'question');
  await expect(told(page)).toHaveText('Question Question added.');
  await page.keyboard.press('Alt+n');
  await pick(page, 'decision');
  await expect(told(page)).toHaveText('Decision Decision added after Question.');
  await expect(tree(page)).toBeFocused();
  await page.keyboard.press('Alt+b');
  await expect(told(page)).toHaveText(/Branch 1 added to Decision/);
  await page.keyboard.press('Alt+n');
  await pick(page, 'escalation');
  await expect(told(page)).toHaveText('Escalation Escalation added after Decision.');
  await goToElement(page, 'Decision decision');
  await page.keyboard.press('Alt+b');
  for (const [kind, from] of [
    ['message', 'Steps'],
    ['end', undefined],
    ['action', 'Steps'],
    ['message', undefined],
    ['end', undefined],
  ] as const) {
    if (from !== undefined) await goTo(page, from, new RegExp(`^${from}`));
    await page.keyboard.press('Alt+n');
    await pick(page, kind);
    await expect(told(page)).toHaveText(new RegExp(`^${kind} .* added`, 'i'));
    await expect(tree(page)).toBeFocused();
  }
  await goTo(page, 'Guardrails', /^Guardrails/);
  await page.keyboard.press('Alt+n');
  await pick(page, 'guardrail');
  await expect(told(page)).toHaveText('Guardrail added. It governs nothing yet.');

  await fillForms(page, keyboardHand(page), async (name) => {
    await goToElement(page, name);
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByLabel('Id', { exact: true })).toHaveValue(name.split(' ')[1] ?? '');
  });

  await goToElement(page, 'Decision decision');
  await page.keyboard.press('Alt+c');
  await pick(page, 'Just asking');
  await pick(page, 'message');
  await expect(told(page)).toHaveText('Branch Just asking of Decision leads to Message now.');
  await page.keyboard.press('Alt+c');
  await pick(page, 'otherwise');
  await pick(page, 'action');
  await goToElement(page, 'Action action');
  await page.keyboard.press('Alt+c');
  await pick(page, 'fails');
  await pick(page, 'escalation');
  await goToElement(page, 'Guardrail guardrail');
  await page.keyboard.press('Alt+t');
  await pick(page, 'action');
  await expect(told(page)).toHaveText('Guardrail governs Action now.');
  expect(await exportedText(page)).toBe(oneProcedure);

  // Deleting, and thinking better of it: the focus stays in the tree, on what is next, then on what came back.
  await goToElement(page, 'Message message-2');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Delete and reconnect' }).press('Enter');
  await expect(told(page)).toHaveText('Message 2 deleted. What led to it leads on.');
  await expect(tree(page)).toBeFocused();
  await expect(atHand(page)).toHaveAccessibleName(/End 2, end/);
  await page.keyboard.press('Control+z');
  await expect(told(page)).toHaveText('Undone: Delete message-2.');
  await expect(atHand(page)).toHaveAccessibleName(/Message 2, message/);
  expect(await exportedText(page)).toBe(oneProcedure);

  // A branch is moved up, and a refusal is told, too.
  await goToElement(page, 'Decision decision');
  await page.keyboard.press('ArrowRight');
  await expect(atHand(page)).toHaveAccessibleName(/^On the phone, if contact.channel is voice, leads to/);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(told(page)).toHaveText('On the phone is the first branch already.');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(told(page)).toHaveText('Branch 1 of Decision is tried as number 2 now.');
  await expect(atHand(page)).toHaveAccessibleName(/^On the phone/);
});
