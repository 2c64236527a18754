import type { Declaration } from '../environment.ts';
import type { Expression } from '../expression.ts';
import { typeNames } from '../functions/conversion-functions.ts';
import type { SyntaxNode } from '../parse-expression.ts';
import { DYNAMIC, typePhrase } from '../type-rules.ts';
import { TypeName } from '../value.ts';
import {
  invalid,
  rangeOf,
  sourceOf,
  type CheckContext,
  type LocalVariable,
  type Range,
} from './check-context.ts';
import { didYouMean, listed, suggest } from './suggest.ts';

/** A name followed by fields: `order.items`, `i.price`. */
interface Chain {
  readonly root: SyntaxNode & { readonly op: 'id' };
  /** First to last. */
  readonly fields: readonly { readonly name: string; readonly node: SyntaxNode }[];
}

/** An identifier, or a select. The longest declared dotted prefix is the name; the rest are fields of it. */
export function checkName(context: CheckContext, node: SyntaxNode): Expression {
  const chain = chainOf(context, node);
  if (chain === undefined) return checkSelect(context, node);
  const { root, fields } = chain;
  const written = context.prepared.absolute.has(root.start);
  const local = written ? undefined : findLocal(context, root.args);
  if (local !== undefined) {
    const start: Expression = {
      kind: 'local',
      name: local.name,
      local: local.local,
      type: local.type,
      ...rangeOf(root),
    };
    return selectFields(context, start, fields);
  }
  for (let taken = fields.length; taken >= 0; taken -= 1) {
    const name = [root.args, ...fields.slice(0, taken).map((field) => field.name)].join('.');
    const declaration = context.environment.byName.get(name);
    if (declaration !== undefined) {
      const last = fields[taken - 1]?.node ?? root;
      const start = nameExpression(declaration, { from: root.start, to: last.end });
      return selectFields(context, start, fields.slice(taken));
    }
  }
  if (fields.length === 0 && typeNames.has(root.args)) {
    return { kind: 'literal', value: new TypeName(root.args), type: DYNAMIC, ...rangeOf(root) };
  }
  return unknownName(context, chain, rangeOf(node));
}

function checkSelect(context: CheckContext, node: SyntaxNode): Expression {
  if (node.op !== '.') return context.check(node);
  const [target] = node.args;
  return selectField(context, context.check(target), fieldName(context, node), node);
}

function chainOf(context: CheckContext, node: SyntaxNode): Chain | undefined {
  const fields: { name: string; node: SyntaxNode }[] = [];
  let current = node;
  while (current.op === '.') {
    fields.push({ name: fieldName(context, current), node: current });
    current = current.args[0];
  }
  return current.op === 'id' ? { root: current, fields: fields.reverse() } : undefined;
}

function fieldName(context: CheckContext, node: SyntaxNode & { readonly op: '.' }): string {
  return context.prepared.fields.get(node.pos) ?? node.args[1];
}

export function findLocal(context: CheckContext, name: string): LocalVariable | undefined {
  return context.locals.findLast((local) => local.name === name);
}

function nameExpression(declaration: Declaration, range: Range): Expression {
  const { name, slot, role, type } = declaration;
  const unit = declaration.unit ?? (type.kind === 'number' ? type.unit : undefined);
  const typed = type.kind === 'number' && unit !== undefined ? { ...type, unit } : type;
  return { kind: 'name', name, slot, role, unit, type: typed, ...range };
}

function selectFields(context: CheckContext, start: Expression, fields: Chain['fields']): Expression {
  let expression = start;
  for (const field of fields) {
    expression = selectField(context, expression, field.name, field.node);
    if (expression.kind === 'invalid') return expression;
  }
  return expression;
}

function selectField(context: CheckContext, target: Expression, field: string, node: SyntaxNode): Expression {
  const { type } = target;
  const range = { from: target.from, to: node.end };
  const own = { from: Math.max(target.from, node.pos), to: node.end };
  switch (type.kind) {
    case 'dynamic':
      return { kind: 'field', target, field, type: DYNAMIC, ...range };
    case 'map':
      return { kind: 'field', target, field, type: type.values, ...range };
    case 'object': {
      const found = type.fields.get(field);
      if (found !== undefined) return { kind: 'field', target, field, type: found, ...range };
      if (target.kind === 'map') return { kind: 'field', target, field, type: DYNAMIC, ...range };
      const names = [...type.fields.keys()];
      const meant = suggest(field, names);
      const message = `${sourceOf(context, target)} has no field ${field}; it has ${listed(names)}${didYouMean(meant)}`;
      return invalid(context, 'unknown-field', ended(message), own, meant);
    }
    case 'list': {
      const name = sourceOf(context, target);
      const message = `${name} is a list, which has no field ${field}. Ask about its items: ${name}.exists(i, i.${field} …), ${name}.all(…), ${name}[0].${field}.`;
      return invalid(context, 'unknown-field', message, own);
    }
    default: {
      const message = `${sourceOf(context, target)} is ${typePhrase(type)}, which has no field ${field}.`;
      return invalid(context, 'unknown-field', message, own);
    }
  }
}

function unknownName(context: CheckContext, { root, fields }: Chain, range: Range): Expression {
  const names = [...context.environment.byName.keys()];
  const written = [root.args, ...fields.map((field) => field.name)].join('.');
  const inside = names.filter((name) => name.startsWith(`${written}.`));
  if (inside.length > 0) {
    return invalid(
      context,
      'unknown-name',
      `${written} is not a name by itself; there are ${listed(inside)}.`,
      range,
    );
  }
  const locals = context.locals.map((local) => local.name);
  for (let taken = fields.length; taken >= 0; taken -= 1) {
    const name = [root.args, ...fields.slice(0, taken).map((field) => field.name)].join('.');
    const meant = suggest(name, taken === 0 ? [...locals, ...names] : names);
    if (meant !== undefined) {
      const to = fields[taken - 1]?.node.end ?? root.end;
      return invalid(
        context,
        'unknown-name',
        `${name} is not declared — did you mean ${meant}?`,
        { from: root.start, to },
        meant,
      );
    }
  }
  return invalid(context, 'unknown-name', `${written} is not declared.`, range);
}

function ended(message: string): string {
  return message.endsWith('?') ? message : `${message}.`;
}
