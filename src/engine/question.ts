import { awaiting, finished, type Memory } from './memory.ts';
import { listOf, times } from './phrases.ts';
import { nowhere, type CompiledStep, type QuestionWork } from './program.ts';
import { sayAll } from './speech.ts';
import { leave } from './stuck.ts';

/** Passed when all that it collects is known; its disclosures are said all the same. */
export function enterQuestion(memory: Memory, step: CompiledStep, work: QuestionWork): number {
  if (!sayAll(memory, step, work.discloses)) return finished;
  if (isAnswered(memory, work)) return leave(memory, step, work.next);
  memory.asked = 0;
  return ask(memory, step, work);
}

/** After a turn: on, or again, or given up. */
export function continueQuestion(memory: Memory, step: CompiledStep, work: QuestionWork): number {
  if (isAnswered(memory, work)) return leave(memory, step, work.next);
  if (memory.asked <= work.retries) return ask(memory, step, work);
  if (work.giveUp !== nowhere) return work.giveUp;
  const facts = missingFacts(memory, work);
  return memory.end(
    'stuck',
    `${step.id} asked ${times(memory.asked)} and still lacks ${listOf(facts)}.`,
    facts,
  );
}

/** No turn is left, and nobody to ask. */
export function leaveUnanswered(memory: Memory, step: CompiledStep, work: QuestionWork): number {
  const facts = missingFacts(memory, work);
  return memory.end(
    'stuck',
    `${step.id} asks for ${listOf(facts)}, and the customer says nothing more.`,
    facts,
  );
}

export function isAnswered(memory: Memory, work: QuestionWork): boolean {
  for (const { slot } of work.collects) if (memory.slots[slot] === undefined) return false;
  return true;
}

function ask(memory: Memory, step: CompiledStep, work: QuestionWork): number {
  memory.asked++;
  return sayAll(memory, step, work.asks) ? awaiting : finished;
}

function missingFacts(memory: Memory, work: QuestionWork): readonly string[] {
  return work.collects.filter(({ slot }) => memory.slots[slot] === undefined).map(({ name }) => name);
}
