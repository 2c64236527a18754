// Typing in the opened editor: how long the page is blocked, and how soon canvas, reading view and problems follow.
import type { Browser, Page } from '@playwright/test';
import { openBig } from './big-studio.ts';
import { bigPicture } from './big-picture.ts';
import { expect, launchBrowser, median } from './browser.ts';
import { serveStudio } from './built-pages.ts';
import { longestTaskDuring, type LongestTask } from './main-thread.ts';
import { delayOf, delaysOf, watchTyping } from './typing-delays.ts';

const sizes = (process.env['SOPWRIGHT_BENCH_SIZES'] ?? '50,500,2000').split(',').map(Number);
const rounds = Number(process.env['SOPWRIGHT_BENCH_ROUNDS'] ?? 2);
const typed = ' Please wait while we look at it with all the care it needs.';
/** Milliseconds between keys: a fast typist. */
const pace = 80;
/** Milliseconds from key to canvas, by median, at the largest size. */
const soon = 100;
/** Milliseconds that typing may block the page at `middling` steps. */
const blocked = 50;
const middling = 500;
/** Times that a problem is made and mended a round. */
const mendings = 4;

const studio = await serveStudio();
const browser = await launchBrowser();
const rows: object[] = [];
const verdicts: string[] = [];
try {
  for (const size of sizes) {
    const measured = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await typeInto(browser, size));
    const canvas = median(measured.map(({ canvas }) => at(canvas, 0.5)));
    const task = {
      clock: median(measured.map(({ task }) => task.clock)),
      processor: median(measured.map(({ task }) => task.processor)),
    };
    rows.push({
      steps: size,
      'key to canvas ms, median': Math.round(canvas),
      '95th': Math.round(median(measured.map(({ canvas }) => at(canvas, 0.95)))),
      'to reading view': Math.round(median(measured.map(({ reading }) => at(reading, 0.5)))),
      '95th ': Math.round(median(measured.map(({ reading }) => at(reading, 0.95)))),
      'to problems': Math.round(median(measured.map(({ problems }) => at(problems, 0.5)))),
      most: Math.round(Math.max(...measured.map(({ problems }) => at(problems, 1)))),
      'longest task, each round': measured.map(({ task }) => task.clock.toFixed(0)).join(' '),
      'of the processor': measured.map(({ task }) => task.processor.toFixed(0)).join(' '),
    });
    if (size === sizes.at(-1))
      verdicts.push(
        `key to canvas at ${size} steps: ${canvas.toFixed(0)} ms, aim ${soon}: ${verdict(canvas <= soon)}`,
      );
    if (size === middling)
      verdicts.push(
        `longest task at ${size} steps, aim ${blocked}: ` +
          `${task.clock.toFixed(0)} ms by the clock, ${verdict(task.clock <= blocked)}; ` +
          `${task.processor.toFixed(0)} ms of the processor, ${verdict(task.processor <= blocked)}`,
      );
  }
} finally {
  await browser.close();
  await studio.close();
}
console.log(
  `${typed.length} characters typed into a message, a key every ${pace} ms; medians of ${rounds} rounds`,
);
console.table(rows);
for (const line of verdicts) console.log(line);

interface Typing {
  /** Milliseconds, ascending. */
  readonly canvas: readonly number[];
  readonly reading: readonly number[];
  readonly problems: readonly number[];
  readonly task: LongestTask;
}

async function typeInto(browser: Browser, size: number): Promise<Typing> {
  // The messages of a big procedure are each fifth step, the decisions before them have a first branch to be covered.
  const message = `s${Math.floor(size / 10) * 5 + 2}`;
  const decision = `s${Math.floor(size / 10) * 5 + 1}`;
  const text = withTwoLimits(bigPicture(size).text, decision);
  const page = await openBig(browser, studio.url, size, text);
  const [canvas, task] = await wordsFollow(
    browser,
    page,
    lineOf(text, message) + 2,
    `.react-flow__node[data-id="step:${message}"] .element-substance`,
  );
  const problems = await problemsFollow(page, lineOf(text, decision) + 3, decision);
  await page
    .getByRole('radio', { name: 'Read' })
    .or(page.getByRole('button', { name: 'Read' }))
    .first()
    .click();
  const [reading] = await wordsFollow(
    browser,
    page,
    lineOf(text, message) + 2,
    `[data-passage="step:${message}"]`,
  );
  await page.context().close();
  return { canvas, reading, problems, task };
}

async function wordsFollow(
  browser: Browser,
  page: Page,
  line: number,
  selector: string,
): Promise<readonly [delays: readonly number[], task: LongestTask]> {
  await putCursor(page, line);
  await page.locator(selector).first().waitFor({ state: 'attached' });
  await page.keyboard.press('End');
  // What the first key starts once is not typing.
  await page.keyboard.type(' Well.', { delay: pace });
  await page.waitForTimeout(1_000);
  await watchTyping(page, selector);
  const task = await longestTaskDuring(browser, page, async () => {
    await page.keyboard.type(typed, { delay: pace });
    await page.waitForTimeout(500);
  });
  const { delays } = await delaysOf(page);
  if (delays.length < typed.length) throw new Error(`${delays.length} of ${typed.length} keys were shown`);
  return [delays.toSorted((a, b) => a - b), task];
}

/** A limit that is lowered by a key covers the branch below it, until it is raised again. */
async function problemsFollow(page: Page, line: number, decision: string): Promise<readonly number[]> {
  await putCursor(page, line);
  await page.keyboard.press('End');
  const badge = `.react-flow__node[data-id="step:${decision}"] .element-problem`;
  await expect(page.locator(`.react-flow__node[data-id="step:${decision}"]`)).toBeVisible();
  const delays: number[] = [];
  for (let mending = 0; mending < mendings; mending += 1) {
    delays.push(await delayOf(page, 'Backspace', badge, true));
    delays.push(await delayOf(page, '0', badge, false));
  }
  return delays.toSorted((a, b) => a - b);
}

/** The decision asks first for more than 60, then for more than 50. */
function withTwoLimits(text: string, decision: string): string {
  const from = text.indexOf(`\n  ${decision}:`) + 1;
  const to = text.indexOf('    otherwise:', from);
  const fact = /order\.amount\d+/.exec(text.slice(from, to))?.[0] ?? 'order.amount0';
  const branches = ['60', '50'].flatMap((limit) => [
    `      - when: ${fact} > ${limit}`,
    `        label: Above ${limit}`,
    '        next: denied',
  ]);
  return `${text.slice(0, from)}  ${decision}:\n    kind: decision\n    branches:\n${branches.join('\n')}\n${text.slice(to)}`;
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
  await page.keyboard.press('PageDown');
  await expect.poll(at).not.toBe(1);
  const pageful = (await at()) - 1;
  // Whole pages at one go: each is known to go as far as the first.
  for (let left = Math.floor((line - (await at())) / pageful) - 1; left > 0; left -= 1)
    await page.keyboard.press('PageDown');
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

function verdict(met: boolean): string {
  return met ? 'met' : 'missed';
}
