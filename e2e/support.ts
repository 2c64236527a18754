import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { parse } from 'yaml';

/** The first visit: the studio opens on the example. */
export async function openExample(page: Page): Promise<void> {
  await page.goto('/');
  await expect(step(page, 'Question authenticate')).toBeVisible();
}

export async function openLibrary(page: Page): Promise<void> {
  await openExample(page);
  await page.getByRole('link', { name: 'All procedures' }).click();
  await expect(page.getByRole('heading', { name: 'Procedures' })).toBeVisible();
}

export async function openEmpty(page: Page): Promise<void> {
  await openLibrary(page);
  await page.getByRole('button', { name: 'New procedure' }).click();
  await page.getByRole('menuitem', { name: 'Empty procedure' }).click();
  await expect(page.getByText('Empty procedure: add the first step')).toBeVisible();
}

/** Imports a text from the library, as a person would choose a file. */
export async function importText(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel('Import YAML files')
    .setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });
}

/** Opens the studio on `text`. */
export async function openText(page: Page, name: string, text: string): Promise<void> {
  await openLibrary(page);
  await importText(page, name, text);
  await expect(page).toHaveURL(/\/p\//);
}

export function canvas(page: Page): Locator {
  return page.getByRole('application', { name: 'Canvas', exact: true });
}

/** A node by what it is called: `Decision eligible`. */
export function step(page: Page, name: string): Locator {
  return canvas(page).getByRole('group', { name: new RegExp(`^${name}(?![\\w-])`) });
}

export function inspector(page: Page): Locator {
  return page.getByRole('region', { name: 'Inspector' });
}

/** The document, byte for byte, as its export has it. */
export async function exportedText(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export and share' }).click();
  await page.getByRole('menuitem', { name: /^Export YAML(?! with)/ }).click();
  return readFile(await (await download).path(), 'utf8');
}

/** What the text says, as plain data. */
export async function exportedData(page: Page): Promise<Procedure> {
  return parse(await exportedText(page)) as Procedure;
}

export interface Procedure {
  readonly start?: string;
  readonly steps: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly guardrails?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A port of a node on the canvas: `branch:0`, `otherwise`, `next`, `in`. */
export function port(node: Locator, id: string): Locator {
  return node.locator(`[data-handleid="${id}"]`);
}

export async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await centreOf(from);
  const end = await centreOf(to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

/** Types into Monaco at the end of the first line that contains `line`. */
export async function goToLine(page: Page, line: number): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Procedure text' });
  await editor.focus();
  await page.keyboard.press('Control+Home');
  for (let at = 1; at < line; at += 1) await page.keyboard.press('ArrowDown');
}
