import type { Contact } from './contact.ts';
import { bindContact, type BoundContact } from './contacts/bind-contact.ts';
import type { StepId } from '../document/model.ts';
import { runThrough } from './interpreter.ts';
import { Log } from './log.ts';
import { Memory } from './memory.ts';
import type { Program } from './program.ts';
import { resultOf } from './result-of.ts';
import type { Result } from './result.ts';
import type { TraceEvent } from './trace.ts';

export interface BatchOptions {
  /** What a result tells besides how the run ended and what was done. `path` unless said. */
  readonly record?: 'outcome' | 'path' | 'trace';
  /** Called now and then with the number of contacts done. */
  readonly onProgress?: (done: number) => void;
  /** Asked as often as `onProgress` is called; when it says true, the results so far are what there is. */
  readonly isCancelled?: () => boolean;
}

const progressEvery = 256;

/** Runs one contact to its end on its own turns. */
export function runToEnd(
  program: Program,
  contact: Contact | BoundContact,
  options: BatchOptions = {},
): Result {
  return new Runner(program, options).run(contact);
}

/** Runs contacts one after the other. It keeps no snapshots, and is otherwise the stepper: one interpreter serves both. */
export function runBatch(
  program: Program,
  contacts: Iterable<Contact | BoundContact>,
  options: BatchOptions = {},
): readonly Result[] {
  const runner = new Runner(program, options);
  const results: Result[] = [];
  for (const contact of contacts) {
    results.push(runner.run(contact));
    if (results.length % progressEvery === 0) {
      options.onProgress?.(results.length);
      if (options.isCancelled?.() === true) return results;
    }
  }
  options.onProgress?.(results.length);
  return results;
}

/** Runs any number of contacts with one memory. */
export class Runner {
  private readonly trace: Log<TraceEvent> | undefined;
  private readonly path: Log<StepId> | undefined;
  private memory: Memory | undefined;

  constructor(
    private readonly program: Program,
    { record = 'path' }: BatchOptions = {},
  ) {
    this.trace = record === 'trace' ? new Log() : undefined;
    this.path = record === 'outcome' ? undefined : new Log();
  }

  run(contact: Contact | BoundContact): Result {
    const bound = 'slots' in contact ? contact : bindContact(this.program, contact);
    const memory = (this.memory ??= new Memory(this.program, bound));
    memory.trace = this.trace;
    memory.path = this.path;
    memory.begin(bound);
    runThrough(memory);
    return resultOf(memory);
  }
}
