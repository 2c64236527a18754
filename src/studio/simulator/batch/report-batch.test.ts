import { describe, expect, it } from 'vitest';
import { refundContacts, refundText } from '../rehearsal.fixture.ts';
import { countOutcomes, countVerdicts, type BatchReport } from './batch-report.ts';
import { reportBatch } from './report-batch.ts';

const quiet = { now: () => 0, onProgress: () => undefined };

function report(procedure = refundText, contacts = refundContacts): BatchReport {
  const made = reportBatch({ procedure, contacts }, quiet);
  if (!made.ok) throw new Error(made.message);
  return made.report;
}

describe('all contacts at once', () => {
  it('says how each ended, and whether as expected', () => {
    const { rows } = report();
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['agrees', 'refunded'],
      ['silent', 'stuck'],
      ['blank', 'stuck'],
      ['furious', 'escalated'],
      ['elsewhere', 'out-of-scope'],
    ]);
    expect(rows[0]?.differences).toEqual([]);
    expect(rows[1]?.differences).toBeUndefined();
    expect(rows[2]?.unknown).toEqual(['order.total']);
    expect(countVerdicts(rows)).toEqual({ met: 1, differing: 0, open: 4 });
  });

  it('says in words what came out otherwise', () => {
    const { rows } = report(refundText.replace('value: 50', 'value: 10'));
    expect(rows[0]?.differences).toEqual(['outcome: escalated instead of refunded']);
    const expecting = refundContacts.replace('{ outcome: refunded }', '{ actions: [] }');
    expect(report(refundText, expecting).rows[0]?.differences).toEqual([
      'actions: refund(amount: 20) instead of none',
    ]);
  });

  it('counts outcomes, the most frequent first', () => {
    expect(countOutcomes(report().rows)[0]).toEqual({ outcome: 'stuck', ended: 'stuck', count: 2 });
  });

  it('names the steps and branches that no contact reached', () => {
    const { steps, branches } = report();
    expect(steps.missed.map(({ step }) => step)).toEqual(['denied']);
    expect(branches.missed.map(({ label }) => label)).toEqual([
      'How much: Above the limit',
      'Agreed: Otherwise',
    ]);
    expect(steps.taken + steps.missed.length).toBe(steps.total);
  });

  it('runs the procedures that the procedure calls', () => {
    const task = {
      procedure:
        'sop: 1\nid: outer\nstart: a\nsteps:\n  a: { kind: procedure, procedure: inner, next: done }\n  done: { kind: end, outcome: done }\n',
      called: ['sop: 1\nid: inner\nstart: b\nsteps:\n  b: { kind: end, outcome: over }\n'],
      contacts: '- { id: c1 }\n',
    };
    const made = reportBatch(task, quiet);
    expect(made.ok && made.report.rows[0]?.path).toEqual(['a', 'a/b', 'done']);
    expect(reportBatch({ ...task, called: [] }, quiet).ok).toBe(false);
  });

  it('says why nothing can be run', () => {
    expect(reportBatch({ procedure: refundText, contacts: '' }, quiet)).toEqual({
      ok: false,
      message: 'There are no contacts.',
    });
    expect(reportBatch({ procedure: 'sop: 1', contacts: refundContacts }, quiet).ok).toBe(false);
  });

  it('tells its progress', () => {
    const contacts = Array.from({ length: 120 }, (_, index) => `- { id: c${index}, intent: refund }\n`).join(
      '',
    );
    const seen: number[] = [];
    reportBatch({ procedure: refundText, contacts }, { now: () => 0, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([0, 50, 100]);
  });
});
