// Writes what is generated: the published JSON Schema, the reference of diagnostics, and the gallery's index.
import { mkdirSync, writeFileSync } from 'node:fs';
import { galleryIndex } from './gallery-index.ts';
import { jsonSchema } from '../src/document/json-schema.ts';
import { referencePage } from '../src/document/rules/reference-page.ts';

mkdirSync('public/schema', { recursive: true });
writeFileSync('public/schema/sop-1.json', `${JSON.stringify(jsonSchema, undefined, 2)}\n`);
writeFileSync('docs/diagnostics.md', referencePage());
writeFileSync('public/examples/gallery.json', `${JSON.stringify(galleryIndex())}\n`);
