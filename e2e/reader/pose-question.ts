import { formatValue } from '../../src/condition/coerce.ts';
import type { ValueType } from '../../src/condition/type.ts';
import type { Outcome } from '../../src/condition/value.ts';
import { nameOf } from '../../src/document/humanised.ts';
import { runToEnd } from '../../src/engine/batch.ts';
import type { Contact } from '../../src/engine/contact.ts';
import { bindContact } from '../../src/engine/contacts/bind-contact.ts';
import { factsAt } from '../../src/engine/facts-at.ts';
import type { FactsFrame } from '../../src/engine/facts-at.ts';
import type { Program } from '../../src/engine/program.ts';
import type { Result } from '../../src/engine/result.ts';
import type { Answer } from './answer.ts';

/** A question about a contact in words, and what the engine does with that contact. */
export interface Posed {
  readonly id: string;
  readonly question: string;
  readonly expected: Answer;
  /** The contact goes through another procedure, of which this one's text does not tell. */
  readonly leavesTheText: boolean;
}

export function poseQuestion(program: Program, contact: Contact): Posed {
  const bound = bindContact(program, contact);
  const result = runToEnd(program, bound, { record: 'trace' });
  return {
    id: contact.id,
    question: [...told(program, contact, result), ...derivedAtTheEnd(program, contact, result)].join('\n'),
    expected: expectedOf(program, result),
    leavesTheText: result.trace.some(({ type }) => type === 'opened'),
  };
}

/** What became known, and when: from the beginning, by the customer's answers, by actions. */
function told(program: Program, { intent, channel, locale }: Contact, { trace }: Result): readonly string[] {
  const lines = ['From the beginning:'];
  for (const [name, value] of [
    ['contact.intent', intent],
    ['contact.channel', channel],
    ['contact.locale', locale],
  ]) {
    if (value !== undefined) lines.push(`  ${name} is ${value}`);
  }
  for (const event of trace) {
    if (event.type === 'turn') lines.push('The customer answers:');
    else if (event.type === 'returned') lines.push(`${event.action} gives:`);
    else if (event.type === 'failed') lines.push(`${event.action} fails`);
    else if (event.type === 'set') {
      const type = program.environment.byName.get(event.fact)?.type;
      lines.push(...inWords(event.fact, event.value, type));
    }
  }
  return lines;
}

function derivedAtTheEnd(program: Program, contact: Contact, { trace }: Result): readonly string[] {
  const frame: FactsFrame = factsAt(program, { contact, trace }, trace.length);
  const lines = program.environment.declarations.flatMap(({ name, role, type, slot }) =>
    role === 'derived' ? inWords(name, frame.derived(slot), type) : [],
  );
  return ['What follows from these:', ...lines];
}

/** The fields of a record one by one. What is unknown is not told. */
function inWords(name: string, value: Outcome, type: ValueType | undefined): readonly string[] {
  if (value === undefined || value instanceof Error) return [];
  const words = formatValue(value, type);
  if (words.startsWith('error:')) return [];
  const fields =
    type?.kind === 'object' && typeof value === 'object' && value !== null
      ? [...type.fields].flatMap(([field, of]) => inWords(`${name}.${field}`, fieldOf(value, field), of))
      : [];
  return [`  ${name} is ${words.replaceAll('\n', ' ')}`, ...fields];
}

function fieldOf(value: object, field: string): Outcome {
  return (value instanceof Map ? value.get(field) : (value as Record<string, unknown>)[field]) as Outcome;
}

function expectedOf({ procedure }: Program, result: Result): Answer {
  const title = (id: string): string => nameOf(id, procedure.guardrails.get(id));
  const blocking = result.violations.find(({ severity }) => severity === 'block')?.guardrail;
  const ends: Readonly<Record<Result['ended'], string>> = {
    end: `ends: ${result.outcome}`,
    escalated: `handed over: ${result.escalation?.queue ?? 'not chosen yet'}`,
    'out-of-scope': 'out of scope',
    blocked: `blocked: ${blocking === undefined ? '' : title(blocking)}`,
    stuck: 'no answer',
    looping: 'it goes on and on',
  };
  const said = result.trace.flatMap((event) =>
    event.type === 'said' && event.guardrail !== undefined ? [title(event.guardrail)] : [],
  );
  return {
    end: ends[result.ended],
    calls: result.trace.flatMap((event) => (event.type === 'called' ? [event.action] : [])),
    said: [...new Set(said)],
  };
}
