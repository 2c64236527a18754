import { createEnvironment, type Declaration, type Environment } from '../condition/environment.ts';
import type { Expression } from '../condition/expression.ts';
import { withChildren } from '../condition/with-children.ts';
import { deepestCall } from '../document/calls/call-limits.ts';
import type { Path } from '../document/diagnostic.ts';
import type { SopDocument } from '../document/document.ts';
import { environmentOf } from '../document/environment.ts';
import { reachableSteps } from '../document/graph.ts';
import type { Procedure, ProcedureStep, StepId } from '../document/model.ts';
import type { ProcedureLookup } from '../document/procedure-lookup.ts';

/**
 * A procedure's place in a program: the one that runs, or one that a step of another runs. Each place has names, steps
 * and guardrails of its own, even where two steps run the same procedure.
 */
export interface Scope {
  readonly index: number;
  /** Stands before its ids and names in the program: empty for the first, `verify/` for what the step `verify` runs. */
  readonly prefix: string;
  readonly procedure: Procedure;
  /** Its own. */
  readonly environment: Environment;
  /** By its own slot: the program's. */
  readonly slots: readonly number[];
  readonly reachable: ReadonlySet<StepId>;
  /** The step that runs it, by its own procedure's id. */
  readonly caller: Caller | undefined;
  /** The scopes around it, outermost first, and itself. */
  readonly chain: readonly Scope[];
}

export interface Caller {
  readonly scope: Scope;
  readonly id: StepId;
  readonly step: ProcedureStep;
}

/** What steps that run procedures come to: the scopes, the first of which is the procedure itself. */
export interface Layout {
  readonly scopes: readonly Scope[];
  /** Of all scopes; slots of facts and the like are those of the program. */
  readonly environment: Environment;
  /** By slot of the program. */
  readonly scopeOfSlot: readonly Scope[];
  /** The procedures found, as they were when they were laid out. */
  readonly found: ReadonlyMap<string, Procedure>;
}

/** Copies of procedures multiply where each runs several others. */
const mostSteps = 20_000;

export function layoutOf(
  procedure: Procedure,
  lookup: ProcedureLookup | undefined,
  report: (scope: Scope, id: StepId, message: string) => void,
  check: (document: SopDocument, reachable: ReadonlySet<StepId>) => string | undefined,
): Layout {
  const declarations: Omit<Declaration, 'slot'>[] = [];
  const scopeOfSlot: Scope[] = [];
  const scopes: Scope[] = [];
  const found = new Map<string, Procedure>();
  let steps = 0;

  const add = (own: Procedure, caller: Caller | undefined): void => {
    const environment = environmentOf(own);
    const prefix = caller ? `${caller.scope.prefix}${caller.id}/` : '';
    const slots: number[] = [];
    const chain: Scope[] = caller ? [...caller.scope.chain] : [];
    const reachable = reachableSteps(own);
    const scope: Scope = {
      index: scopes.length,
      prefix,
      procedure: own,
      environment,
      slots,
      reachable,
      caller,
      chain,
    };
    chain.push(scope);
    scopes.push(scope);
    steps += reachable.size;
    for (const declaration of environment.declarations) {
      if (caller && declaration.role === 'context') {
        slots.push(scopes[0]?.environment.byName.get(declaration.name)?.slot ?? -1);
        continue;
      }
      slots.push(declarations.length);
      declarations.push({ ...declaration, name: `${prefix}${declaration.name}` });
      scopeOfSlot.push(scope);
    }
    for (const [id, step] of own.steps) {
      if (step.kind === 'procedure' && reachable.has(id)) open(scope, id, step);
    }
  };

  const open = (scope: Scope, id: StepId, step: ProcedureStep): void => {
    const called = step.procedure ?? '';
    const refusal = refusalOf(called, scope);
    if (refusal !== undefined) {
      report(scope, id, refusal);
      return;
    }
    const document = lookup?.(called);
    if (!document) {
      report(scope, id, called === '' ? 'No procedure is named.' : `There is no procedure "${called}".`);
      return;
    }
    found.set(called, document.procedure);
    const problem = check(document, reachableSteps(document.procedure));
    if (problem !== undefined) report(scope, id, `${called} cannot run: ${problem}`);
    else add(document.procedure, { scope, id, step });
  };

  const refusalOf = (called: string, { chain }: Scope): string | undefined => {
    if (chain.some(({ procedure: { id } }) => id === called)) {
      return `${[...chain.map(({ procedure: { id } }) => id), called].join(' runs ')}: a circle.`;
    }
    if (chain.length > deepestCall) return `Procedures run one another more than ${deepestCall} deep here.`;
    return steps > mostSteps ? `The procedures come to more than ${mostSteps} steps.` : undefined;
  };

  add(procedure, undefined);
  const [only] = scopes;
  const environment =
    only && scopes.length === 1
      ? only.environment
      : createEnvironment(
          declarations,
          scopes.flatMap(({ prefix, environment: { stepIds } }) =>
            [...stepIds].map((id) => `${prefix}${id}`),
          ),
        );
  return { scopes, environment, scopeOfSlot, found };
}

/** An expression of a scope as one of the program: on its slots, with its names and ids. */
export function inProgram(expression: Expression, scope: Scope): Expression {
  if (!scope.caller) return expression;
  switch (expression.kind) {
    case 'name': {
      const slot = scope.slots[expression.slot] ?? -1;
      const name = expression.role === 'context' ? expression.name : `${scope.prefix}${expression.name}`;
      return { ...expression, slot, name };
    }
    case 'visits':
      return { ...expression, stepId: `${scope.prefix}${expression.stepId}` };
    default:
      return withChildren(expression, (child) => inProgram(child, scope));
  }
}

/** Where something of a scope is reported in the text of the first procedure. */
export function pathInFirst(scope: Scope, path: Path): Path {
  const outermost = scope.chain[1]?.caller;
  return outermost ? ['steps', outermost.id, 'procedure'] : path;
}
