import * as z from 'zod';
import { guardrailSchema } from './schema/guardrail-schema.ts';
import { expression, stepSchema } from './schema/step-schema.ts';
import { declarationSchema, inputSchema } from './schema/type-schema.ts';

z.config({ jitless: true });

export const formatVersion = 1;

const words = (description: string) => z.array(z.string()).optional().describe(description);
const description = z.string().optional().describe('What it means, for readers.');
const owner = z.string().optional().describe('Who answers for it.');

export const factSchema = declarationSchema({
  source: z
    .string()
    .optional()
    .describe('Where the value comes from: an action, `conversation`, `signal`, or a system’s name.'),
  description,
}).meta({ id: 'fact' });

export const derivedSchema = declarationSchema({
  is: expression('The CEL expression that gives the value.'),
  description,
}).meta({ id: 'derived' });

export const parameterSchema = declarationSchema({
  value: z.unknown().describe('The value at present. Timestamps and durations are written as text.'),
  owner,
  description,
}).meta({ id: 'parameter' });

export const actionDeclarationSchema = z
  .strictObject({
    input: z
      .record(z.string(), inputSchema)
      .optional()
      .describe('What the action takes, each with its type.'),
    effect: z
      .enum(['read', 'write'])
      .optional()
      .describe('`write` where it changes something. `read` unless said.'),
    description,
  })
  .meta({ id: 'action' });

export const reviewSchema = z.strictObject({
  every: z
    .string()
    .optional()
    .describe('How often the procedure is to be looked at again, such as `90 days`.'),
  by: words('Who looks at it.'),
});

export const scopeSchema = z.strictObject({
  intents: words('The intents that this procedure handles. None listed: any.'),
  channels: words('The channels that it is for, such as `chat` or `voice`. None listed: any.'),
  locales: words(
    'The languages that it is worded in, such as `en` or `de-AT`. The first is the one to fall back on.',
  ),
});

/** The whole format. Sections are read one by one, and each entry by itself, so that one mistake stays one. */
export const procedureSchema = z
  .strictObject({
    sop: z.literal(formatVersion).describe('The version of this format: 1.'),
    id: z.string().describe('The procedure’s name for programs. It stays when the title changes.'),
    title: z.string().optional().describe('The procedure’s name for people.'),
    description: z.string().optional().describe('Notes for readers.'),
    owner: z.string().optional().describe('Who answers for this procedure.'),
    review: reviewSchema.optional().describe('When it is to be reviewed, and by whom.'),
    scope: scopeSchema.optional().describe('Which contacts this procedure governs.'),
    facts: z
      .record(z.string(), factSchema)
      .optional()
      .describe('What the procedure may know: data from systems, signals, and what the customer said.'),
    derived: z
      .record(z.string(), derivedSchema)
      .optional()
      .describe('Named expressions over facts and parameters.'),
    parameters: z
      .record(z.string(), parameterSchema)
      .optional()
      .describe('Thresholds that operations own, read as `parameters.name`.'),
    actions: z
      .record(z.string(), actionDeclarationSchema)
      .optional()
      .describe('The tools that the agent may call.'),
    start: z.string().optional().describe('The id of the first step.'),
    steps: z
      .record(z.string(), stepSchema)
      .optional()
      .describe('The decision logic, each step under its id.'),
    guardrails: z
      .record(z.string(), guardrailSchema)
      .optional()
      .describe('What must be said, confirmed or required, and what must never be said.'),
  })
  .meta({
    title: 'Sopwright procedure',
    description: 'A standard operating procedure of a support agent, format version 1.',
  });
