import { config, z } from 'zod';

// Pages forbid code made from text; without this zod tries it first and the browser reports a violation.
config({ jitless: true });

/** A path into the row, or a constant. */
const selector = z.union([z.string(), z.strictObject({ value: z.unknown() })]);

const selectors = z.record(z.string(), selector);

const turn = z.strictObject({
  say: selector.optional(),
  facts: selectors.optional(),
});

const turnsFromList = z.strictObject({
  in: z.string(),
  where: selectors.optional(),
  say: selector.optional(),
  facts: selectors.optional(),
});

const result = z.union([
  z.strictObject({ facts: selectors.optional() }),
  z.strictObject({ error: selector }),
]);

/** The text of a map as data. What it means, and what a path may read, is checked in `parse-map.ts`. */
export const mapSchema = z.strictObject({
  /** The version of this format. */
  map: z.literal(1),
  title: z.string().optional(),
  /** Where the row's labels stand: nothing but `expect` may read there. `expected` and `expect` always count. */
  expectations: z.union([z.string(), z.array(z.string())]).optional(),
  /** One contact for each element of this list. */
  each: z.union([z.string(), z.strictObject({ in: z.string(), as: z.string() })]).optional(),
  /** Names for the element of a list whose fields equal the given values. */
  lookups: z.record(z.string(), z.strictObject({ in: z.string(), where: selectors })).optional(),
  contact: z
    .strictObject({
      id: selector.optional(),
      intent: selector.optional(),
      channel: selector.optional(),
      locale: selector.optional(),
      at: selector.optional(),
    })
    .optional(),
  facts: selectors.optional(),
  turns: z.union([z.array(turn), turnsFromList]).optional(),
  results: z.record(z.string(), z.union([result, z.array(result)])).optional(),
  expect: z
    .strictObject({
      outcome: selector.optional(),
      actions: selector.optional(),
      escalation: selector.optional(),
      path: selector.optional(),
    })
    .optional(),
});

export type MapText = z.infer<typeof mapSchema>;
export type SelectorText = z.infer<typeof selector>;
