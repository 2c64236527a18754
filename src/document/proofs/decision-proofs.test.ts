import { describe, expect, it } from 'vitest';
import { parseDocument } from '../parse.ts';
import { provedDecisions } from './decision-proofs.ts';
import { provableContext, proveDocument } from './prove-document.ts';

function decision(branches: readonly string[], rest = '') {
  const document = parseDocument(`sop: 1
id: example
scope: { locales: [en, de] }
start: which
steps:
  which:
    kind: decision
    branches:
${branches.map((when) => `      - { when: '${when}', next: done }\n`).join('')}${rest}
  done: { kind: end, outcome: done }
`);
  const context = provableContext(document);
  const [proved] = context ? provedDecisions(context) : [];
  return { codes: proveDocument(document).map(({ code }) => code), proofs: proved?.proofs };
}

describe('a decision about locales', () => {
  it('reckons with those of a region, which the scope’s language covers', () => {
    const { codes } = decision(
      [
        'contact.locale == "de"',
        'contact.locale.startsWith("de")',
        'contact.locale == "en"',
        'contact.locale != "de"',
      ],
      '    otherwise: done',
    );
    expect(codes).toEqual([]);
  });

  it('does not cover every case with the scope’s own words alone', () => {
    const { proofs } = decision(['contact.locale == "de"', 'contact.locale == "en"']);
    expect(proofs).toMatchObject({ exhaustive: false, uncovered: undefined });
    expect(decision(['contact.locale == "de"', 'contact.locale != "de"']).proofs?.exhaustive).toBe(true);
  });

  it('is told a locale of the scope where a case is missing', () => {
    const { proofs } = decision(['contact.locale == "de"']);
    expect([...(proofs?.uncovered?.values() ?? [])]).toEqual(['en']);
  });
});
