import * as z from 'zod';
import { expression, wording } from './step-schema.ts';

z.config({ jitless: true });

export const limitsSchema = z.strictObject({
  readingGrade: z
    .number()
    .min(0)
    .optional()
    .describe('The highest Flesch–Kincaid grade that a text may have.'),
  exclamationMarks: z.int().min(0).optional().describe('How many exclamation marks a text may have.'),
  words: z.int().min(1).optional().describe('How many words a text may have.'),
});

export const guardrailSchema = z
  .strictObject({
    title: z.string().optional().describe('The line shown on the guardrail. Without one its id is shown.'),
    description: z.string().optional().describe('Notes for readers.'),
    owner: z.string().optional().describe('Who answers for it and approves changes, such as `legal`.'),
    regulation: z
      .array(z.string())
      .optional()
      .describe('The rules that it follows from, such as `FTC 16 CFR 435`.'),
    severity: z
      .enum(['block', 'warn'])
      .optional()
      .describe(
        '`block` prevents what violates it and ends the run; `warn` records it and goes on. `block` unless said.',
      ),
    before: z.array(z.string()).optional().describe('Steps and actions that it is checked before.'),
    appliesTo: z
      .union([z.literal('all'), z.array(z.string())])
      .optional()
      .describe('The steps whose texts it governs: a list of ids, or `all`, which it is unless said.'),
    disclose: wording('What must have been said, word for word, before what `before` names.').optional(),
    confirm: expression(
      'CEL: the customer’s yes. It lapses when an input of the action was changed after it.',
    ).optional(),
    require: expression('CEL: what must hold before what `before` names.').optional(),
    alwaysSay: wording('What must have been said at least once before the end.').optional(),
    neverSay: z
      .array(z.string())
      .optional()
      .describe('Words that no text may hold, in any case; `/…/` is a regular expression.'),
    tone: z.string().optional().describe('How the agent should sound, in plain words.'),
    limits: limitsSchema.optional().describe('What of a tone can be measured.'),
  })
  .meta({ id: 'guardrail' });
