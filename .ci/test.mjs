// Everything that must hold: format, lint, types, layers, dead code, unit and property tests, browser journeys.
// The last line counts the tests: `N passed, M failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = 'test-results';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

let passed = 0;
let failed = 0;

function run(name, command, args, env = {}) {
  console.log(`\n▸ ${name}`);
  const result = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return result.status === 0;
}

for (const script of ['format:check', 'lint', 'types', 'layers', 'unused']) {
  if (run(script, 'npm', ['run', '--silent', script])) passed += 1;
  else failed += 1;
}

const example = 'public/examples/order-support';
const command = ['sopwright', 'test', `${example}/procedure.yaml`, '--contacts', `${example}/contacts.yaml`];
if (run('the command as installed', 'npx', command)) passed += 1;
else failed += 1;

const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

const unitFile = `${folder}/unit.json`;
const casesFile = `${folder}/third-party-cases.jsonl`;
const unitOk = run('unit and property tests', 'npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${unitFile}`], {
  SOPWRIGHT_CASES_REPORT: casesFile,
});
const unit = report(unitFile);
passed += unit?.numPassedTests ?? 0;
failed += unit?.numFailedTests ?? 0;
if (!unitOk && !(unit?.numFailedTests > 0)) failed += 1;

const browserFile = `${folder}/browser.json`;
const browserOk = run('browser journeys', process.execPath, ['.ci/browser-tests.mjs', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(browserFile),
});
const browser = report(browserFile)?.stats;
passed += (browser?.expected ?? 0) + (browser?.flaky ?? 0);
failed += browser?.unexpected ?? 0;
if (!browserOk && !(browser?.unexpected > 0)) failed += 1;

console.log('\nThird-party cases');
let ran = 0;
let absent = 0;
const rows = existsSync(casesFile) ? readFileSync(casesFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [];
for (const row of rows) {
  ran += row.ran;
  absent += row.absent;
  console.log(`  ${row.name}: ${row.ran} ran, ${row.excluded} excluded by rule, ${row.absent} skipped${row.note ? ` (${row.note})` : ''}`);
}
console.log(`  in all: ${ran} ran, ${absent} skipped for want of their files`);
const skippedTests = (unit?.numPendingTests ?? 0) + (browser?.skipped ?? 0);
console.log(`${skippedTests} tests skipped, ${browser?.flaky ?? 0} browser journeys passed on a second try`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
