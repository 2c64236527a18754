import * as z from 'zod';

z.config({ jitless: true });

const unit = z.string().describe('What the number counts, such as `USD` or `days`. Shown beside values.');

/** What every long form of a type may say besides its own keys. */
const shared = {
  nullable: z
    .boolean()
    .optional()
    .describe(
      '`true` where null is a value of its own. Otherwise a null in a contact means that the value is missing.',
    ),
};

export const typeNames = [
  'string',
  'number',
  'boolean',
  'timestamp',
  'duration',
  'list',
  'map',
  'object',
] as const;
export type TypeName = (typeof typeNames)[number];

/** Types that can be written as a bare word. */
export const plainTypeNames = ['string', 'number', 'boolean', 'timestamp', 'duration'] as const;

function typeWord<Word extends TypeName>(word: Word, words: string) {
  return z.literal(word).describe(words);
}

/**
 * The long form of a type, one object per kind of value, each with the keys of `extra` besides. Facts, derived
 * facts, parameters and inputs are this with their own extra keys.
 */
export function declarationSchema<Extra extends z.core.$ZodShape>(extra: Extra) {
  return z.discriminatedUnion('type', [
    z.strictObject({
      type: typeWord('string', 'Text.'),
      enum: z
        .array(z.string())
        .min(1)
        .optional()
        .describe('The only texts that it may be. Conditions that compare it with another text are errors.'),
      ...shared,
      ...extra,
    }),
    z.strictObject({
      type: typeWord('number', 'A number, with or without decimals.'),
      unit: unit.optional(),
      minimum: z.number().optional().describe('The smallest value that it can have.'),
      maximum: z.number().optional().describe('The greatest value that it can have.'),
      ...shared,
      ...extra,
    }),
    z.strictObject({ type: typeWord('boolean', 'True or false.'), ...shared, ...extra }),
    z.strictObject({
      type: typeWord('timestamp', 'A point in time, such as `2026-03-01T09:00:00Z`.'),
      ...shared,
      ...extra,
    }),
    z.strictObject({
      type: typeWord('duration', 'A span of time, such as `90m` or `36h`.'),
      ...shared,
      ...extra,
    }),
    z.strictObject({
      type: typeWord('list', 'A list of values of one type.'),
      get items() {
        return typeSchema.describe(
          'The type of each item: a word such as `string`, or fields such as `{ id: string, price: number }`.',
        );
      },
      ...shared,
      ...extra,
    }),
    z.strictObject({
      type: typeWord('map', 'Values found by a text key.'),
      get values() {
        return typeSchema.describe('The type of each value.');
      },
      ...shared,
      ...extra,
    }),
    z.strictObject({
      type: typeWord('object', 'A record of named fields.'),
      get fields() {
        return z.record(z.string(), typeSchema).describe('The fields, each with its type.');
      },
      ...shared,
      ...extra,
    }),
  ]);
}

/** A type as a word, in long form, or as `{ field: type }` for an object. */
export const typeSchema: z.ZodType = z
  .lazy(() =>
    z.union([
      z.enum(plainTypeNames).describe('A type as one word.'),
      declarationSchema({}),
      z
        .record(z.string().regex(/^(?!type$)/), typeSchema)
        .describe('An object: its fields, each with its type.'),
    ]),
  )
  .meta({ id: 'type' });

/** What an action takes: a type, and whether it may be left out. */
export const inputSchema: z.ZodType = z
  .union([
    z.enum(plainTypeNames).describe('A type as one word.'),
    declarationSchema({
      optional: z.boolean().optional().describe('`true` where a call may leave this input out.'),
      description: z.string().optional().describe('What the input means.'),
    }),
    z
      .record(z.string().regex(/^(?!type$)/), typeSchema)
      .describe('An object: its fields, each with its type.'),
  ])
  .meta({ id: 'input' });
