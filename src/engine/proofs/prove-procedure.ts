import type { Diagnostic } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import { proveDocumentInTurns } from '../../document/proofs/prove-document.ts';
import type { Contact } from '../contact.ts';

/** What was proved about a procedure beyond what `document.diagnostics` says. */
export interface ProvedProblem extends Diagnostic {
  /** A contact that walks the diagnostic's trail to the violation. Run and seen to reach it. */
  readonly counterexample?: Contact;
}

/** All proofs of a document, by position. Pure; with the previous document parsed from, costs what changed. */
export function proveProcedure(document: SopDocument): readonly ProvedProblem[] {
  const proving = proveInTurns(document);
  let turn = proving.next();
  while (!turn.done) turn = proving.next();
  return turn.value;
}

/** `proveProcedure` for those who may be called away: it pauses every few milliseconds of work. */
export function* proveInTurns(document: SopDocument): Generator<undefined, readonly ProvedProblem[]> {
  return yield* proveDocumentInTurns(document);
}
