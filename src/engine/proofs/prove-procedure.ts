import type { Diagnostic } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import type { Guardrail } from '../../document/model.ts';
import type { ProcedureLookup } from '../../document/procedure-lookup.ts';
import { presentProof, proveDocumentInTurns, provableContext } from '../../document/proofs/prove-document.ts';
import { compileProcedure } from '../compile.ts';
import type { Contact } from '../contact.ts';
import { dependenciesOf } from './dependencies.ts';
import { ownGuardrails } from './obligation.ts';
import { presentVerdict, type FoundProblem } from './present-verdict.ts';
import { groundOf, proveGuardrail, type Ground } from './prove-guardrails.ts';

/** What was proved about a procedure beyond what `document.diagnostics` says. */
export interface ProvedProblem extends Diagnostic {
  /** A contact that walks the diagnostic's trail to the violation. Run and seen to reach it. */
  readonly counterexample?: Contact;
}

/**
 * All proofs of a document, by position. Pure; with the previous document parsed from, costs what changed. `procedures`
 * finds those that its steps run; without it nothing is said of guardrails where there are such steps.
 */
export function proveProcedure(
  document: SopDocument,
  procedures?: ProcedureLookup,
): readonly ProvedProblem[] {
  const proving = proveInTurns(document, procedures);
  let turn = proving.next();
  while (!turn.done) turn = proving.next();
  return turn.value;
}

/** `proveProcedure` for those who may be called away: it pauses every few milliseconds of work. */
export function* proveInTurns(
  document: SopDocument,
  procedures?: ProcedureLookup,
): Generator<undefined, readonly ProvedProblem[]> {
  const ruled = yield* proveDocumentInTurns(document);
  const guarded = (yield* guardrailProblems(document, procedures)).map(
    ({ finding, counterexample }): ProvedProblem => {
      const diagnostic = presentProof(finding, document);
      return counterexample === undefined ? diagnostic : { ...diagnostic, counterexample };
    },
  );
  if (guarded.length === 0) return ruled;
  return [...ruled, ...guarded].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

/** By guardrail as it is written: what was found, and all that it hangs on. */
const found = new WeakMap<
  Guardrail,
  { readonly on: readonly unknown[]; readonly problems: readonly FoundProblem[] }
>();

function* guardrailProblems(
  document: SopDocument,
  procedures: ProcedureLookup | undefined,
): Generator<undefined, readonly FoundProblem[]> {
  if (!provableContext(document)) return [];
  const compiled = compileProcedure(document, procedures);
  if (!compiled.ok) return [];
  yield;
  const { program } = compiled;
  let ground: Ground | undefined;
  const problems: FoundProblem[] = [];
  for (const guardrail of ownGuardrails(program)) {
    const written = program.procedure.guardrails.get(guardrail.id);
    if (written === undefined) continue;
    const on = dependenciesOf(program, guardrail);
    const known = found.get(written);
    if (known !== undefined && sameItems(known.on, on)) {
      problems.push(...known.problems);
      continue;
    }
    ground ??= groundOf(program);
    const verdicts = yield* proveGuardrail(ground, guardrail);
    const fresh = verdicts.map((verdict) => presentVerdict(program, verdict));
    found.set(written, { on, problems: fresh });
    problems.push(...fresh);
  }
  return problems;
}

function sameItems(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index]);
}
