import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { canvas, importText, inspector, openEmpty, openLibrary, step } from './support.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** It holds a decision table. */
const refund = readFileSync(new URL('../public/examples/refund/procedure.yaml', import.meta.url), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Serious and critical violations of the page as it stands. */
async function findings(page: Page): Promise<readonly string[]> {
  // What is only just appearing is pale.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  // The page's own policy forbids injected scripts, so the checker comes in through the debugger.
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run: () => Promise<{ violations: Finding[] }> } };
    return (await checker.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
    );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('library, design, inspector, problems and simulator have no serious violation', async ({ page }) => {
      await openLibrary(page);
      expect(await findings(page)).toEqual([]);
      await page.getByRole('link', { name: 'Order support' }).click();
      await expect(step(page, 'Question authenticate')).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Procedure text' })).toBeVisible();
      expect(await findings(page)).toEqual([]);

      for (const name of ['Question authenticate', 'Decision known-customer', 'Decision kind-of-request']) {
        await step(page, name).click();
        await expect(inspector(page).getByRole('heading', { level: 2 })).not.toHaveText('Order support');
        expect(await findings(page)).toEqual([]);
      }
      await page.getByRole('tab', { name: 'Problems' }).click();
      expect(await findings(page)).toEqual([]);

      // The outline beside it, a line open and at hand, its menu, its questions; then the reading view.
      await page.keyboard.press('Control+b');
      const tree = page.getByRole('tree', { name: 'Procedure' });
      await tree.focus();
      await page.keyboard.type('known');
      await page.keyboard.press('ArrowRight');
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Shift+F10');
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await tree.focus();
      await page.keyboard.press('Alt+c');
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('radio', { name: 'Read' }).click();
      await expect(page.getByRole('article')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('radio', { name: 'Canvas' }).click();
      await page.keyboard.press('Control+b');

      await page.getByRole('radio', { name: 'Simulate' }).click();
      const simulator = page.getByRole('region', { name: 'Simulator' });
      await expect(simulator.getByRole('option').first()).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await simulator.getByRole('option', { name: /cancel-pending/ }).click();
      await simulator.getByRole('button', { name: 'To the end' }).click();
      await expect(simulator.getByText('Order #1001 is cancelled.')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('the empty procedure, menus and dialogs have no serious violation', async ({ page }) => {
      await openEmpty(page);
      expect(await findings(page)).toEqual([]);
      await canvas(page).getByRole('button', { name: 'Decision', exact: true }).first().click();
      await expect(step(page, 'Decision decision')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await inspector(page).getByLabel('Kind', { exact: true }).click();
      await expect(page.getByRole('option', { name: 'Escalation' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await inspector(page).getByLabel('When no branch holds', { exact: true }).click();
      await expect(page.getByPlaceholder('Find…')).toBeFocused();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Commands' }).click();
      await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.type('dec');
      await expect(page.getByRole('option', { name: /Go to decision/ })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await canvas(page).focus();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+f');
      await page.keyboard.type('decision');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('list', { name: 'Places found' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Export and share' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('palette, find, a table, a condition in rows have no serious violation', async ({ page }) => {
      await openLibrary(page);
      await importText(page, 'refund.yaml', refund);
      await expect(page).toHaveURL(/\/p\//);
      await expect(canvas(page)).toBeVisible();
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+f');
      await page.keyboard.type('refund');
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+b');
      const tree = page.getByRole('tree', { name: 'Procedure' });
      await tree.focus();
      for (const title of ['which case', 'big enough']) {
        await page.keyboard.press('Home');
        await page.keyboard.type(title);
        expect(await findings(page)).toEqual([]);
      }
    });

    test('a narrow screen has no serious violation', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('/');
      await expect(page.getByRole('navigation')).toBeVisible();
      for (const tab of ['Read', 'Canvas', 'Simulate', 'Problems']) {
        await page.getByRole('navigation', { name: 'Rooms' }).getByText(tab).click();
        await page.waitForTimeout(400);
        expect(await findings(page)).toEqual([]);
      }
      for (const tab of ['Details', 'Outline', 'Code']) {
        await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button').last().click();
        await page.getByRole('menuitem', { name: tab }).click();
        await page.waitForTimeout(400);
        expect(await findings(page)).toEqual([]);
      }
    });
  });
}
