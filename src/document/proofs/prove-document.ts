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
 * What the proof rules say of a document, by position. Nothing where some of the text cannot be read: what is missing
 * may be what a proof hangs on. An edit that leaves the meaning as it was costs the places anew, and no proof.
 */
export function proveDocument(document: SopDocument): readonly Diagnostic[] {
  const proving = proveDocumentInTurns(document);
  let turn = proving.next();
  while (!turn.done) turn = proving.next();
  return turn.value;
}

/** `proveDocument` for those who may be called away: it pauses between rules. */
export function* proveDocumentInTurns(document: SopDocument): Generator<undefined, readonly Diagnostic[]> {
  const known = proved.get(document);
  if (known) return known;
  const context = provableContext(document);
  const findings = context ? yield* findingsOf(context) : [];
  const diagnostics = findings
    .map((finding): Diagnostic => presentProof(finding, document))
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  proved.set(document, diagnostics);
  return diagnostics;
}

/** What proofs look at; undefined while some of the text cannot be read. */
export function provableContext(document: SopDocument): ProofContext | undefined {
  const context = contextOf(document);
  return context?.hasBroken ? undefined : context;
}

/** A finding with the way that shows it, put into the text. */
export function presentProof(finding: CodedProofFinding, document: SopDocument): Diagnostic {
  const diagnostic = presentFinding(finding, document.source);
  return finding.trail ? { ...diagnostic, trail: finding.trail } : diagnostic;
}

function* findingsOf(context: ProofContext): Generator<undefined, readonly CodedProofFinding[]> {
  const known = found.get(context.procedure);
  if (known) return known;
  const findings: CodedProofFinding[] = [];
  for (const { code, severity, check } of proofRules) {
    for (const finding of check(context)) findings.push({ code, severity, ...finding });
    yield;
  }
  found.set(context.procedure, findings);
  return findings;
}
