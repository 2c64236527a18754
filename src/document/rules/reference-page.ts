import type { Severity } from '../diagnostic.ts';
import { calledExample } from '../calls/called-example.ts';
import { callRules } from '../calls/check-calls.ts';
import { proofPages } from '../proofs/all-proofs.ts';
import { rulePages } from './all-rules.ts';
import type { RulePage } from './rule.ts';

const severities: readonly (readonly [Severity, string])[] = [
  ['error', 'Errors: it cannot run, or not as it must'],
  ['warning', 'Warnings: it runs, but hardly as meant'],
  ['info', 'Information: what could be removed'],
];

/** `docs/diagnostics.md`: every code with its sentence, an example that reports it and one that does not. */
export function referencePage(): string {
  const sections = severities.map(([severity, heading]) => {
    const pages = [...rulePages, ...callRules, ...proofPages].filter((page) => page.severity === severity);
    return `## ${heading}\n\n${pages.map(entryOf).join('\n')}`;
  });
  return `# Diagnostics

Each problem that Sopwright finds has a code. Here is every code with the rule behind it, an example that reports it and
one that does not. The examples leave out what goes without saying (\`sop\`, \`id\`, and a step to end with).
Where they run another procedure, it is the one at the end of the page.
This page is generated from the rules by \`npm run schema\`.

${sections.join('\n')}
## The procedure that examples run

\`\`\`yaml
${calledExample.trim()}
\`\`\`
`;
}

function entryOf({ code, summary, valid, invalid }: RulePage): string {
  return `### ${code}

${summary}

Reported:

\`\`\`yaml
${invalid.trim()}
\`\`\`

Not reported:

\`\`\`yaml
${valid.trim()}
\`\`\`
`;
}
