import type * as z from 'zod';
import type { Finding, CodedFinding } from './finding.ts';
import { didYouMean } from './nearest.ts';
import { isMap } from './normalise/fields.ts';
import { stepKinds } from './normalise/read-step.ts';
import { schemaIssues } from './schema-issues.ts';
import { stepSchemas } from './schema/step-schema.ts';

/** One entry of a section: what it means, and what is wrong with it by paths relative to it. */
export interface ReadEntry<Model> {
  readonly model: Model | undefined;
  readonly findings: readonly CodedFinding[];
}

export type EntryReader<Model> = (data: unknown) => ReadEntry<Model>;

/**
 * A reader that remembers by identity: the source hands out the same data for an entry that was not touched. The
 * model and the findings of an entry hang on nothing but its own text.
 */
export function entryReader<Model>(
  read: (data: unknown) => Model | undefined,
  check: (data: unknown) => readonly CodedFinding[],
): EntryReader<Model> {
  const memory = new WeakMap<object, ReadEntry<Model>>();
  return (data) => {
    const known = typeof data === 'object' && data !== null ? memory.get(data) : undefined;
    if (known) return known;
    const entry = { model: read(data), findings: check(data) };
    if (typeof data === 'object' && data !== null) memory.set(data, entry);
    return entry;
  };
}

export function checkBySchema(
  schema: z.core.$ZodType,
  subject: string,
): (data: unknown) => readonly CodedFinding[] {
  return (data) => {
    if (data === null)
      return [error('empty-value', { message: `${subject} is empty.`, path: [], at: 'key' })];
    return schemaIssues(schema, data, subject);
  };
}

/** A step is checked by the keys of its own kind. */
export function checkStep(data: unknown): readonly CodedFinding[] {
  if (data === null) {
    return [error('empty-value', { message: 'The step is empty. Give it a `kind`.', path: [], at: 'key' })];
  }
  if (!isMap(data)) {
    return [error('wrong-type', { message: 'The step must be a map of keys.', path: [] })];
  }
  const kind = data.get('kind');
  const known = stepKinds.find((each) => each === kind);
  if (known) return schemaIssues(stepSchemas[known], data, 'The step');
  if (kind === undefined || kind === null) {
    const kinds = stepKinds.map((each) => `\`${each}\``).join(', ');
    return [
      error('missing-key', { message: `The step needs a \`kind\`: one of ${kinds}.`, path: [], at: 'key' }),
    ];
  }
  return [unknownKind(kind)];
}

function unknownKind(kind: unknown): CodedFinding {
  const words = typeof kind === 'string' ? kind : '';
  const { hint, remedies } = didYouMean(words, stepKinds);
  const kinds = stepKinds.map((each) => `\`${each}\``).join(', ');
  return error('unknown-kind', {
    message: `There is no step of kind \`${words}\`.${hint || ` Kinds are ${kinds}.`}`,
    path: ['kind'],
    remedies,
  });
}

export function error(code: string, finding: Finding): CodedFinding {
  return { code, severity: 'error', ...finding };
}
