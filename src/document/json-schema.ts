import * as z from 'zod';
import { procedureSchema } from './schema.ts';

/** The published schema (`public/schema/sop-1.json`). `x-` keys are allowed wherever the keys are fixed. */
export const jsonSchema: object = z.toJSONSchema(procedureSchema, {
  target: 'draft-7',
  override: ({ jsonSchema: node }) => {
    if (node.type === 'object' && node.additionalProperties === false) node.patternProperties = { '^x-': {} };
  },
});
