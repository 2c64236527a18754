// Runs every benchmark, one after the other: `src/**/*.bench.ts` in Node, then `e2e/bench/*.bench.ts` in a browser.
// Name parts of file names to run only those: `npm run bench -- parse`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ensureBrowser } from './find-browser.mjs';

const wanted = process.argv.slice(2);
const benchmarksIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bench.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
const inNode = benchmarksIn('src');
const inBrowser = benchmarksIn('e2e/bench');

let failed = false;
for (const file of [...inNode, ...inBrowser]) {
  if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue;
  console.log(`\n▸ ${file}`);
  const env = inBrowser.includes(file) ? { ...process.env, CHROMIUM_PATH: await ensureBrowser() } : process.env;
  if (spawnSync('npx', ['tsx', '--expose-gc', file], { stdio: 'inherit', env }).status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
