import { checkCalls } from '../../../document/calls/check-calls.ts';
import type { SopDocument } from '../../../document/document.ts';
import { parseDocument } from '../../../document/parse.ts';
import { provedStatements } from '../../../document/proofs/proved-statements.ts';
import { provableContext } from '../../../document/proofs/prove-document.ts';
import { compileProcedure } from '../../../engine/compile.ts';
import { proveInTurns } from '../../../engine/proofs/prove-procedure.ts';
import type { ProvedProblem } from '../../../engine/proofs/prove-procedure.ts';
import type { OtherTexts, ProofReply, ProofTask } from './proof-task.ts';

export interface ProofDesk {
  take(task: ProofTask): void;
}

/** Fixes are planned when they are sent; past this many problems nobody looks at them. */
const mostFixed = 100;

/**
 * The worker's side: keeps its own documents, reads each new text as a change of the last, and proves the latest. A
 * proof that a newer text overtakes is given up. `pause` calls back after what waits has been heard.
 */
export function createProofDesk(
  reply: (reply: ProofReply) => void,
  pause: (callback: () => void) => void,
): ProofDesk {
  let text = '';
  let document: SopDocument | undefined;
  let others: ReadonlyMap<string, SopDocument> = new Map();
  let lookup = (_id: string): SopDocument | undefined => undefined;
  let latest = 0;

  function begin(version: number): void {
    if (version !== latest) return;
    try {
      document = parseDocument(text, document);
      if (provableContext(document)) proceed(version, document, proveInTurns(document, lookup));
      else reply({ kind: 'unreadable', version });
    } catch (error) {
      fail(version, error);
    }
  }

  function proceed(version: number, of: SopDocument, proving: ReturnType<typeof proveInTurns>): void {
    if (version !== latest) return;
    try {
      const turn = proving.next();
      if (turn.done) finish(version, of, turn.value);
      else pause(() => proceed(version, of, proving));
    } catch (error) {
      fail(version, error);
    }
  }

  function finish(version: number, of: SopDocument, proved: readonly ProvedProblem[]): void {
    const problems = [...checkCalls(of, lookup, [...others.keys()]), ...proved].map((problem, index) =>
      index < mostFixed ? withPlannedFixes(problem) : { ...problem, fixes: [] },
    );
    const walked = compileProcedure(of, lookup).ok;
    const statements = provedStatements(of, [...of.diagnostics, ...problems], walked);
    reply({ kind: 'proved', version, problems, statements });
  }

  function fail(version: number, error: unknown): void {
    // What was remembered half-way is not to be trusted.
    document = undefined;
    reply({ kind: 'failed', version, message: error instanceof Error ? error.message : String(error) });
  }

  function readOthers(texts: OtherTexts): void {
    others = new Map([...texts].map(([id, each]) => [id, parseDocument(each, others.get(id))]));
    const now = others;
    lookup = (id) => now.get(id);
  }

  return {
    take: (task) => {
      latest = task.version;
      if (typeof task.text === 'string') text = task.text;
      else if (task.text.change) {
        const { from, to, insert } = task.text.change;
        text = text.slice(0, from) + insert + text.slice(to);
      }
      if (task.others) readOthers(task.others);
      pause(() => begin(task.version));
    },
  };
}

/** Fixes that the text does not allow are left out. */
function withPlannedFixes(problem: ProvedProblem): ProvedProblem {
  const fixes = problem.fixes.flatMap(({ title, edits }) => (edits.length === 0 ? [] : [{ title, edits }]));
  return { ...problem, fixes };
}
