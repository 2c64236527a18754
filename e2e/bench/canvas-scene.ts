import { expect, type Page } from '@playwright/test';
import { canvas } from '../support.ts';
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

/** Zooms the studio's canvas to 100 % and pans until `node` stands in its middle. */
export async function lookClosely(page: Page, node: Point): Promise<void> {
  await page.getByRole('button', { name: /^Zoom \d/ }).click();
  await expect(page.getByRole('button', { name: /^Zoom 100/ })).toBeVisible();
  const box = (await canvas(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const { x, y } = await viewportOf(page);
  await page.mouse.wheel(node.x + x - box.width / 2, node.y + y - box.height / 2);
  await expect.poll(async () => (await viewportOf(page)).x).not.toBe(x);
}

export async function lookAlike(bare: Page, viewport: Viewport): Promise<void> {
  await bare.evaluate((chosen) => (window as unknown as BareWindow).look(chosen), viewport);
}

/** Where a press takes hold of the node. */
export async function gripOf(page: Page, id: string): Promise<Point> {
  const box = await page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox();
  if (!box) throw new Error(`${id} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A place near the middle of the canvas where a press takes hold of nothing but the canvas. */
export async function freePlace(page: Page): Promise<Point> {
  const place = await page.locator('.react-flow').evaluate((root) => {
    const { left, top, width, height } = root.getBoundingClientRect();
    for (let ring = 0; ring < 200; ring += 1) {
      for (let turn = 0; turn < 12; turn += 1) {
        const x = left + width / 2 + ring * 2 * Math.cos((turn * Math.PI) / 6);
        const y = top + height / 2 + ring * 2 * Math.sin((turn * Math.PI) / 6);
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y };
      }
    }
    return undefined;
  });
  if (!place) throw new Error('no free place on the canvas');
  return place;
}
