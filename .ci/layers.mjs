// Checks the direction of imports with dependency-cruiser, and fails when it read no module (it then exits 0 by itself).
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// dependency-cruiser 17 parses every TypeScript file without JSX; tell swc which files have it.
const swc = require('@swc/core');
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

const { cruise } = await import('dependency-cruiser');
const { options, ...ruleSet } = require('../.dependency-cruiser.cjs');

const { output } = await cruise(['src'], { ...options, ruleSet, validate: true });
const { summary, modules } = output;
const own = modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source));
const screens = own.filter((module) => module.source.endsWith('.tsx'));
const edges = own.reduce((sum, module) => sum + module.dependencies.length, 0);
for (const { rule, from, to, cycle } of summary.violations) {
  const round = cycle === undefined ? '' : ` (${cycle.map(({ name }) => name).join(' → ')})`;
  console.error(`${rule.severity} ${rule.name}: ${from} → ${to}${round}`);
}
console.log(`layers: ${own.length} modules (${screens.length} with JSX), ${edges} imports, ${summary.violations.length} violations`);
const blind = own.length === 0 || edges === 0 || !screens.some((module) => module.dependencies.length > 0);
if (blind) console.error('layers: modules were not read, so nothing was checked');
process.exit(blind || summary.violations.length > 0 ? 1 : 0);
