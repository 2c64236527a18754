import type { Path } from '../diagnostic.ts';
import { celWordIn, factNamePattern, idPattern, reservedFirstSegments } from '../names.ts';
import type { Rule, RuleContext } from './rule.ts';

export const badId: Rule = {
  code: 'bad-id',
  severity: 'error',
  summary: 'Ids of steps and guardrails and names of actions are made of letters, digits, `_`, `-` and `.`.',
  valid: `
start: say-hello
steps:
  say-hello: { kind: end, outcome: done }`,
  invalid: `
start: say hello
steps:
  say hello: { kind: end, outcome: done }`,
  *check({ stepIds, guardrailIds, actionNames }) {
    const sections = [
      ['steps', stepIds],
      ['guardrails', guardrailIds],
      ['actions', actionNames],
    ] as const;
    for (const [section, ids] of sections) {
      for (const id of ids) {
        if (idPattern.test(id)) continue;
        yield {
          message: `\`${id}\` cannot be an id: use letters, digits, \`_\`, \`-\` and \`.\`.`,
          path: [section, id],
          at: 'key',
        };
      }
    }
  },
};

export const badName: Rule = {
  code: 'bad-name',
  severity: 'error',
  summary:
    'Facts, derived facts and parameters have names that conditions can read: words of letters, digits and `_`, joined by dots.',
  valid: `
facts:
  order.id: { type: string }`,
  invalid: `
facts:
  order-id: { type: string }`,
  *check(context) {
    for (const { name, path } of declared(context)) {
      const word = celWordIn(path[0] === 'parameters' ? `parameters.${name}` : name);
      if (factNamePattern.test(name) && word === undefined) continue;
      const why =
        word === undefined
          ? 'use letters, digits and `_`, with dots between words'
          : `\`${word}\` is a word of the condition language`;
      yield { message: `\`${name}\` cannot be read by a condition: ${why}.`, path, at: 'key' };
    }
  },
};

export const reservedName: Rule = {
  code: 'reserved-name',
  severity: 'error',
  summary: 'Names that begin with `parameters`, `contact`, `turns` or `visits` are taken.',
  valid: badName.valid,
  invalid: `
facts:
  contact.intent: { type: string }`,
  *check({ factNames, derivedNames }) {
    for (const [section, names] of [
      ['facts', factNames],
      ['derived', derivedNames],
    ] as const) {
      for (const name of names) {
        const first = name.split('.', 1)[0] ?? '';
        if (!reservedFirstSegments.has(first)) continue;
        yield {
          message: `\`${first}\` stands for something else in conditions already. Choose another name than \`${name}\`.`,
          path: [section, name],
          at: 'key',
        };
      }
    }
  },
};

export const nameClash: Rule = {
  code: 'name-clash',
  severity: 'error',
  summary: 'No fact or derived fact has the name of another, or a name that another continues.',
  valid: `
facts:
  order.id: { type: string }
  order.status: { type: string }`,
  invalid: `
facts:
  order: { type: string }
  order.status: { type: string }`,
  *check(context) {
    const readable = [...declared(context)].filter(({ path }) => path[0] !== 'parameters');
    const first = new Map<string, Path>();
    for (const { name, path } of readable) if (!first.has(name)) first.set(name, path);
    for (const { name, path } of readable) {
      if (first.get(name) !== path) {
        yield {
          message: `\`${name}\` is a fact already. Give the derived fact another name.`,
          path,
          at: 'key',
        };
      }
      const parts = name.split('.');
      for (let length = 1; length < parts.length; length++) {
        const prefix = parts.slice(0, length).join('.');
        if (!first.has(prefix)) continue;
        yield {
          message: `\`${name}\` and \`${prefix}\` cannot both be names: \`${prefix}\` would have to hold \`${name}\`.`,
          path,
          at: 'key',
        };
        break;
      }
    }
  },
};

export const stepActionClash: Rule = {
  code: 'step-action-clash',
  severity: 'error',
  summary: 'No step has the name of an action: `before` could mean either.',
  valid: `
actions:
  orders.cancel: { effect: write }
start: cancel
steps:
  cancel: { kind: action, call: orders.cancel, next: done }
  done: { kind: end, outcome: done }`,
  invalid: `
actions:
  cancel: { effect: write }
start: cancel
steps:
  cancel: { kind: action, call: cancel, next: done }
  done: { kind: end, outcome: done }`,
  *check({ stepIds, actionNames }) {
    for (const id of stepIds) {
      if (!actionNames.has(id)) continue;
      yield {
        message: `\`${id}\` is an action as well, so \`before\` could mean either. Rename the step.`,
        path: ['steps', id],
        at: 'key',
      };
    }
  },
};

function* declared(context: RuleContext): Generator<{ readonly name: string; readonly path: Path }> {
  for (const name of context.factNames) yield { name, path: ['facts', name] };
  for (const name of context.derivedNames) yield { name, path: ['derived', name] };
  for (const name of context.parameterNames) yield { name, path: ['parameters', name] };
}
