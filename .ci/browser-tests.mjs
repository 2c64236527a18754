// Runs the browser journeys in a Chromium that is found, or installed, by itself. Arguments go to Playwright.
import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './find-browser.mjs';

const run = spawnSync(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: await ensureBrowser() } },
);
process.exit(run.status ?? 1);
