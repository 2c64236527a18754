import * as z from 'zod';
import { triggerCategories } from '../model.ts';

z.config({ jitless: true });

/** CEL. A bare number, `true` or `false` is CEL too, whatever YAML makes of it. */
export function expression(description: string) {
  return z.union([z.string().min(1), z.number(), z.boolean()]).describe(description);
}

/** One text, or one per locale. */
export function wording(description: string) {
  return z
    .union([z.string(), z.record(z.string(), z.string())])
    .describe(`${description} One text, or one for each locale: \`{ en: …, de: … }\`.`);
}

const stepId = (description: string) => z.string().describe(description);

const common = {
  title: z.string().optional().describe('The line shown on the step. Without one its id is shown.'),
  description: z.string().optional().describe('Notes for readers. The agent does not see them.'),
};

const includes = z
  .array(z.string())
  .optional()
  .describe('Ids of guardrails whose disclosure is said here, word for word.');

const next = stepId('The id of the step that follows.').optional();

export const messageSchema = z.strictObject({
  kind: z.literal('message').describe('Says something to the customer and goes on.'),
  ...common,
  say: wording('What the agent says, verbatim. `{{expression}}` puts in a value.').optional(),
  instruct: z
    .string()
    .optional()
    .describe('What the agent should say, in its own words. Use `say` where the words matter.'),
  includes,
  next,
});

export const questionSchema = z.strictObject({
  kind: z
    .literal('question')
    .describe('Asks the customer and waits until all facts that it collects are known.'),
  ...common,
  ask: wording('What the agent asks. `{{expression}}` puts in a value.').optional(),
  includes,
  collects: z
    .array(z.string())
    .optional()
    .describe('The facts that the answer must make known. Known already, the question is skipped.'),
  retries: z
    .int()
    .min(0)
    .optional()
    .describe(
      'How often to ask again after an answer that left something unknown. Without it: as long as the customer answers.',
    ),
  giveUp: stepId('The step to go to when the retries are used up.').optional(),
  next,
});

export const actionSchema = z.strictObject({
  kind: z.literal('action').describe('Calls a tool.'),
  ...common,
  call: z.string().describe('The action to call, one of those under `actions`.'),
  with: z
    .record(z.string(), expression('CEL, checked against the type of the input.'))
    .optional()
    .describe('The inputs of the call, each a CEL expression.'),
  next,
  onError: stepId('The step to go to when the call fails.').optional(),
});

const cellValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One cell of a table's row. */
export const cellSchema = z
  .union([cellValue, z.array(cellValue)])
  .describe(
    'What the column must be: a value, a comparison such as `> 50`, a list of which one must fit, or `-` for anything.',
  );

export const branchSchema = z.strictObject({
  when: z
    .union([z.string().min(1), z.number(), z.boolean(), z.array(cellSchema)])
    .describe(
      'The condition in CEL; in a table the row’s cells, one a column. The first branch whose condition holds decides.',
    ),
  label: z.string().optional().describe('The words on the line to the next step.'),
  next,
});

export const decisionSchema = z.strictObject({
  kind: z.literal('decision').describe('Chooses a way. Its branches are tried from top to bottom.'),
  ...common,
  hits: z
    .enum(['first', 'unique'])
    .optional()
    .describe(
      'For a table: `unique` claims that at most one row holds. `first` unless said: the first row that holds decides.',
    ),
  columns: z
    .array(expression('What the cells of this column are compared with: a fact, or any CEL.'))
    .optional()
    .describe(
      'Makes the decision a table: each branch is a row, its `when` a list with a cell for each column.',
    ),
  branches: z.array(branchSchema).optional().describe('The ways, in the order in which they are tried.'),
  otherwise: stepId('The step to go to when no branch holds.').optional(),
});

export const procedureStepSchema = z.strictObject({
  kind: z.literal('procedure').describe('Runs another procedure and goes on when it has ended.'),
  ...common,
  procedure: z.string().describe('The id of the other procedure.'),
  with: z
    .record(z.string(), expression('CEL over the facts of this procedure.'))
    .optional()
    .describe('What the other procedure is told: its facts, each with a CEL expression over the facts here.'),
  returns: z
    .record(z.string(), z.string())
    .optional()
    .describe('What it gives back: facts of this procedure, each with the other’s fact or derived fact.'),
  next,
  outcomes: z
    .record(z.string(), stepId('The step that follows after this outcome.'))
    .optional()
    .describe('The steps that follow by the outcome of its end. After any other outcome `next` follows.'),
});

export const triggerSchema = z.strictObject({
  when: expression(
    'The condition in CEL. It is looked at before every step and after every turn of the customer.',
  ),
  category: z
    .enum(triggerCategories)
    .describe(
      `Why this hands over. Where several triggers hold, the first category in this order wins: ${triggerCategories.join(', ')}.`,
    ),
});

export const escalationSchema = z.strictObject({
  kind: z.literal('escalation').describe('Hands the conversation over to a person.'),
  ...common,
  queue: z.string().optional().describe('The team that takes over.'),
  priority: z
    .enum(['low', 'normal', 'high', 'urgent'])
    .optional()
    .describe('How urgent the handover is. `normal` unless said.'),
  triggers: z
    .array(triggerSchema)
    .optional()
    .describe('Conditions that hand over from anywhere in the procedure.'),
  say: wording('What the customer is told before the handover.').optional(),
  handoff: z
    .string()
    .optional()
    .describe('What the person who takes over reads. `{{expression}}` puts in a value.'),
});

export const endSchema = z.strictObject({
  kind: z.literal('end').describe('Ends the procedure.'),
  ...common,
  outcome: z.string().optional().describe('How it ended, in a word: `returned`, `denied`.'),
  say: wording('The last words to the customer.').optional(),
});

/** One schema per kind, so that a step with a known kind is checked against its own keys alone. */
export const stepSchemas = {
  message: messageSchema,
  question: questionSchema,
  action: actionSchema,
  decision: decisionSchema,
  procedure: procedureStepSchema,
  escalation: escalationSchema,
  end: endSchema,
} as const;

export const stepSchema = z
  .discriminatedUnion('kind', [
    messageSchema,
    questionSchema,
    actionSchema,
    decisionSchema,
    procedureStepSchema,
    escalationSchema,
    endSchema,
  ])
  .meta({ id: 'step' });
