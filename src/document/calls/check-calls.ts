import type { Diagnostic } from '../diagnostic.ts';
import type { SopDocument } from '../document.ts';
import { environmentOf } from '../environment.ts';
import { presentFinding } from '../present-finding.ts';
import type { ProcedureLookup } from '../procedure-lookup.ts';
import { brokenProcedure } from './broken-procedure.ts';
import { calledFactType, unknownCalledFact } from './called-facts.ts';
import { unhandledOutcome, unknownOutcome } from './called-outcomes.ts';
import type { Call, CallContext, CallRule } from './call-rule.ts';
import { procedureCircle } from './procedure-circle.ts';
import { unknownProcedure } from './unknown-procedure.ts';

export const callRules: readonly CallRule[] = [
  unknownProcedure,
  procedureCircle,
  brokenProcedure,
  unknownCalledFact,
  calledFactType,
  unknownOutcome,
  unhandledOutcome,
];

const none: readonly Diagnostic[] = [];

/**
 * What is wrong with the steps of a document that run other procedures, by position in the text. `known` are the ids
 * of procedures that a misspelt one may have meant. A document without such steps costs nothing.
 */
export function checkCalls(
  document: SopDocument,
  lookup: ProcedureLookup,
  known: readonly string[] = [],
): readonly Diagnostic[] {
  const { procedure } = document;
  const calls: Call[] = [];
  for (const [id, step] of procedure.steps) {
    if (step.kind !== 'procedure') continue;
    calls.push({
      id,
      step,
      called: step.procedure === undefined ? undefined : lookup(step.procedure)?.procedure,
    });
  }
  if (calls.length === 0) return none;
  const context: CallContext = { procedure, environment: environmentOf(procedure), lookup, known, calls };
  const diagnostics = callRules.flatMap(({ code, severity, check }) =>
    [...check(context)].map((finding) => presentFinding({ code, severity, ...finding }, document.source)),
  );
  return diagnostics.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}
