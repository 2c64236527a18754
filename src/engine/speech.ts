import { settle } from './guardrails.ts';
import type { Memory } from './memory.ts';
import type { CompiledGuardrail, CompiledStep } from './program.ts';
import { brokenRules, holds, isComplete, renderText, saidEvent } from './texts.ts';

/** Says texts in order. False when a guardrail blocks one, and the run has ended. */
export function sayAll(memory: Memory, step: CompiledStep, sayings: readonly number[]): boolean {
  for (const index of sayings) if (!say(memory, step, index)) return false;
  return true;
}

/** Rules are checked before a text is said: what a blocking one forbids is not said. */
function say(memory: Memory, step: CompiledStep, index: number): boolean {
  const { texts } = memory.contact;
  const prepared = texts.sayings[index];
  if (prepared === undefined) throw new Error(`text ${index} was not prepared`);
  if (prepared.quiet && memory.trace === undefined) return true;
  const { guardrails } = memory.program;
  const { said, saying } = prepared;
  const text = renderText(prepared.text, memory);
  const violations =
    said === undefined
      ? brokenRules(guardrails, saying.governedBy, text, prepared.language)
      : prepared.violations;
  for (const { guardrail, check, detail } of violations) {
    if (!settle(memory, step, guardrails[guardrail] as CompiledGuardrail, check, false, detail)) return false;
  }
  for (const disclosure of prepared.discloses) memory.disclosed[disclosure] = true;
  for (const [disclosure, wording] of texts.disclosures.entries()) {
    // Of literal texts it is known beforehand which literal disclosures they hold.
    if (memory.disclosed[disclosure] === true || (said !== undefined && wording.literal !== undefined))
      continue;
    if (isComplete(wording, memory) && holds(text, renderText(wording, memory)))
      memory.disclosed[disclosure] = true;
  }
  memory.trace?.push(said ?? saidEvent(saying, text));
  return true;
}
