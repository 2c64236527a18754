// Writes what is generated from the code: the published JSON Schema and the reference of diagnostics.
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchema } from '../src/document/json-schema.ts';
import { referencePage } from '../src/document/rules/reference-page.ts';

mkdirSync('public/schema', { recursive: true });
writeFileSync('public/schema/sop-1.json', `${JSON.stringify(jsonSchema, undefined, 2)}\n`);
writeFileSync('docs/diagnostics.md', referencePage());
