// Typing into a step's text in the opened editor: how long the page is blocked, and how soon the canvas shows it.
import type { Browser, Page } from '@playwright/test';
import { step } from '../support.ts';
import { openBig } from './big-studio.ts';
import { bigPicture } from './big-picture.ts';
import { expect, launchBrowser, median } from './browser.ts';
import { serveStudio } from './built-pages.ts';
import { longestTaskDuring, type LongestTask } from './main-thread.ts';
import { delaysOf, watchTyping } from './typing-delays.ts';

const sizes = (process.env['SOPWRIGHT_BENCH_SIZES'] ?? '50,200,500').split(',').map(Number);
const rounds = Number(process.env['SOPWRIGHT_BENCH_ROUNDS'] ?? 3);
const typed = ' Please wait while we look at it with all the care it needs.';
/** Milliseconds between keys: a fast typist. */
const pace = 80;
/** Milliseconds that typing may block the page. */
const target = 50;

const studio = await serveStudio();
const browser = await launchBrowser();
const rows: object[] = [];
let longest: LongestTask = { clock: 0, processor: 0 };
try {
  for (const size of sizes) {
    const measured = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await typeInto(browser, size));
    longest = {
      clock: median(measured.map(({ task }) => task.clock)),
      processor: median(measured.map(({ task }) => task.processor)),
    };
    rows.push({
      steps: size,
      'longest task ms, each round': measured.map(({ task }) => task.clock.toFixed(0)).join(' '),
      'of the processor': measured.map(({ task }) => task.processor.toFixed(0)).join(' '),
      'long tasks (> 50 ms)': measured.map(({ longTasks }) => longTasks).join(' '),
      'key to canvas ms, median': Math.round(median(measured.map(({ delays }) => at(delays, 0.5)))),
      '95th': Math.round(median(measured.map(({ delays }) => at(delays, 0.95)))),
    });
  }
} finally {
  await browser.close();
  await studio.close();
}
console.log(`${typed.length} characters typed into a message, a key every ${pace} ms, ${rounds} rounds`);
console.table(rows);
console.log(`Longest task at ${sizes.at(-1)} steps, median of rounds; at most ${target} ms:`);
console.log(`  by the clock ${longest.clock.toFixed(0)} ms: ${longest.clock <= target ? 'yes' : 'no'}`);
console.log(
  `  of the processor ${longest.processor.toFixed(0)} ms: ${longest.processor <= target ? 'yes' : 'no'}`,
);

interface Typing {
  /** Milliseconds, ascending. */
  readonly delays: readonly number[];
  readonly task: LongestTask;
  readonly longTasks: number;
}

async function typeInto(browser: Browser, size: number): Promise<Typing> {
  const { text } = bigPicture(size);
  const page = await openBig(browser, studio.url, size, text);
  // The messages of a big procedure are each fifth step.
  const id = `s${Math.floor(size / 10) * 5 + 2}`;
  await putCursor(page, lineOf(text, id) + 2);
  await expect(step(page, `Message ${id}`)).toBeVisible();
  await page.keyboard.press('End');
  // What the first key starts once is not typing.
  await page.keyboard.type(' Well.', { delay: pace });
  await page.waitForTimeout(1_000);
  await watchTyping(page, `step:${id}`);
  const task = await longestTaskDuring(browser, page, async () => {
    await page.keyboard.type(typed, { delay: pace });
    await page.waitForTimeout(500);
  });
  const { delays, longTasks } = await delaysOf(page);
  if (delays.length < typed.length)
    throw new Error(`the canvas showed ${delays.length} of ${typed.length} keys`);
  await page.context().close();
  return { delays: delays.toSorted((a, b) => a - b), task, longTasks };
}

function lineOf(text: string, id: string): number {
  return text.slice(0, text.indexOf(`\n  ${id}:`) + 1).split('\n').length;
}

/** Moves the editor's cursor to a line of the text, counted from 1, by keys. */
async function putCursor(page: Page, line: number): Promise<void> {
  await page.getByRole('textbox', { name: 'Procedure text' }).focus();
  await page.keyboard.press('Control+Home');
  const current = page.locator('.monaco-editor .line-numbers.active-line-number');
  const at = async (): Promise<number> => Number(await current.textContent());
  while ((await at()) < line) {
    const before = await at();
    await page.keyboard.press('PageDown');
    await expect.poll(at).not.toBe(before);
  }
  for (let above = (await at()) - line; above > 0; above -= 1) await page.keyboard.press('ArrowUp');
  await expect.poll(at).toBe(line);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
