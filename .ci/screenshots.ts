// Takes the pictures in docs/screenshots of the built studio: each screen, wide and narrow, light and dark.
import { mkdirSync } from 'node:fs';
import { chromium, type Locator, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { bigProcedure } from '../src/testing/big-procedure.ts';
import { ensureBrowser } from './find-browser.mjs';

const folder = 'docs/screenshots';
mkdirSync(folder, { recursive: true });
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: 4182, strictPort: true }, logLevel: 'warn' });
const address = 'http://127.0.0.1:4182';
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

type Scheme = 'light' | 'dark';
type Shoot = (name: string) => Promise<void>;

function node(page: Page, name: RegExp): Locator {
  return page.getByRole('application', { name: 'Canvas', exact: true }).getByRole('group', { name });
}

function settle(page: Page): Promise<void> {
  return page.waitForTimeout(900);
}

function openPage(colorScheme: Scheme, width: number, height: number): Promise<Page> {
  return browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
}

function camera(page: Page, colorScheme: Scheme): Shoot {
  return async (name) => {
    await settle(page);
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` });
  };
}

async function wide(colorScheme: Scheme): Promise<void> {
  const page = await openPage(colorScheme, 1440, 900);
  const shoot = camera(page, colorScheme);
  await page.goto(address);
  await node(page, /^Decision known-customer/).click();
  await page.getByRole('textbox', { name: 'Procedure text' }).waitFor();
  await shoot('design');

  await page.getByRole('button', { name: 'Hide the dock' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fit' }).click();
  await shoot('overview');

  await page.getByRole('radio', { name: 'Simulate' }).click();
  const simulator = page.getByRole('region', { name: 'Simulator' });
  await simulator.getByRole('option', { name: /modify-gift-card-too-low/ }).click();
  await simulator.getByRole('button', { name: 'To the end' }).click();
  await settle(page);
  await shoot('simulate');
  const why = simulator.getByRole('tab', { name: 'Why' });
  if (await why.isVisible()) {
    await simulator.getByText('Card too low').first().click();
    await why.click();
    await shoot('why');
  }
  await simulator.getByRole('button', { name: 'Run all contacts' }).click();
  await page.getByRole('list', { name: 'Outcomes' }).waitFor();
  await shoot('all-contacts');

  await page.getByRole('link', { name: 'All procedures' }).click();
  await shoot('library');
  await page.getByRole('button', { name: 'New procedure' }).click();
  await page.getByRole('menuitem', { name: 'Empty procedure' }).click();
  await page.getByText('Empty procedure: add the first step').waitFor();
  await shoot('empty');
  await page.close();
}

/** Reading, proofs, tables and the tools around the canvas. */
async function tools(colorScheme: Scheme): Promise<void> {
  const page = await openPage(colorScheme, 1440, 900);
  const shoot = camera(page, colorScheme);
  await page.goto(address);
  await node(page, /^Question cancel-confirm/).waitFor();
  await page.getByRole('tab', { name: /Problems/ }).click();
  await shoot('proved');

  await page.getByRole('tab', { name: 'Code' }).click();
  await node(page, /^Question cancel-confirm/).focus();
  await page.keyboard.press('Enter');
  await page.locator('.view-line').filter({ hasText: 'includes:' }).first().click();
  await page.keyboard.press('Control+Shift+KeyK');
  await page.getByRole('tab', { name: /Problems/ }).click();
  const problem = page.getByRole('listitem').filter({ hasText: 'without hearing' });
  await problem.getByRole('button', { name: 'Show the contact' }).first().click();
  await page.getByText('Blocked by a guardrail').first().waitFor();
  await shoot('counterexample');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page.getByRole('radio', { name: 'Design' }).click();

  await page.keyboard.press('Control+KeyK');
  await page.getByRole('combobox').fill('re');
  await shoot('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Read' }).click();
  await page.getByRole('article').waitFor();
  await shoot('reading');

  await page.getByRole('link', { name: 'All procedures' }).click();
  await page.getByRole('button', { name: /Refunds/ }).first().click();
  await page.waitForURL(/\/p\//);
  await page.getByRole('radio', { name: 'Canvas' }).click();
  await node(page, /^Decision signed-in/).waitFor();
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('combobox').fill('Entitled');
  await page.getByRole('option', { name: /Entitled/ }).first().click();
  await page.getByRole('grid', { name: /Decision table/ }).waitFor();
  await shoot('table');
  await page.close();
}

/** A made-up procedure of `size` steps, whole and at its beginning. */
async function sized(colorScheme: Scheme, size: number): Promise<void> {
  const page = await openPage(colorScheme, 1440, 900);
  const shoot = camera(page, colorScheme);
  await page.goto(address);
  await node(page, /^Question authenticate/).waitFor();
  await page.goto(address);
  await page
    .getByLabel('Import YAML files')
    .setInputFiles({ name: 'big.yaml', mimeType: 'application/yaml', buffer: Buffer.from(bigProcedure(size)) });
  await page.getByRole('heading', { level: 1, name: `A procedure of ${size} steps` }).waitFor();
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByRole('progressbar', { name: 'Laying out' }).waitFor({ state: 'detached', timeout: 60_000 });
  await page.getByRole('button', { name: 'Hide the dock' }).click();
  await shoot(`steps-${size}`);
  await page.getByRole('button', { name: 'Fit' }).click();
  await shoot(`steps-${size}-all`);
  await page.close();
}

async function narrow(colorScheme: Scheme): Promise<void> {
  const page = await openPage(colorScheme, 390, 844);
  await page.goto(address);
  const rooms = page.getByRole('navigation');
  await rooms.waitFor();
  for (const room of ['Canvas', 'Read', 'Simulate']) {
    await rooms.getByText(room).click();
    if (room === 'Simulate') {
      await page.getByRole('option', { name: /cancel-pending/ }).click();
      await page.getByRole('button', { name: 'To the end' }).click();
    }
    await settle(page);
    await page.screenshot({ path: `${folder}/narrow-${room.toLowerCase()}-${colorScheme}.png` });
  }
  await page.close();
}

for (const scheme of ['light', 'dark'] as const) {
  await wide(scheme);
  await tools(scheme);
  for (const size of [60, 500]) await sized(scheme, size);
  await narrow(scheme);
}
await browser.close();
await server.close();
