import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Procedure } from '../../document/model.ts';
import { procedureArbitrary } from '../../testing/procedure-arbitrary.ts';
import { interpretNaively } from '../../testing/naive-interpreter.ts';
import { SeededRandom } from '../../testing/seeded-random.ts';
import { advance } from '../advance.ts';
import { compileProcedure } from '../compile.ts';
import type { Contact } from '../contact.ts';
import type { Program } from '../program.ts';
import { startRun } from '../run.ts';
import { ownGuardrails } from './obligation.ts';
import { originsOf } from './origins.ts';
import { groundOf, proveGuardrail, type Verdict } from './prove-guardrails.ts';

function programOf(procedure: Procedure): Program {
  const compiled = compileProcedure(procedure);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  return compiled.program;
}

function verdictsOf(program: Program): readonly Verdict[] {
  const ground = groundOf(program);
  return ownGuardrails(program).flatMap((guardrail) => {
    const proving = proveGuardrail(ground, guardrail);
    let turn = proving.next();
    while (!turn.done) turn = proving.next();
    return turn.value;
  });
}

test('what is claimed of a guardrail, an interpreter that shares nothing with the engine sees on the contact', () => {
  let claims = 0;
  let undecided = 0;
  fc.assert(
    fc.property(procedureArbitrary, (procedure) => {
      const program = programOf(procedure);
      for (const verdict of verdictsOf(program)) {
        if (verdict.kind === 'undecided') {
          undecided++;
          continue;
        }
        claims++;
        const { guardrail, check } = verdict.obligation;
        const answer = interpretNaively(procedure, verdict.shown.contact);
        const step = program.steps[verdict.step]?.id ?? '';
        expect(answer.violations).toContain(`${guardrail.id} ${check} ${step}`);
        if (guardrail.severity === 'block') expect(answer.ended).toBe('blocked');
      }
    }),
    { numRuns: 200, seed: 71 },
  );
  process.stdout.write(`${claims} claims, ${undecided} not decided\n`);
  expect(claims).toBeGreaterThan(150);
});

test('a guardrail that some contact breaks is never passed over', () => {
  let broken = 0;
  fc.assert(
    fc.property(procedureArbitrary, fc.integer({ min: 1, max: 1e6 }), (procedure, seed) => {
      const program = programOf(procedure);
      const known = new Set(
        verdictsOf(program).flatMap(({ obligation: { guardrail, check, targets } }) =>
          [...targets].map((target) => `${guardrail.id} ${check} ${program.steps[target]?.id}`),
        ),
      );
      const random = new SeededRandom(seed);
      for (let trial = 0; trial < 40; trial++) {
        for (const violation of violationsOf(program, random)) {
          broken++;
          expect(known, violation).toContain(violation);
        }
      }
    }),
    { numRuns: 150, seed: 72 },
  );
  process.stdout.write(`${broken} violations found by chance\n`);
  expect(broken).toBeGreaterThan(200);
});

const checks: ReadonlySet<string> = new Set(['disclose', 'confirm', 'require', 'alwaysSay']);

/** Runs a contact made up as it goes: facts from the start, answers to what is asked. */
function violationsOf(program: Program, random: SeededRandom): readonly string[] {
  const { asked } = originsOf(program);
  const facts: Record<string, unknown> = {};
  for (const { role, name, slot, type } of program.environment.declarations) {
    if (role === 'fact' && !asked.has(slot) && random.chance(0.7)) facts[name] = valueOf(type.kind, random);
  }
  const answers = random.chance(0.7)
    ? { ok: true as const, facts: {} }
    : { ok: false as const, error: 'no answer' };
  const contact: Contact = {
    id: 'chance',
    intent: perhaps(program.procedure.scope.intents, random),
    channel: perhaps(['chat', 'email'], random),
    locale: perhaps(program.procedure.scope.locales, random),
    at: perhaps(['2026-03-01T12:00:00Z', '2025-03-01T12:00:00Z'], random),
    facts,
    turns: [],
    results: { 'act.read': [answers], 'act.write': [random.chance(0.7) ? { ok: true, facts: {} } : answers] },
    expect: undefined,
  };
  let run = startRun(program, contact);
  for (let steps = 0; run.status !== 'ended' && steps < 60; steps++) {
    if (run.status === 'running') {
      run = advance(program, run, { type: 'step' });
      continue;
    }
    const told: Record<string, unknown> = {};
    const whole = random.chance(0.6);
    for (const name of run.asking?.facts ?? []) {
      const type = program.environment.byName.get(name)?.type.kind ?? 'string';
      if (whole || random.chance(0.4)) told[name] = valueOf(type, random);
    }
    run = advance(program, run, { type: 'answer', text: '…', facts: told });
  }
  const violations = run.result?.violations ?? [];
  return violations
    .filter(({ check }) => checks.has(check))
    .map(({ guardrail, check, step }) => `${guardrail} ${check} ${step}`);
}

function perhaps(values: readonly string[], random: SeededRandom): string | undefined {
  return values.length === 0 || random.chance(0.3) ? undefined : random.pick(values);
}

function valueOf(kind: string, random: SeededRandom): unknown {
  switch (kind) {
    case 'boolean':
      return random.chance(0.5);
    case 'number':
      return random.below(6) - 1;
    case 'list':
      return Array.from({ length: random.below(4) }, () => random.below(6) - 1);
    default:
      return random.pick(['x', 'y', 'z']);
  }
}
