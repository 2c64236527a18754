import { expect, test } from '@playwright/test';
import { canvas, exportedText, goToLine, inspector, openText, step } from './support.ts';

const text = `# A small one
sop: 1
id: undo
title: Undoing
start: first
steps:
  first:
    kind: message
    say: Hello.
    next: last
  last: { kind: end, outcome: done }
`;

test('undo goes back across canvas, form and text, one gesture at a time', async ({ page }) => {
  await openText(page, 'undo.yaml', text);
  const states = [await exportedText(page)];

  await canvas(page)
    .getByRole('toolbar', { name: 'Add step' })
    .getByRole('button', { name: 'Question' })
    .click();
  await expect(step(page, 'Question question')).toBeVisible();
  states.push(await exportedText(page));

  await step(page, 'Message first').click();
  await inspector(page).getByLabel('Title', { exact: true }).fill('Greeting');
  await page.keyboard.press('Enter');
  await expect(step(page, 'Message first')).toContainText('Greeting');
  states.push(await exportedText(page));

  await goToLine(page, 1);
  await page.keyboard.press('End');
  await page.keyboard.type(' procedure');
  await expect.poll(() => exportedText(page)).toContain('# A small one procedure');
  states.push(await exportedText(page));
  expect(new Set(states).size).toBe(4);

  for (let index = states.length - 2; index >= 0; index -= 1) {
    await page.getByRole('button', { name: /^Undo:/ }).click();
    await expect.poll(() => exportedText(page)).toBe(states[index]);
  }
  expect(states[0]).toBe(text);
  for (const state of states.slice(1)) {
    await page.getByRole('button', { name: /^Redo:/ }).click();
    await expect.poll(() => exportedText(page)).toBe(state);
  }
});

test('a reload finds everything: text, half-typed text, places, selection', async ({ page }) => {
  await openText(page, 'undo.yaml', text);
  await step(page, 'End last').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const placeOf = (name: string): Promise<string> =>
    step(page, name).evaluate(
      (element) => (element.closest('.react-flow__node') as HTMLElement).style.transform,
    );
  const place = await placeOf('End last');

  // Half-typed, so nobody else sees it yet, and still not lost.
  await goToLine(page, 9);
  await page.keyboard.press('End');
  await page.keyboard.type(' "unfinished: {');
  await expect(page.getByText(/not shared/i)).toBeVisible();
  const before = await exportedText(page);
  await step(page, 'End last').click();
  await page.waitForTimeout(1000);

  await page.reload();
  await expect(step(page, 'End last')).toBeVisible();
  expect(await placeOf('End last')).toBe(place);
  expect(await exportedText(page)).toBe(before);
  await expect(page).toHaveURL(/select=step/);
});

test('two tabs on one procedure follow each other', async ({ page, context }) => {
  await openText(page, 'undo.yaml', text);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(step(other, 'Message first')).toBeVisible();
  await step(page, 'Message first').click();
  await inspector(page).getByLabel('Title', { exact: true }).fill('Greeting');
  await page.keyboard.press('Enter');
  await expect(step(other, 'Message first')).toContainText('Greeting');
  await step(other, 'End last').click();
  await inspector(other).getByLabel('Outcome').fill('finished');
  await other.keyboard.press('Enter');
  await expect(step(page, 'End last')).toContainText('finished');
  expect(await exportedText(page)).toBe(await exportedText(other));
});

test('a crashed tab loses nothing', async ({ page, context }) => {
  await openText(page, 'undo.yaml', text);
  await goToLine(page, 9);
  await page.keyboard.press('End');
  await page.keyboard.type(' # kept');
  await expect(page.getByRole('button', { name: 'Saved' })).toBeVisible();
  const address = page.url();
  const debuggee = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void debuggee.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto(address);
  await expect(step(again, 'Message first')).toBeVisible();
  expect(await exportedText(again)).toBe(text.replace('say: Hello.', 'say: Hello. # kept'));
});
