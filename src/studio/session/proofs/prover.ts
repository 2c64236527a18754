import type { ProvedProblem } from '../../../engine/proofs/prove-procedure.ts';
import { changedStretch } from '../changed-stretch.ts';
import { moveProblems } from './move-problems.ts';
import type { OtherTexts, ProofReply, ProofTask } from './proof-task.ts';

/** Milliseconds of quiet before a text is worth proving; while someone types on and on, this often at least. */
const quiet = 80;
const most = 400;
/** Milliseconds after which a proof that does not come has hung. */
const patience = 30_000;

/** What runs the proofs: a worker, or in tests something that can be made to fail. */
export interface ProofRunner {
  send(task: ProofTask): void;
  stop(): void;
}

export interface ProverSetting {
  start(onReply: (reply: ProofReply) => void, onCrash: (message: string) => void): ProofRunner;
  /** Calls back after so many milliseconds; gives back a way to call it off. */
  later(callback: () => void, delay: number): () => void;
  now(): number;
  /** Called whenever the proofs changed by themselves, not because the text did. */
  changed(): void;
  /** The proofs stopped. Told once, however often. */
  tell(message: string): void;
}

/** `unread`: some of the text cannot be read; what is shown was proved before. */
export type ProofState = 'proving' | 'proved' | 'unread' | 'failed';

export interface Proofs {
  readonly problems: readonly ProvedProblem[];
  /** What is certain, in plain sentences; of the latest text that was proved. */
  readonly statements: readonly string[];
  readonly state: ProofState;
}

export const nothingProved: Proofs = { problems: [], statements: [], state: 'proving' };

export interface Prover {
  /**
   * The proofs as they stand on this text, which is the text from now on. `others` are the procedures that its steps
   * run; undefined while they are not known yet, and nothing is proved.
   */
  of(text: string, others: OtherTexts | undefined): Proofs;
  close(): void;
}

/** Has each text proved in the background, and keeps what is known up to date until the answer comes. */
export function createProver(setting: ProverSetting): Prover {
  let runner: ProofRunner | undefined;
  let text: string | undefined;
  let proofs: Proofs = nothingProved;
  let version = 0;
  let others: OtherTexts | undefined;
  /** What the runner has. */
  let sent: string | undefined;
  let sentOthers: OtherTexts | undefined;
  /** Since the latest task: the texts that there have been, so that its answer can be moved along. */
  let since: string[] = [];
  let callOff: (() => void) | undefined;
  let waitingFrom: number | undefined;
  let stopWatch: (() => void) | undefined;
  let told = false;

  function plan(): void {
    callOff?.();
    const now = setting.now();
    waitingFrom ??= now;
    callOff = setting.later(send, Math.max(0, Math.min(quiet, waitingFrom + most - now)));
  }

  function send(): void {
    callOff = undefined;
    waitingFrom = undefined;
    if (text === undefined || others === undefined) return;
    version += 1;
    runner ??= setting.start(receive, crash);
    const read = sent === undefined ? text : { change: changedStretch(sent, text) };
    runner.send({ version, text: read, ...(others === sentOthers ? {} : { others }) });
    sent = text;
    sentOthers = others;
    since = [text];
    stopWatch?.();
    stopWatch = setting.later(() => crash('a proof took too long'), patience);
  }

  function receive(reply: ProofReply): void {
    if (reply.version !== version) return;
    stopWatch?.();
    stopWatch = undefined;
    const current = text === sent;
    if (reply.kind === 'proved') {
      let { problems } = reply;
      for (const [index, after] of since.entries()) {
        const stretch = changedStretch(since[index - 1] ?? after, after);
        if (stretch) problems = moveProblems(problems, stretch);
      }
      proofs = { problems, statements: reply.statements, state: current ? 'proved' : 'proving' };
    } else if (reply.kind === 'unreadable') {
      proofs = { ...proofs, state: current ? 'unread' : 'proving' };
    } else {
      failed(reply.message);
    }
    setting.changed();
  }

  function crash(message: string): void {
    runner?.stop();
    // The next text starts it anew: the same one would only make it crash again.
    runner = undefined;
    sent = undefined;
    sentOthers = undefined;
    version += 1;
    stopWatch?.();
    stopWatch = undefined;
    failed(message);
    setting.changed();
  }

  function failed(message: string): void {
    proofs = { ...nothingProved, state: 'failed' };
    if (told) return;
    told = true;
    setting.tell(message);
  }

  return {
    of: (next, nextOthers) => {
      if (next === text && nextOthers === others) return proofs;
      const stretch = text === undefined ? undefined : changedStretch(text, next);
      const problems = stretch ? moveProblems(proofs.problems, stretch) : proofs.problems;
      text = next;
      others = nextOthers;
      since.push(next);
      proofs = { ...proofs, problems, state: 'proving' };
      plan();
      return proofs;
    },
    close: () => {
      callOff?.();
      stopWatch?.();
      runner?.stop();
      runner = undefined;
    },
  };
}
