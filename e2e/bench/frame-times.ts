import type { Page } from '@playwright/test';
import { median } from './browser.ts';

/** Milliseconds between frames while something went on. */
export interface FrameTimes {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  readonly frames: number;
}

/** Records the time between animation frames of `page` while `work` runs. */
export async function frameTimesDuring(page: Page, work: () => Promise<void>): Promise<FrameTimes> {
  await page.evaluate(() => {
    const recording = { deltas: [] as number[], on: true };
    Object.assign(window, { recording });
    let last = performance.now();
    const tick = (now: number): void => {
      recording.deltas.push(now - last);
      last = now;
      if (recording.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  const deltas = await page.evaluate(() => {
    const { recording } = window as unknown as { recording: { deltas: number[]; on: boolean } };
    recording.on = false;
    return recording.deltas.slice(2);
  });
  const sorted = deltas.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), max: at(1), frames: sorted.length };
}

/** Drags from a point in `moves` steps along a zigzag, as a hand would, and back to where it began; half way it looks. */
export async function dragFrom(
  page: Page,
  x: number,
  y: number,
  moves: number,
  look: () => Promise<void>,
): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move < moves; move += 1) {
    await page.mouse.move(x + Math.sin(move / 6) * 160, y + Math.sin(move / 9) * 90);
    if (move === moves >> 1) await look();
  }
  await page.mouse.move(x, y);
  await page.mouse.up();
}

/** Turns the wheel with Control held, in and out around a point, and back to where it began; half way it looks. */
export async function zoomAt(
  page: Page,
  x: number,
  y: number,
  turns: number,
  look: () => Promise<void>,
): Promise<void> {
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < turns; turn += 1) {
    // As many turns in as out, ten at a time.
    await page.mouse.wheel(0, Math.floor(turn / 10) % 2 === 0 ? 6 : -6);
    if (turn === 5) await look();
  }
  await page.keyboard.up('Control');
}

/** Each figure's median over the rounds. */
export function overRounds(rounds: readonly FrameTimes[]): FrameTimes {
  return {
    median: median(rounds.map((round) => round.median)),
    p95: median(rounds.map((round) => round.p95)),
    max: median(rounds.map((round) => round.max)),
    frames: median(rounds.map((round) => round.frames)),
  };
}

/** Writes `median/p95/max`. */
export function formatFrames(times: FrameTimes): string {
  return `${times.median.toFixed(0)}/${times.p95.toFixed(0)}/${times.max.toFixed(0)}`;
}
