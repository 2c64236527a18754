import type { Page } from '@playwright/test';
import { canvas } from '../support.ts';
import { expect } from './browser.ts';
import type { BareWindow, Viewport } from './bare-window.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export async function viewportOf(page: Page): Promise<Viewport> {
  return page.locator('.react-flow__viewport').evaluate((element) => {
    const { m41, m42, a } = new DOMMatrix((element as HTMLElement).style.transform);
    return { x: m41, y: m42, zoom: a };
  });
}

/** Waits until the studio's canvas has come to rest, which it glides to. */
export async function settle(page: Page): Promise<void> {
  let before: Viewport | undefined;
  await expect
    .poll(async () => {
      const last = before;
      before = await viewportOf(page);
      return last?.x === before.x && last.y === before.y && last.zoom === before.zoom;
    })
    .toBe(true);
}

/** Zooms the studio's canvas to 100 % and pans until `node` stands in its middle. */
export async function lookClosely(page: Page, node: Point): Promise<void> {
  await page.getByRole('button', { name: /^Zoom \d/ }).click();
  await expect(page.getByRole('button', { name: /^Zoom 100/ })).toBeVisible();
  await settle(page);
  const box = (await canvas(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  // The wheel is turned again and again: how far one turn goes is the canvas's own affair.
  for (let turn = 0; turn < 40; turn += 1) {
    const { x, y } = await viewportOf(page);
    const [right, down] = [node.x + x - box.width / 2, node.y + y - box.height / 2];
    if (Math.hypot(right, down) < 40) return;
    await page.mouse.wheel(right, down);
    await settle(page);
  }
  throw new Error('the canvas did not come to the node');
}

export async function lookAlike(bare: Page, viewport: Viewport): Promise<void> {
  await bare.evaluate((chosen) => (window as unknown as BareWindow).look(chosen), viewport);
}

/** Where a press takes hold of the node: its middle, or where nothing lies over it. */
export async function gripOf(page: Page, id: string): Promise<Point> {
  const grip = await page.locator(`.react-flow__node[data-id="${id}"]`).evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    for (const across of [0.5, 0.35, 0.65, 0.2, 0.8]) {
      for (const down of [0.5, 0.35, 0.65, 0.2, 0.8]) {
        const [x, y] = [left + width * across, top + height * down];
        const found = document.elementFromPoint(x, y);
        if (found && node.contains(found) && !found.closest('.react-flow__handle, .nodrag')) return { x, y };
      }
    }
    return undefined;
  });
  if (!grip) throw new Error(`${id} cannot be taken hold of`);
  return grip;
}

/** Where a node stands on the screen, built or painted. */
export async function placeOf(page: Page, node: Point): Promise<Point> {
  const { x, y, zoom } = await viewportOf(page);
  const box = (await page.locator('.react-flow').boundingBox())!;
  return { x: box.x + x + (node.x + 60) * zoom, y: box.y + y + (node.y + 20) * zoom };
}

/** A place near the middle of the canvas where a press takes hold of nothing but the canvas, also once it is hovered. */
export async function freePlace(page: Page): Promise<Point> {
  for (const place of await freePlaces(page)) {
    await page.mouse.move(place.x, place.y);
    await page.waitForTimeout(60);
    const isFree = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.classList.contains('react-flow__pane') === true,
      place,
    );
    if (isFree) return place;
  }
  throw new Error('no free place on the canvas');
}

async function freePlaces(page: Page): Promise<readonly Point[]> {
  return page.locator('.react-flow').evaluate((root) => {
    const places: Point[] = [];
    const { left, top, width, height } = root.getBoundingClientRect();
    for (let ring = 0; ring < 200; ring += 1) {
      for (let turn = 0; turn < 12; turn += 1) {
        const x = left + width / 2 + ring * 2 * Math.cos((turn * Math.PI) / 6);
        const y = top + height / 2 + ring * 2 * Math.sin((turn * Math.PI) / 6);
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) places.push({ x, y });
        if (places.length > 60) return places;
      }
    }
    return places;
  });
}
