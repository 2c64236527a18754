import type { Expression } from '../expression.ts';
import { functionSpecs } from '../functions.ts';
import type { FunctionSpec, Signature } from '../functions/function-spec.ts';
import type { SyntaxNode } from '../parse-expression.ts';
import { compilePattern } from '../text-pattern.ts';
import { assignable, BOOLEAN, DYNAMIC, joinTypes, listOf, NUMBER, typePhrase } from '../type-rules.ts';
import { EvaluationError } from '../value.ts';
import { invalid, rangeOf, report, sourceOf, type CheckContext, type Range } from './check-context.ts';
import { macroForms } from './check-macros.ts';
import { didYouMean, listed, suggest } from './suggest.ts';

const SPECIAL = ['has', 'visits'];

/** `name(args)`. */
export function checkFunctionCall(
  context: CheckContext,
  name: string,
  args: readonly SyntaxNode[],
  range: Range,
): Expression {
  if (name === 'has') return checkHas(context, args, range);
  if (name === 'visits') return checkVisits(context, args, range);
  const at = { from: range.from, to: range.from + name.length };
  const spec = functionSpecs.get(name);
  if (spec === undefined) return unknownFunction(context, name, at, args);
  if (spec.form === 'method') {
    for (const arg of args) context.check(arg);
    const [first, ...rest] = args.map((arg) => sourceOf(context, rangeOf(arg)));
    const written = `${first ?? 'x'}.${name}(${rest.join(', ')})`;
    return invalid(context, 'unknown-function', `${name} is written after its subject: ${written}.`, at);
  }
  return checkArguments(
    context,
    spec,
    false,
    args.map((arg) => context.check(arg)),
    range,
    at,
  );
}

/** `target.name(args)`, where it is not a macro. */
export function checkMethodCall(
  context: CheckContext,
  name: string,
  target: SyntaxNode,
  args: readonly SyntaxNode[],
  range: Range,
): Expression {
  const at = nameRange(context, name, target, range);
  const spec = functionSpecs.get(name);
  if (spec === undefined) return unknownFunction(context, name, at, [target, ...args]);
  if (spec.form === 'function') {
    const written = [target, ...args].map((arg) => sourceOf(context, rangeOf(arg))).join(', ');
    for (const arg of [target, ...args]) context.check(arg);
    return invalid(
      context,
      'unknown-function',
      `${name} is written before its subject: ${name}(${written}).`,
      at,
    );
  }
  return checkArguments(
    context,
    spec,
    true,
    [target, ...args].map((arg) => context.check(arg)),
    range,
    at,
  );
}

/** The parser does not say where a method's name stands: after its target, past closing brackets and a dot. */
export function nameRange(context: CheckContext, name: string, target: SyntaxNode, range: Range): Range {
  const from = context.source.indexOf(name, target.end);
  return from < 0 ? range : { from, to: from + name.length };
}

function unknownFunction(
  context: CheckContext,
  name: string,
  at: Range,
  args: readonly SyntaxNode[],
): Expression {
  for (const arg of args) if (arg.op !== 'id') context.check(arg);
  if (name === 'uint' || name === 'bytes') {
    return invalid(context, 'unsupported', `${name} values are not part of this language.`, at);
  }
  const meant = suggest(name, [...functionSpecs.keys(), ...macroForms.keys(), ...SPECIAL]);
  const message = `There is no function ${name}${didYouMean(meant)}`;
  return invalid(context, 'unknown-function', meant === undefined ? `${message}.` : message, at, meant);
}

function checkArguments(
  context: CheckContext,
  spec: FunctionSpec,
  method: boolean,
  given: readonly Expression[],
  range: Range,
  at: Range,
): Expression {
  const args = spec.gathers === true && given.length > 1 ? [gathered(given)] : given;
  const fitting = spec.signatures.filter(({ params }) => params.length === args.length);
  if (fitting.length === 0) {
    const counts = [...new Set(spec.signatures.map(({ params }) => params.length - (method ? 1 : 0)))].sort();
    const takes = counts.length === 1 && counts[0] === 0 ? 'nothing' : counts.join(' or ');
    const message = `${spec.name} takes ${takes} in its brackets; there ${args.length - (method ? 1 : 0) === 1 ? 'is' : 'are'} ${args.length - (method ? 1 : 0)}.`;
    return invalid(context, 'argument-count', message, at);
  }
  const signature = fitting.find(({ params }) => params.every((param, index) => accepts(param, args[index])));
  if (signature === undefined) reportArgument(context, spec, fitting, args, range);
  checkLiterals(context, spec, args);
  const type = signature === undefined ? DYNAMIC : resultType(signature, args, fitting);
  return { kind: 'call', name: spec.name, method, args, type, ...range };
}

