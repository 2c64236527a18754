import { expect, test, type Page } from '@playwright/test';
import { randomProcedureText } from '../src/testing/random-procedure-text.ts';
import { SeededRandom } from '../src/testing/seeded-random.ts';
import { canvas, openLibrary } from './support.ts';

const seed = Number(process.env['SOPWRIGHT_SEED'] ?? 20261122);

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.x + one.width > other.x + 0.5 &&
          other.x + other.width > one.x + 0.5 &&
          one.y + one.height > other.y + 0.5 &&
          other.y + other.height > one.y + 0.5,
      )
      .map((other) => `${one.name} and ${other.name}`),
  );
}

/** Nodes, and the words on them, as they stand on the screen. */
async function drawn(page: Page): Promise<{ nodes: Box[]; labels: Box[] }> {
  return canvas(page).evaluate((root) => {
    /** What of an element is seen: cut by what clips it, nothing where it is hidden. */
    const seen = (element: Element, name: string) => {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
      const box = element.getBoundingClientRect();
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      for (let outer = element.parentElement; outer && outer !== root; outer = outer.parentElement) {
        if (!['hidden', 'clip'].includes(getComputedStyle(outer).overflowX)) continue;
        const clip = outer.getBoundingClientRect();
        [left, top] = [Math.max(left, clip.left), Math.max(top, clip.top)];
        [right, bottom] = [Math.min(right, clip.right), Math.min(bottom, clip.bottom)];
      }
      return right > left && bottom > top
        ? [{ name, x: left, y: top, width: right - left, height: bottom - top }]
        : [];
    };
    const elements = [...root.querySelectorAll('.react-flow__node')];
    const words =
      '.element-title, .element-substance, .element-row-label, .element-row-detail, .element-word';
    return {
      nodes: elements.flatMap((element) => seen(element, element.getAttribute('data-id') ?? '')),
      labels: elements.flatMap((element) =>
        [...element.querySelectorAll(words)].flatMap((label) =>
          seen(label, `${element.getAttribute('data-id')}: ${label.textContent}`),
        ),
      ),
    };
  });
}

test('fifty pasted procedures are each laid out without overlapping nodes or labels', async ({
  page,
  context,
}) => {
  test.setTimeout(900_000);
  console.log(`seed ${seed}`);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLibrary(page);
  const library = page.url();
  const random = new SeededRandom(seed);
  for (let round = 0; round < 50; round += 1) {
    const size = 20 + random.below(61);
    const text = randomProcedureText(seed + round, size);
    const guardrails = text.includes('guardrails:')
      ? text.split('guardrails:')[1]!.match(/^ {2}guardrail-\d+:/gm)!.length
      : 0;
    if (page.url() !== library) await page.getByRole('link', { name: 'All procedures' }).click();
    await expect(page.getByRole('heading', { name: 'Procedures' })).toBeVisible();
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await page.keyboard.press('Control+v');
    await expect(page.getByRole('heading', { name: `Random ${seed + round}, rename` })).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Laying out' })).toHaveCount(0);
    // Everything in view, so that nothing is left out of the drawing; the start marker is a node too.
    await page.getByRole('button', { name: 'Fit' }).click();
    await expect(canvas(page).locator('.react-flow__node')).toHaveCount(size + guardrails + 1);
    await expect
      .poll(async () => overlaps((await drawn(page)).nodes), { message: `round ${round}, ${size} steps` })
      .toEqual([]);
    expect(overlaps((await drawn(page)).labels)).toEqual([]);
    await page.getByRole('button', { name: /^Zoom \d/ }).click();
    await expect(page.getByRole('button', { name: /^Zoom 100/ })).toBeVisible();
    const full = await drawn(page);
    expect(full.labels.length).toBeGreaterThan(size);
    expect([...overlaps(full.nodes), ...overlaps(full.labels)]).toEqual([]);
  }
});
