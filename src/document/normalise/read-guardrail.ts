import type { Guardrail, Limits } from '../model.ts';
import type { guardrailSchema, limitsSchema } from '../schema/guardrail-schema.ts';
import { Fields, isMap } from './fields.ts';

/** The readable parts of a guardrail; undefined where it is no map at all. */
export function readGuardrail(data: unknown): Guardrail | undefined {
  if (!isMap(data)) return undefined;
  const fields = new Fields<keyof (typeof guardrailSchema)['shape'] & string>(data);
  return {
    title: fields.text('title'),
    description: fields.text('description'),
    owner: fields.text('owner'),
    regulation: fields.texts('regulation'),
    severity: fields.oneOf('severity', ['block', 'warn']) ?? 'block',
    before: fields.texts('before'),
    appliesTo: Array.isArray(fields.raw('appliesTo')) ? fields.texts('appliesTo') : 'all',
    disclose: fields.wording('disclose'),
    confirm: fields.expression('confirm'),
    require: fields.expression('require'),
    alwaysSay: fields.wording('alwaysSay'),
    neverSay: fields.texts('neverSay'),
    tone: fields.text('tone'),
    limits: readLimits(fields.raw('limits')),
  };
}

function readLimits(data: unknown): Limits | undefined {
  if (!isMap(data)) return undefined;
  const fields = new Fields<keyof (typeof limitsSchema)['shape'] & string>(data);
  return {
    readingGrade: fields.number('readingGrade'),
    exclamationMarks: fields.count('exclamationMarks'),
    words: fields.count('words'),
  };
}
