import type { Diagnostic } from '../diagnostic.ts';
import type { SopDocument } from '../document.ts';
import type { Procedure } from '../model.ts';
import { presentFinding } from '../present-finding.ts';
import { contextOf } from '../rule-context.ts';
import { proofRules } from './all-proofs.ts';
import type { CodedProofFinding, ProofContext } from './proof-rule.ts';

const proved = new WeakMap<SopDocument, readonly Diagnostic[]>();
const found = new WeakMap<Procedure, readonly CodedProofFinding[]>();

/**
 * What the proof rules say of a document, by position. Nothing where the text cannot be read as a procedure. An edit
 * that leaves the meaning as it was costs the places anew, and no proof.
 */
export function proveDocument(document: SopDocument): readonly Diagnostic[] {
  let diagnostics = proved.get(document);
  if (!diagnostics) {
    const context = contextOf(document);
    diagnostics = (context ? findingsOf(context) : [])
      .map((finding): Diagnostic => presentProof(finding, document))
      .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
    proved.set(document, diagnostics);
  }
  return diagnostics;
}

/** A finding with the way that shows it, put into the text. */
export function presentProof(finding: CodedProofFinding, document: SopDocument): Diagnostic {
  const diagnostic = presentFinding(finding, document.source);
  return finding.trail ? { ...diagnostic, trail: finding.trail } : diagnostic;
}

function findingsOf(context: ProofContext): readonly CodedProofFinding[] {
  // What is broken is not in the procedure, so the procedure alone does not tell whether the findings still hold.
  const known = context.hasBroken ? undefined : found.get(context.procedure);
  if (known) return known;
  const findings = [...prove(context)];
  if (!context.hasBroken) found.set(context.procedure, findings);
  return findings;
}

function* prove(context: ProofContext): Generator<CodedProofFinding> {
  for (const { code, severity, check } of proofRules) {
    for (const finding of check(context)) yield { code, severity, ...finding };
  }
}
