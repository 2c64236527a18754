import { parseTemplate } from '../../condition/template.ts';
import type { Path } from '../diagnostic.ts';
import type { Procedure } from '../model.ts';
import type { Rule } from './rule.ts';
import { wordingsOf } from './texts.ts';

export const unclosedExpression: Rule = {
  code: 'unclosed-expression',
  severity: 'warning',
  summary: 'What `{{` begins in a text, `}}` ends. Otherwise the rest of the text is said as it stands.',
  valid: `
facts: { order.id: { type: string, source: conversation } }
start: done
steps:
  done: { kind: end, outcome: done, say: "Order {{order.id}} is on its way." }`,
  invalid: `
facts: { order.id: { type: string, source: conversation } }
start: done
steps:
  done: { kind: end, outcome: done, say: "Order {{order.id} is on its way." }`,
  *check({ procedure }) {
    for (const { path, text } of textsOf(procedure)) {
      if (!text.includes('{{')) continue;
      // Nothing is read as an expression behind braces that are never closed.
      const last = parseTemplate(text).parts.at(-1);
      const open = last !== undefined && 'text' in last ? last.text.indexOf('{{') : -1;
      if (last === undefined || !('text' in last) || open < 0) continue;
      const from = text.length - last.text.length + open;
      yield {
        message: '`{{` begins an expression, and no `}}` ends it. What follows would be said as it stands.',
        path,
        range: { from, to: from + 2 },
      };
    }
  },
};

/** Every text that may have expressions in it, one for each locale. */
function* textsOf(procedure: Procedure): Generator<{ readonly path: Path; readonly text: string }> {
  for (const { path, wording } of wordingsOf(procedure)) {
    if (typeof wording === 'string') yield { path, text: wording };
    else for (const [locale, text] of wording) yield { path: [...path, locale], text };
  }
  for (const [id, step] of procedure.steps) {
    if (step.kind === 'message' && step.instruct !== undefined)
      yield { path: ['steps', id, 'instruct'], text: step.instruct };
    if (step.kind === 'escalation' && step.handoff !== undefined)
      yield { path: ['steps', id, 'handoff'], text: step.handoff };
  }
}
