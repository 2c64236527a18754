// Frame times of our canvas beside a bare React Flow that shows the same graph at the same places, in turns within
// one run: dragging a node and panning, with everything in view and at 100 %.
import type { Browser, Page } from '@playwright/test';
import { canvas } from '../support.ts';
import { bigPicture } from './big-picture.ts';
import { openBig } from './big-studio.ts';
import type { BareWindow } from './bare-window.ts';
import { expect, launchBrowser, median, openPage } from './browser.ts';
import { serveBare, serveStudio } from './built-pages.ts';
import { freePlace, gripOf, lookAlike, lookClosely, settle, viewportOf } from './canvas-scene.ts';
import { dragFrom, formatFrames, frameTimesDuring, overRounds, type FrameTimes } from './frame-times.ts';

const sizes = (process.env['SOPWRIGHT_BENCH_SIZES'] ?? '200,500').split(',').map(Number);
const rounds = Number(process.env['SOPWRIGHT_BENCH_ROUNDS'] ?? 7);
const moves = 100;
const target = 1.5;

const [studio, bare] = [await serveStudio(), await serveBare()];
const browser = await launchBrowser();
let met = true;
try {
  for (const size of sizes) met = (await compare(browser, size)) && met;
} finally {
  await browser.close();
  await Promise.all([studio.close(), bare.close()]);
}
console.log(`95th percentile within ${target} times the bare canvas: ${met ? 'yes' : 'no'}`);

async function compare(browser: Browser, size: number): Promise<boolean> {
  const { text, picture } = bigPicture(size);
  const ours = await openBig(browser, studio.url, size, text);
  await ours.getByRole('button', { name: 'Hide the dock' }).click();
  await ours.keyboard.press('Control+i');
  await ours.getByRole('button', { name: 'Fit to window' }).click();
  await expect(canvas(ours).locator('.react-flow__node-element')).toHaveCount(size);
  await settle(ours);
  const { width, height } = (await canvas(ours).boundingBox())!;
  const theirs = await openBare(browser, { picture, canvas: { width, height } });

  const rows: object[] = [];
  let met = true;
  for (const view of ['all in view', 'at 100 %'] as const) {
    // Each view drags a node of its own: the one before may no longer stand where both pictures have it.
    const node = picture.nodes[Math.floor(view === 'all in view' ? size / 2 : size / 4)]!;
    await ours.bringToFront();
    if (view === 'at 100 %') await lookClosely(ours, node);
    await lookAlike(theirs, await viewportOf(ours));
    for (const gesture of ['drag', 'pan'] as const) {
      const measured: { ours: FrameTimes; theirs: FrameTimes }[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const first = await measure(round % 2 === 0 ? ours : theirs, gesture, node.id);
        const second = await measure(round % 2 === 0 ? theirs : ours, gesture, node.id);
        measured.push(round % 2 === 0 ? { ours: first, theirs: second } : { ours: second, theirs: first });
      }
      const [mine, peer] = [
        overRounds(measured.map((round) => round.ours)),
        overRounds(measured.map((round) => round.theirs)),
      ];
      const ratio = mine.p95 / peer.p95;
      met &&= ratio <= target;
      rows.push({
        view,
        gesture,
        'ours ms': formatFrames(mine),
        'bare ms': formatFrames(peer),
        'ratio of 95th': Number(ratio.toFixed(2)),
        'of rounds': Number(median(measured.map((round) => round.ours.p95 / round.theirs.p95)).toFixed(2)),
        frames: `${mine.frames}/${peer.frames}`,
      });
    }
  }
  console.log(
    `${size} steps, ${picture.links.length} links; milliseconds between frames, median/95th/max, medians of ${rounds} rounds`,
  );
  console.table(rows);
  await ours.context().close();
  await theirs.context().close();
  return met;
}

async function openBare(browser: Browser, shown: Omit<BareWindow, 'look'>): Promise<Page> {
  const page = await openPage(browser, bare.url);
  await page.addInitScript((given) => Object.assign(window, given), shown);
  await page.goto('/bare.html');
  await page
    .locator('.react-flow__node')
    .nth(shown.picture.nodes.length - 1)
    .waitFor({ state: 'attached' });
  return page;
}

async function measure(page: Page, gesture: 'drag' | 'pan', node: string): Promise<FrameTimes> {
  await page.bringToFront();
  const { x, y } = gesture === 'drag' ? await gripOf(page, node) : await freePlace(page);
  const moved = page.locator(
    gesture === 'drag' ? `.react-flow__node[data-id="${node}"]` : '.react-flow__viewport',
  );
  const before = await moved.getAttribute('style');
  let during: string | null = null;
  const times = await frameTimesDuring(page, () =>
    dragFrom(page, x, y, moves, async () => {
      during = await moved.getAttribute('style');
    }),
  );
  if (during === before) throw new Error(`the ${gesture} moved nothing`);
  return times;
}
