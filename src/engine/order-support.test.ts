import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../document/parse.ts';
import { orderRequest } from '../testing/order-requests.ts';
import { answerOrderRequest } from '../testing/order-support-reference.ts';
import { reportCases, skipForWant, thirdPartyRows } from '../testing/third-party-cases.ts';
import { runBatch } from './batch.ts';
import { compileProcedure } from './compile.ts';
import { applyMap } from './contacts/apply-map.ts';
import { parseContacts } from './contacts/parse-contacts.ts';
import { parseMap } from './contacts/parse-map.ts';
import { differences, presentCall, sameJson } from './expectation.ts';
import type { Result } from './result.ts';

const folder = 'public/examples/order-support';
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

const compiled = compileProcedure(parseDocument(read('procedure.yaml')));
if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
const { program } = compiled;

function mapped(mapFile: string, rows: readonly unknown[]): readonly Result[] {
  const map = parseMap(read(mapFile));
  if (!map.ok) throw new Error(map.problems.map(({ message }) => message).join('\n'));
  const contacts = rows.flatMap((data, index) =>
    applyMap(map.map, { value: data, line: index + 1 }, index + 1).contacts.flatMap(
      ({ contact }) => contact ?? [],
    ),
  );
  return runBatch(program, contacts);
}

interface ThirdPartyRow {
  readonly id: string;
  readonly expected: {
    readonly actions: readonly { readonly name: string; readonly args: Readonly<Record<string, unknown>> }[];
    readonly reason?: string | null;
  };
}

describe('the order-support example', () => {
  it('has no problem reported', () => {
    expect(parseDocument(read('procedure.yaml')).diagnostics).toEqual([]);
  });

  it('does with each sample contact what the contact expects', () => {
    const { contacts, problems } = parseContacts(read('contacts.yaml'), 'yaml');
    expect(problems).toEqual([]);
    expect(contacts.length).toBeGreaterThanOrEqual(20);
    const results = runBatch(program, contacts);
    for (const [index, contact] of contacts.entries()) {
      expect(contact.expect).toBeDefined();
      expect({ id: contact.id, unmet: differences(program, contact.expect!, results[index]!) }).toEqual({
        id: contact.id,
        unmet: [],
      });
    }
  });

  it('answers any request as plain JavaScript does', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(orderRequest, (data) => {
        const [result] = mapped('requests.map.yaml', [
          { id: 'x', intent: data.request.type, channel: 'chat', data },
        ]);
        const answer = answerOrderRequest(data);
        seen.add(answer.outcome);
        expect({ outcome: result?.outcome, actions: result?.actions.map(presentCall) }).toEqual(answer);
      }),
      { numRuns: 1500, verbose: 0 },
    );
    expect(seen.size).toBeGreaterThanOrEqual(15);
  });

  const requests = thirdPartyRows('retail/requests.jsonl') as readonly ThirdPartyRow[] | undefined;
  it('performs the expected actions on every third-party request, and says why not', (test) => {
    if (requests === undefined) return skipForWant(test, 'retail/requests.jsonl', 781);
    const results = mapped('requests.map.yaml', requests);
    const reasons = new Map<string, Set<string>>();
    for (const [index, { id, expected }] of requests.entries()) {
      const result = results[index]!;
      expect({ id, actions: result.actions.map(presentCall) }).toEqual({ id, actions: expected.actions });
      const reason = expected.reason?.replace(/item \d+/, 'item');
      if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? new Set()).add(result.outcome));
    }
    for (const [reason, outcomes] of reasons)
      expect({ reason, outcomes: outcomes.size }).toEqual({ reason, outcomes: 1 });
    expect(
      mapped(
        'requests.map.yaml',
        requests.map((row) => ({ ...row, expected: undefined })),
      ),
    ).toEqual(results);
    reportCases('retail/requests.jsonl', requests.length);
  });

  const contacts = thirdPartyRows('retail/contacts.jsonl') as readonly ThirdPartyRow[] | undefined;
  it('performs the expected actions on nearly every third-party contact', (test) => {
    if (contacts === undefined) return skipForWant(test, 'retail/contacts.jsonl', 334);
    const byContact = new Map<string, unknown[]>();
    for (const { id, actions } of mapped('contacts.map.yaml', contacts)) {
      const contact = id.replace(/[#/].*$/, '');
      byContact.set(contact, [...(byContact.get(contact) ?? []), ...actions.map(presentCall)]);
    }
    const alike = contacts.filter(({ id, expected }) => {
      const performed = byContact.get(id) ?? [];
      return (
        performed.length === expected.actions.length &&
        expected.actions.every((action) => performed.some((other) => sameJson(action, other)))
      );
    });
    console.log(`retail/contacts.jsonl: ${alike.length} of ${contacts.length} with the expected actions`);
    expect(alike.length).toBeGreaterThanOrEqual(322);
    reportCases('retail/contacts.jsonl', contacts.length);
  });
});
