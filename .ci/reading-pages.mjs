// Prints the reading view of the example as a person would, and makes pictures of its first pages for docs/reading.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { ensureBrowser } from './find-browser.mjs';

const folder = 'docs/reading';
const pages = 8;

if (spawnSync('pdftoppm', ['-v']).error !== undefined) {
  console.log('No pictures of the printed reading view: pdftoppm is not here (apt-get install poppler-utils).');
  process.exit(0);
}
const address = process.env.SOPWRIGHT_ADDRESS ?? 'http://127.0.0.1:4183';
const server =
  process.env.SOPWRIGHT_ADDRESS === undefined
    ? (await build({ logLevel: 'warn' }), await preview({ preview: { port: 4183, strictPort: true }, logLevel: 'warn' }))
    : undefined;
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const work = mkdtempSync(join(tmpdir(), 'sopwright-'));
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.getByRole('radio', { name: 'Read' }).click();
  await page.getByRole('article').waitFor();
  const file = join(work, 'reading.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = spawnSync('pdftoppm', ['-png', '-r', '72', '-l', String(pages), file, join(folder, 'page')], {
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  console.log(made.status === 0 ? `Pages 1 to ${pages} are in ${folder}.` : 'pdftoppm made no pictures.');
} finally {
  rmSync(work, { recursive: true, force: true });
  await browser.close();
  await server?.close();
}
