import type { Expression } from '../condition/expression.ts';
import { childrenOf } from '../condition/expression.ts';
import { describeExpression } from '../condition/sentence.ts';
import { documentationAt, wordsAt } from './assist/assist-schema.ts';
import { describeType } from './assist/describe-type.ts';
import { expressionAt, textAt } from './assist/expression-at.ts';
import { namesAt, titleOf } from './assist/names-at.ts';
import { checkedExpression } from './checked-expression.ts';
import type { Path, Span } from './diagnostic.ts';
import type { SopDocument } from './document.ts';
import { declaredEnvironment, environmentOf } from './environment.ts';
import { expressionsOfTable } from './table/table-expressions.ts';

export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** What stands at an offset, in words: a key's meaning, a name's type, a condition as a sentence. */
export function hoverAt(document: SopDocument, offset: number): Hover | undefined {
  const path = document.source.pathAt(offset);
  const place = document.locate(path);
  if (!place || path.length === 0) return undefined;
  if (place.key && offset >= place.key.from && offset <= place.key.to) {
    const markdown = documentationAt(document, path) ?? describeEntry(document, path);
    return markdown === undefined ? undefined : { markdown, span: place.key };
  }
  if (place.kind !== 'scalar' || offset < place.value.from || offset > place.value.to) return undefined;
  const expression =
    hoverInCell(document, path, offset, place.value) ??
    hoverInExpression(document, path, offset, place.value);
  if (expression) return expression;
  const text = document.text.slice(place.value.from, place.value.to).replace(/^(["'])(.*)\1$/, '$2');
  const markdown = describeReference(document, path, text, offset);
  return markdown === undefined ? undefined : { markdown, span: place.value };
}

function hoverInExpression(
  document: SopDocument,
  path: Path,
  offset: number,
  value: Span,
): Hover | undefined {
  const found = expressionAt(document, path, offset, value.from);
  if (!found) return undefined;
  const environment = environmentOf(document.procedure);
  const { expression } = checkedExpression(found.source, environment, found.expected);
  if (!expression) return undefined;
  const sentence = capital(describeExpression(expression));
  const name = nameUnder(expression, ({ from, to }) => from <= found.offset && found.offset <= to);
  if (!name) return { markdown: sentence, span: value };
  const span = { from: found.place(name.from), to: found.place(name.to) };
  return { markdown: `${describeName(document, name)}\n\n${sentence}`, span };
}

/** A cell is told with its column: what the row asks for there. */
function hoverInCell(document: SopDocument, path: Path, offset: number, value: Span): Hover | undefined {
  const [section, id, key, , field] = path;
  const step = document.procedure.steps.get(String(id));
  if (section !== 'steps' || key !== 'branches' || field !== 'when') return undefined;
  if (step?.kind !== 'decision' || !step.columns) return undefined;
  const environment = environmentOf(document.procedure);
  const cell = expressionsOfTable(step, declaredEnvironment(document.procedure)).find(
    (each) =>
      each.path.length === path.length - 2 && each.path.every((segment, at) => segment === path[at + 2]),
  );
  const { expression } = cell ? checkedExpression(cell.source, environment, cell.expected) : {};
  const index = textAt(document, path, offset, value.from).index;
  if (!cell?.place || !expression) return undefined;
  const sentence = capital(describeExpression(expression));
  const name = nameUnder(expression, ({ from, to }) => {
    const range = cell.place?.(from, to);
    return range !== undefined && range.from <= index && index <= range.to;
  });
  const range = name && cell.place(name.from, name.to);
  const span = range && document.source.spanWithin(path, range.from, range.to);
  if (!name || !span) return { markdown: sentence, span: value };
  return { markdown: `${describeName(document, name)}\n\n${sentence}`, span };
}

type NameExpression = Expression & { readonly kind: 'name' };

function nameUnder(expression: Expression, covers: (span: Span) => boolean): NameExpression | undefined {
  if (expression.kind === 'name' && covers(expression)) return expression;
  for (const child of childrenOf(expression)) {
    const found = nameUnder(child, covers);
    if (found) return found;
  }
  return undefined;
}

function describeName(document: SopDocument, { name, role, type }: NameExpression): string {
  const { facts, derived, parameters } = document.procedure;
  const own = role === 'parameter' ? name.replace(/^parameters\./, '') : name;
  const section = role === 'fact' ? 'facts' : role === 'derived' ? 'derived' : 'parameters';
  if (role === 'context') return `\`${name}\`: ${describeType(type)}, of the conversation`;
  const known = { facts, derived, parameters }[section].get(own);
  return (known && describeEntry(document, [section, own])) ?? `\`${name}\`: ${describeType(type)}`;
}

/** A declared thing under its own key. */
function describeEntry(document: SopDocument, path: Path): string | undefined {
  const [section, name] = path;
  if (path.length !== 2 || typeof name !== 'string') return undefined;
  const { procedure } = document;
  switch (section) {
    case 'facts': {
      const fact = procedure.facts.get(name);
      return (
        fact &&
        lines(
          `\`${name}\`: ${describeType(fact.type)}${fact.source === undefined ? '' : `, from ${fact.source}`}`,
          fact.description,
        )
      );
    }
    case 'derived': {
      const derived = procedure.derived.get(name);
      return (
        derived &&
        lines(`\`${name}\`: ${describeType(derived.type)}, derived: \`${derived.is}\``, derived.description)
      );
    }
    case 'parameters': {
      const parameter = procedure.parameters.get(name);
      if (!parameter) return undefined;
      const owner = parameter.owner === undefined ? '' : `, owned by ${parameter.owner}`;
      return lines(
        `\`parameters.${name}\`: ${describeType(parameter.type)}, now \`${JSON.stringify(parameter.value)}\`${owner}`,
        parameter.description,
      );
    }
    case 'actions': {
      const action = procedure.actions.get(name);
      if (!action) return undefined;
      const inputs = [...action.input].map(
        ([input, { type, optional }]) =>
          `- \`${input}\`${optional ? ' (optional)' : ''}: ${describeType(type)}`,
      );
      return lines(
        `\`${name}\`: ${action.effect === 'write' ? 'changes something' : 'reads'}`,
        action.description,
        inputs.join('\n'),
      );
    }
    case 'steps': {
      const step = procedure.steps.get(name);
      return step && lines(`\`${name}\`: ${step.kind}`, titleOf(step), step.description);
    }
    case 'guardrails': {
      const guardrail = procedure.guardrails.get(name);
      return (
        guardrail &&
        lines(`\`${name}\`: guardrail, ${guardrail.severity}`, guardrail.title, guardrail.description)
      );
    }
    default:
      return undefined;
  }
}

function describeReference(
  document: SopDocument,
  path: Path,
  text: string,
  offset: number,
): string | undefined {
  const named = namesAt(document, path).find(({ name }) => name === text);
  if (named) {
    const sections = { step: 'steps', fact: 'facts', action: 'actions', guardrail: 'guardrails' } as const;
    const section = named.kind in sections ? sections[named.kind as keyof typeof sections] : undefined;
    return section && describeEntry(document, [section, text]);
  }
  return wordsAt(document, path, offset).get(text) ?? documentationAt(document, path);
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
