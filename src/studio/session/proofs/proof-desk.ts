import type { SopDocument } from '../../../document/document.ts';
import { parseDocument } from '../../../document/parse.ts';
import { provableContext } from '../../../document/proofs/prove-document.ts';
import { proveInTurns } from '../../../engine/proofs/prove-procedure.ts';
import type { ProofReply, ProofTask } from './proof-task.ts';

export interface ProofDesk {
  take(task: ProofTask): void;
}

/**
 * The worker's side: keeps its own document, reads each new text as a change of the last, and proves the latest. A
 * proof that a newer text overtakes is given up. `pause` calls back after what waits has been heard.
 */
export function createProofDesk(
  reply: (reply: ProofReply) => void,
  pause: (callback: () => void) => void,
): ProofDesk {
  let text = '';
  let document: SopDocument | undefined;
  let latest = 0;

  function begin(version: number): void {
    if (version !== latest) return;
    try {
      document = parseDocument(text, document);
      if (provableContext(document)) proceed(version, proveInTurns(document));
      else reply({ kind: 'unreadable', version });
    } catch (error) {
      fail(version, error);
    }
  }

  function proceed(version: number, proving: ReturnType<typeof proveInTurns>): void {
    if (version !== latest) return;
    try {
      const turn = proving.next();
      if (turn.done) reply({ kind: 'proved', version, problems: turn.value });
      else pause(() => proceed(version, proving));
    } catch (error) {
      fail(version, error);
    }
  }

  function fail(version: number, error: unknown): void {
    // What was remembered half-way is not to be trusted.
    document = undefined;
    reply({ kind: 'failed', version, message: error instanceof Error ? error.message : String(error) });
  }

  return {
    take: (task) => {
      latest = task.version;
      if ('text' in task) text = task.text;
      else text = text.slice(0, task.change.from) + task.change.insert + text.slice(task.change.to);
      pause(() => begin(task.version));
    },
  };
}
