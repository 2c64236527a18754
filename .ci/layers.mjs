// Checks the direction of imports, and fails when the tool read no module (it then exits 0 by itself).
import { spawnSync } from 'node:child_process';

const cruise = spawnSync('npx', ['depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], {
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
});
if (cruise.error) throw cruise.error;
if (!cruise.stdout.trim()) {
  console.error(cruise.stderr);
  process.exit(1);
}
const { summary, modules } = JSON.parse(cruise.stdout);
const own = modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source));
const edges = own.reduce((sum, module) => sum + module.dependencies.length, 0);
for (const violation of summary.violations) {
  console.error(`${violation.rule.severity} ${violation.rule.name}: ${violation.from} → ${violation.to}`);
}
console.log(`layers: ${own.length} modules, ${edges} imports, ${summary.violations.length} violations`);
if (own.length === 0 || edges === 0) {
  console.error('layers: no module was read, so nothing was checked');
  process.exit(1);
}
process.exit(summary.violations.length > 0 ? 1 : 0);
