import { expect, test } from '@playwright/test';
import { canvas, centreOf, exportedText, goToLine, openText, step } from './support.ts';

const text = `sop: 1
id: rename
title: Renaming
start: first
steps:
  first:                # who comes here
    kind: message
    say: Hello.
    next: last          # goes on to the end
  last: { kind: end, outcome: done }   # the end
`;

test('a step renamed in the text keeps its place on the canvas', async ({ page }) => {
  await openText(page, 'rename.yaml', text);
  await step(page, 'End last').click();
  const start = await centreOf(step(page, 'Message first'));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + 120, { steps: 6 });
  await page.mouse.up();
  const before = await transformOf('Message first');

  await goToLine(page, 6);
  await page.keyboard.press('Home');
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type('welcome');
  await expect(step(page, 'Message welcome')).toBeVisible();
  expect(await transformOf('Message welcome')).toBe(before);

  async function transformOf(name: string): Promise<string> {
    return step(page, name).evaluate(
      (element) => (element.closest('.react-flow__node') as HTMLElement).style.transform,
    );
  }
});

test('a step renamed on the canvas is renamed everywhere in the text, comments intact', async ({ page }) => {
  await openText(page, 'rename.yaml', text);
  await step(page, 'End last').focus();
  await page.keyboard.press('F2');
  await canvas(page).getByRole('textbox', { name: 'New name of last' }).fill('finish');
  await page.keyboard.press('Enter');
  await expect(step(page, 'End finish')).toBeVisible();
  expect(await exportedText(page)).toBe(
    text.replace('next: last          #', 'next: finish          #').replace('  last: {', '  finish: {'),
  );
});

test('F2 in the text renames a step everywhere', async ({ page }) => {
  await openText(page, 'rename.yaml', text);
  await goToLine(page, 10);
  await page.keyboard.press('Home');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /rename/i })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('finish');
  await page.keyboard.press('Enter');
  await expect(step(page, 'End finish')).toBeVisible();
  await expect.poll(() => exportedText(page)).toContain('next: finish          # goes on to the end');
});
