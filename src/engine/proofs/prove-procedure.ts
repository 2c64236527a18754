import type { Diagnostic } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import type { Procedure } from '../../document/model.ts';
import type { ProcedureLookup } from '../../document/procedure-lookup.ts';
import { presentProof, proveDocumentInTurns, provableContext } from '../../document/proofs/prove-document.ts';
import { compileProcedure } from '../compile.ts';
import type { Contact } from '../contact.ts';
import { presentVerdict, type FoundProblem } from './present-verdict.ts';
import { proveGuardrails } from './prove-guardrails.ts';

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

const found = new WeakMap<
  Procedure,
  { readonly program: object; readonly problems: readonly FoundProblem[] }
>();

function* guardrailProblems(
  document: SopDocument,
  procedures: ProcedureLookup | undefined,
): Generator<undefined, readonly FoundProblem[]> {
  if (!provableContext(document)) return [];
  const compiled = compileProcedure(document, procedures);
  if (!compiled.ok) return [];
  const { program } = compiled;
  const known = found.get(program.procedure);
  if (known?.program === program) return known.problems;
  yield;
  const verdicts = yield* proveGuardrails(program);
  const problems = verdicts.map((verdict) => presentVerdict(program, verdict));
  found.set(program.procedure, { program, problems });
  return problems;
}
