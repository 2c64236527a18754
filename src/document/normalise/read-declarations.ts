import type { Action, ActionInput, Derived, Fact, Parameter } from '../model.ts';
import { Fields, isMap } from './fields.ts';
import { plainData } from './plain-data.ts';
import { readType } from './read-type.ts';

export function readFact(data: unknown): Fact {
  const fields = new Fields<'source' | 'description'>(data);
  return { type: readDeclared(data), source: fields.text('source'), description: fields.text('description') };
}

export function readDerived(data: unknown): Derived {
  const fields = new Fields<'is' | 'description'>(data);
  return {
    type: readDeclared(data),
    is: fields.expression('is') ?? '',
    description: fields.text('description'),
  };
}

export function readParameter(data: unknown): Parameter {
  const fields = new Fields<'value' | 'owner' | 'description'>(data);
  return {
    type: readDeclared(data),
    value: plainData(fields.raw('value')),
    owner: fields.text('owner'),
    description: fields.text('description'),
  };
}

export function readAction(data: unknown): Action {
  const fields = new Fields<'input' | 'effect' | 'description'>(data);
  const input = new Map<string, ActionInput>();
  for (const [name, type] of fields.map('input')) {
    input.set(name, {
      type: readType(type),
      optional: isMap(type) && type.has('type') && type.get('optional') === true,
    });
  }
  return {
    input,
    effect: fields.oneOf('effect', ['read', 'write']) ?? 'read',
    description: fields.text('description'),
  };
}

/** A declaration is always in long form: without a `type` its type is not known, which is no object of its keys. */
function readDeclared(data: unknown) {
  return readType(isMap(data) && data.has('type') ? data : undefined);
}
