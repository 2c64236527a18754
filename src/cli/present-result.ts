import { formatValue, toJson } from '../condition/coerce.ts';
import { presentCall } from '../engine/expectation.ts';
import type { Result } from '../engine/result.ts';
import type { TraceEvent } from '../engine/trace.ts';

/** The line of a contact that `--json` prints. */
export function presentResult(result: Result): object {
  const { id, ended, outcome, path, escalation } = result;
  return {
    id,
    ended,
    outcome,
    path,
    actions: result.actions.map(presentCall),
    escalation:
      escalation === undefined
        ? null
        : { step: escalation.step, queue: escalation.queue ?? null, category: escalation.category ?? null },
    violations: result.violations,
    unknown: unknownOf(result),
  };
}

/** Facts that the run hung on, and triggers that could not be decided, each with the facts that it hangs on. */
function unknownOf(result: Result): readonly string[] {
  const triggers = result.unknownTriggers.map(
    ({ step, position, facts }) => `${step}.triggers[${position}]: ${facts.join(', ')}`,
  );
  return [...result.unknown, ...triggers];
}

export function presentTrace(trace: readonly TraceEvent[]): readonly object[] {
  return trace.map((event) => {
    if (event.type === 'set')
      return { ...event, value: event.value === undefined ? null : toJson(event.value) };
    if (event.type === 'called')
      return { ...event, ...presentCall({ step: event.step, name: event.action, args: event.args }) };
    return event;
  });
}

interface Table {
  readonly head: string;
  row(result: Result): string;
}

export function resultTable(): Table {
  return {
    head: columns('contact', 'outcome', 'actions', 'remarks'),
    row: (result) =>
      columns(
        result.id,
        result.outcome,
        result.actions.map(({ name }) => name).join(', '),
        remarksOf(result),
      ),
  };
}

function columns(id: string, outcome: string, actions: string, rest: string): string {
  return [id.padEnd(28), outcome.padEnd(30), actions.padEnd(34), rest].join(' ').trimEnd();
}

function remarksOf(result: Result): string {
  const remarks = result.ended === 'end' ? [] : [result.reason];
  const warnings = result.violations.filter(({ severity }) => severity === 'warn');
  for (const { guardrail, step, detail } of warnings) remarks.push(`${guardrail} at ${step}: ${detail}`);
  return remarks.join(' ');
}

/** A trace for people, a line per event. */
export function traceLines(trace: readonly TraceEvent[]): readonly string[] {
  return trace.map((event) => {
    switch (event.type) {
      case 'entered':
        return `→ ${event.step}`;
      case 'said':
        return `  says: ${oneLine(event.text)}`;
      case 'instructed':
        return `  is to say: ${oneLine(event.text)}`;
      case 'turn':
        return `  customer: ${oneLine(event.text)}`;
      case 'set':
        return `  ${event.fact} = ${oneLine(formatValue(event.value))} (${event.by})`;
      case 'decided':
        return `  decides: ${event.taken === undefined ? 'nothing' : event.taken === 'otherwise' ? 'otherwise' : `branch ${event.taken + 1}`} (${event.conditions.join(', ')})`;
      case 'overlapped':
        return `  also holds: ${event.also.map((branch) => `branch ${branch + 1}`).join(', ')}, though only one should`;
      case 'opened':
        return `  begins ${event.procedure}`;
      case 'closed':
        return `  ${event.procedure} ended: ${event.outcome}`;
      case 'triggered':
        return `  trigger ${event.index + 1} of ${event.step} fires (${event.category})`;
      case 'called':
        return `  calls ${event.action} ${JSON.stringify(presentCall({ step: event.step, name: event.action, args: event.args }).args)}`;
      case 'returned':
        return `  ${event.action} returns`;
      case 'failed':
        return `  ${event.action} fails: ${oneLine(event.error)}`;
      case 'checked':
        return `  ${event.guardrail} (${event.check}): ${event.detail}`;
      case 'handed-over':
        return `  hands over to ${event.queue ?? 'a person'}: ${oneLine(event.text)}`;
      case 'ended':
        return `■ ${event.outcome}: ${event.reason}`;
    }
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
