import { expect, test, type Page } from '@playwright/test';
import { canvas, dragTo, exportedData, exportedText, openText, port, step } from './support.ts';

const text = `sop: 1
id: arranged
title: Arranged
start: ask
facts:
  known: { type: boolean, source: conversation }
steps:
  ask: { kind: question, ask: Who?, collects: [known], next: tell }
  tell: { kind: message, say: Hello, next: done }
  spare: { kind: message, say: Wait, next: null }
  other: { kind: end, outcome: other }
  done: { kind: end, outcome: done }

# Positions on the canvas. The studio takes these lines out again when it imports the file.
#@ step:ask 0 0
#@ step:tell 400 60
#@ step:spare 200 260
#@ step:other 800 260
#@ step:done 800 0
`;

async function topsOf(page: Page, names: readonly string[]): Promise<number[]> {
  return Promise.all(names.map(async (name) => Math.round((await step(page, name).boundingBox())!.y)));
}

async function leftsOf(page: Page, names: readonly string[]): Promise<number[]> {
  return Promise.all(names.map(async (name) => Math.round((await step(page, name).boundingBox())!.x)));
}

test('several are aligned and distributed, by key and by menu, one step of undo each', async ({ page }) => {
  await openText(page, 'arranged.yaml', text);
  const names = ['Question ask', 'Message tell', 'End done'] as const;
  await step(page, names[0]).click();
  await step(page, names[1]).click({ modifiers: ['Shift'] });
  await step(page, names[2]).click({ modifiers: ['Shift'] });
  const before = await topsOf(page, names);

  await page.keyboard.press('Alt+w');
  await expect.poll(async () => new Set(await topsOf(page, names)).size).toBe(1);

  await step(page, names[1]).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Align and distribute' }).click();
  await page.getByRole('menuitem', { name: 'Distribute across' }).click();
  await expect
    .poll(async () => {
      const [a, b, c] = await leftsOf(page, names);
      return Math.abs(b! - a! - (c! - b!)) < 16;
    })
    .toBe(true);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => topsOf(page, names)).toEqual(before);
});

test('a section is made, named, collapsed into one node, survives a reload and is expanded again', async ({
  page,
}) => {
  await openText(page, 'arranged.yaml', text);
  await step(page, 'Message tell').click();
  await step(page, 'End done').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  await page.getByLabel('New name of section Section 1').fill('Farewell');
  await page.keyboard.press('Enter');
  const section = canvas(page).getByRole('group', { name: 'Section Farewell' });
  await expect(section).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(step(page, 'Message tell')).toHaveCount(0);
  await expect(section).toBeVisible();

  await page.reload();
  await expect(section).toBeVisible();
  await expect(step(page, 'Message tell')).toHaveCount(0);
  expect(await exportedText(page)).not.toContain('Farewell');

  await section.getByRole('button', { name: 'Expand section Farewell' }).click();
  await expect(step(page, 'Message tell')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(step(page, 'Message tell')).toHaveCount(0);
});

test('a note is written, coloured, moved and resized, outlives a reload, and each is undone on its own', async ({
  page,
}) => {
  await openText(page, 'arranged.yaml', text);
  await canvas(page).focus();
  await page.keyboard.press('n');
  await page.getByLabel('Text of the note').fill('Ask legal about this');
  await page.keyboard.press('Escape');
  const note = canvas(page).getByRole('group', { name: 'Note Ask legal about this' });
  await expect(note).toBeFocused();
  const first = (await note.boundingBox())!;
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(async () => (await note.boundingBox())!.width).toBeGreaterThan(first.width);
  await note.click({ button: 'right' });
  await page.getByRole('menuitemcheckbox', { name: 'Blue' }).click();
  await expect(note.locator('[data-tone="blue"]')).toBeVisible();

  await expect(page.getByText('Saved').first()).toBeVisible();
  await page.reload();
  await expect(note.locator('[data-tone="blue"]')).toBeVisible();
  expect(await exportedText(page)).not.toContain('legal');

  await note.click();
  await page.keyboard.press('Delete');
  await expect(note).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(note).toBeVisible();
});

test('a link’s end is dragged elsewhere, a step dropped on a link stands on it, a new link ends in a picked step', async ({
  page,
}) => {
  await openText(page, 'arranged.yaml', text);
  await page.getByRole('button', { name: 'Hide the dock' }).click();
  await page.getByRole('button', { name: 'Fit to window' }).click();
  await expect(step(page, 'Message spare')).toBeInViewport();

  // The link from tell to done is made to lead to other.
  const tell = step(page, 'Message tell');
  await tell.click();
  await page.keyboard.press('l');
  const grip = canvas(page).locator('.react-flow__edgeupdater-target');
  await expect(grip).toBeVisible();
  await dragTo(page, grip, step(page, 'End other'));
  await expect.poll(async () => (await exportedData(page)).steps['tell']?.['next']).toBe('other');

  // The loose step is dropped where the link from ask to tell runs.
  const spare = step(page, 'Message spare');
  const [ask, next, box] = [
    (await step(page, 'Question ask').boundingBox())!,
    (await tell.boundingBox())!,
    (await spare.boundingBox())!,
  ];
  const zoom = box.width / 248;
  await page.mouse.move(box.x + 60 * zoom, box.y + 14 * zoom);
  await page.mouse.down();
  // A drag begins once the pointer has gone a little way.
  await page.mouse.move(box.x + 60 * zoom, box.y + 18 * zoom);
  const to = { x: (ask.x + ask.width + next.x) / 2, y: ask.y + 36 * zoom };
  const end = { x: to.x - box.width / 2 + 60 * zoom, y: to.y - 36 * zoom + 14 * zoom };
  await page.mouse.move(end.x, end.y + 8, { steps: 6 });
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => (await exportedData(page)).steps['ask']?.['next']).toBe('spare');
  expect((await exportedData(page)).steps['spare']).toMatchObject({ next: 'tell' });
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await exportedData(page)).steps['ask']?.['next']).toBe('tell');

  // A link drawn into the empty canvas asks where it is to lead: to a step that is there.
  const free = port(spare, 'next');
  const at = (await free.boundingBox())!;
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + 40, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('combobox').fill('done');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await exportedData(page)).steps['spare']?.['next']).toBe('done');
});

test('with the keyboard alone a step is added after another by typing its kind', async ({ page }) => {
  await openText(page, 'arranged.yaml', text);
  await step(page, 'Message spare').click();
  await page.keyboard.press('a');
  await page.getByRole('combobox').fill('esc');
  await page.keyboard.press('Enter');
  await expect(step(page, 'Escalation escalation')).toBeFocused();
  expect((await exportedData(page)).steps['spare']).toMatchObject({ next: 'escalation' });
});
