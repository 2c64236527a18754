// Takes the pictures in docs/screenshots of the built studio: each screen, wide and narrow, light and dark.
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
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

const node = (page, name) => page.getByRole('application', { name: 'Canvas', exact: true }).getByRole('group', { name });
const settle = (page) => page.waitForTimeout(900);

async function wide(colorScheme) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  const shoot = async (name) => {
    await settle(page);
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` });
  };
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

async function narrow(colorScheme) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme, reducedMotion: 'reduce' });
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

for (const scheme of ['light', 'dark']) {
  await wide(scheme);
  await narrow(scheme);
}
await browser.close();
await server.close();
