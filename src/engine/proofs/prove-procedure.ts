import type { Diagnostic } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import { proveDocument } from '../../document/proofs/prove-document.ts';
import type { Contact } from '../contact.ts';

/** What was proved about a procedure beyond what `document.diagnostics` says. */
export interface ProvedProblem extends Diagnostic {
  /** A contact that walks the diagnostic's trail to the violation. Run and seen to reach it. */
  readonly counterexample?: Contact;
}

/** All proofs of a document, by position. Pure; with the previous document parsed from, costs what changed. */
export function proveProcedure(document: SopDocument): readonly ProvedProblem[] {
  return proveDocument(document);
}
