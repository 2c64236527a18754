import { LineCounter, parseDocument as parseYaml } from 'yaml';
import type { SopDocument } from '../../document/document.ts';
import type { Procedure } from '../../document/model.ts';

const nothing: Procedure = {
  id: '',
  title: '',
  owner: undefined,
  review: undefined,
  scope: { intents: [], channels: [], locales: [] },
  facts: new Map(),
  derived: new Map(),
  parameters: new Map(),
  actions: new Map(),
  start: undefined,
  steps: new Map(),
  guardrails: new Map(),
};

/** Stands in for `document/parse.ts` until that lands. */
export function parseDocument(text: string, _previous?: SopDocument): SopDocument {
  const lines = new LineCounter();
  const yaml = parseYaml(text, { lineCounter: lines });
  const title: unknown = yaml.errors.length === 0 ? yaml.get('title') : undefined;
  return {
    text,
    source: {
      text,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
      data: undefined,
      errors: [],
      hasAliases: false,
      locate: () => undefined,
      pathAt: () => [],
      spanWithin: () => undefined,
      root: undefined,
    },
    procedure: { ...nothing, title: typeof title === 'string' ? title : '' },
    diagnostics: yaml.errors.map((error) => ({
      code: 'yaml-syntax',
      severity: 'error',
      message: error.message.split('\n')[0] ?? 'not YAML',
      span: { from: error.pos[0], to: error.pos[1] },
      path: [],
      fixes: [],
    })),
    wellFormed: yaml.errors.length === 0,
    broken: [],
    locate: () => undefined,
    position: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line, column: col };
    },
    elementAt: () => undefined,
    elementSpan: () => undefined,
  };
}