function gathered(items: readonly Expression[]): Expression {
  const types = items.map((item) => item.type);
  const type = listOf(types.reduce((left, right) => joinTypes(left, right)));
  return { kind: 'list', items, type, from: items[0]?.from ?? 0, to: items.at(-1)?.to ?? 0 };
}

function accepts(param: Signature['params'][number], arg: Expression | undefined): boolean {
  if (arg === undefined) return false;
  if (param.kind === 'map' && arg.type.kind === 'object') return true;
  return assignable(arg.type, param);
}

function resultType(
  signature: Signature,
  args: readonly Expression[],
  fitting: readonly Signature[],
): Expression['type'] {
  const types = args.map((arg) => arg.type);
  if (typeof signature.result === 'function') return signature.result(types);
  const ambiguous = fitting.length > 1 && types.some((type) => type.kind === 'dynamic');
  const same = fitting.every(
    (other) =>
      typeof other.result !== 'function' &&
      other.result.kind === (signature.result as Expression['type']).kind,
  );
  return ambiguous && !same ? DYNAMIC : signature.result;
}

function reportArgument(
  context: CheckContext,
  spec: FunctionSpec,
  fitting: readonly Signature[],
  args: readonly Expression[],
  range: Range,
): void {
  for (const [index, arg] of args.entries()) {
    const wanted = fitting.flatMap(({ params }) => params[index] ?? []);
    if (wanted.some((param) => accepts(param, arg))) continue;
    const phrases = [...new Set(wanted.map(typePhrase))];
    const message = `${spec.name} needs ${phrases.join(' or ')} here; ${sourceOf(context, arg)} is ${typePhrase(arg.type)}.`;
    return report(context, 'type-mismatch', message, arg);
  }
  report(context, 'type-mismatch', `${spec.name} cannot be applied to these.`, range);
}

/** A text that is written out can be read now, not only when it runs. */
function checkLiterals(context: CheckContext, spec: FunctionSpec, args: readonly Expression[]): void {
  const last = args.at(-1);
  if (last?.kind !== 'literal' || typeof last.value !== 'string') return;
  if (spec.name === 'matches') {
    const pattern = compilePattern(last.value);
    if ('problem' in pattern) report(context, 'bad-literal', pattern.problem, last);
    return;
  }
  const zoned = spec.name.startsWith('get') && args.length === 2;
  if (args.length !== 1 && !zoned) return;
  if (!zoned && !['timestamp', 'duration', 'int', 'double', 'bool'].includes(spec.name)) return;
  const probe = zoned ? functionSpecs.get('timestamp')?.apply(last, 0, undefined, undefined) : last.value;
  if (probe === undefined || probe instanceof EvaluationError) return;
  const outcome = spec.apply(last, probe, zoned ? last.value : undefined, undefined);
  if (outcome instanceof EvaluationError)
    report(context, 'bad-literal', literalMessage(spec.name, last.value, zoned), last);
}

function literalMessage(name: string, text: string, zoned: boolean): string {
  if (zoned) return `There is no time zone "${text}".`;
  if (name === 'timestamp') return `"${text}" is not a timestamp; it is written like "2026-03-01T14:30:00Z".`;
  if (name === 'duration') return `"${text}" is not a duration; it is written like "90s", "1h30m" or "30d".`;
  return `"${text}" cannot be read as ${name}.`;
}

function checkHas(context: CheckContext, args: readonly SyntaxNode[], range: Range): Expression {
  const [arg] = args;
  if (arg === undefined || args.length !== 1) {
    return invalid(context, 'argument-count', 'has takes one name in its brackets.', range);
  }
  const operand = context.check(arg);
  const readable = operand.kind === 'name' || operand.kind === 'field' || operand.kind === 'invalid';
  if (!readable && !(operand.kind === 'macro' && operand.macro === 'find')) {
    return invalid(
      context,
      'type-mismatch',
      'has asks whether a name or a field is known, such as has(order.id).',
      range,
    );
  }
  return { kind: 'has', operand, type: BOOLEAN, ...range };
}

function checkVisits(context: CheckContext, args: readonly SyntaxNode[], range: Range): Expression {
  const [arg] = args;
  if (arg?.op !== 'value' || typeof arg.args !== 'string' || args.length !== 1) {
    return invalid(
      context,
      'argument-count',
      'visits takes the id of a step, in quotes: visits("ask-email").',
      range,
    );
  }
  const stepId = arg.args;
  if (!context.environment.stepIds.has(stepId)) {
    const meant = suggest(stepId, context.environment.stepIds);
    const ids = [...context.environment.stepIds];
    const hint =
      meant === undefined
        ? ids.length > 0
          ? `; there are ${listed(ids, 8)}.`
          : '.'
        : ` — did you mean "${meant}"?`;
    const message = `There is no step "${stepId}"${hint}`;
    report(context, 'unknown-step', message, rangeOf(arg), meant === undefined ? undefined : `"${meant}"`);
  }
  return { kind: 'visits', stepId, type: NUMBER, ...range };
}
