// Finds a Chromium for the browser tests, and installs one where there is none.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const usual = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const onSystem = () => usual.find((path) => path && existsSync(path));

async function ownOfPlaywright() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function attempt(command, args, environment = {}) {
  try {
    execFileSync(command, args, { stdio: 'inherit', timeout: 600_000, env: { ...process.env, ...environment } });
  } catch (error) {
    console.error(`${command} ${args.join(' ')}: ${error.message}`);
  }
}

/** The path of a Chromium: `CHROMIUM_PATH`, a system browser, Playwright's own, else one installed now. */
export async function ensureBrowser() {
  const found = onSystem() ?? (await ownOfPlaywright());
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update', '-qq']);
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
    const installed = onSystem();
    if (installed) return installed;
  }
  attempt(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const downloaded = await ownOfPlaywright();
  if (downloaded) return downloaded;
  throw new Error('No browser found. Install Chromium, or name one in CHROMIUM_PATH.');
}
