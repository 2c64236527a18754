import { fault, pickOr, plainOf } from './seeded-fault.ts';
import type { Seeder } from './seeded-fault.ts';

const sections = {
  facts: { type: 'boolean', source: 'signal' },
  parameters: { type: 'number', value: 3, owner: 'operations' },
  actions: { input: { note: 'string' }, effect: 'write' },
} as const;

function unused(section: keyof typeof sections, code: string): Seeder {
  return (document, random) => {
    const name = random.pick(['spare', 'left_over', 'draft.old']);
    if (section === 'parameters' && name.includes('.')) return undefined;
    return fault(document, `${section}.${name} that nothing uses`, [code], [[section, name]], (draft) =>
      draft.set([section, name], sections[section]),
    );
  };
}

export const unusedFact = unused('facts', 'unused-fact');
export const unusedParameter = unused('parameters', 'unused-parameter');
export const unusedAction = unused('actions', 'unused-action');

export const unusedDerived: Seeder = (document, random) => {
  const booleans = [...document.procedure.facts].filter(([, { type }]) => type.kind === 'boolean');
  const [name] = random.pick(booleans);
  return fault(
    document,
    `derived.spare that nothing uses`,
    ['unused-derived'],
    [['derived', 'spare']],
    (draft) => draft.set(['derived', 'spare'], { type: 'boolean', is: `!${name} && turns > 3` }),
  );
};

export const untiedGuardrail: Seeder = (document, random) => {
  const tied = [...document.procedure.guardrails].filter(
    ([id, { before, require, confirm }]) =>
      before.length > 0 && (require ?? confirm) !== undefined && id !== '',
  );
  const entry = pickOr(random, tied);
  if (!entry) return undefined;
  const [id] = entry;
  return fault(document, `${id} guards nothing`, ['unused-guardrail'], [['guardrails', id]], (draft) =>
    draft.remove(['guardrails', id, 'before']),
  );
};

/** Copied, and used in place of the first somewhere or nowhere. */
export const duplicateFact: Seeder = (document, random) => {
  const [name, { description }] = random.pick([...document.procedure.facts]);
  const copy = description === undefined ? respelt(name) : `${name}_copy`;
  if (document.procedure.facts.has(copy) || copy === name) return undefined;
  return fault(document, `${copy} is ${name} again`, ['duplicate-fact'], [['facts', copy]], (draft) =>
    draft.set(['facts', copy], plainOf(document, ['facts', name])),
  );
};

export const duplicateParameter: Seeder = (document, random) => {
  const [name, { description }] = random.pick([...document.procedure.parameters]);
  const copy = description === undefined ? respelt(name) : `${name}Again`;
  if (document.procedure.parameters.has(copy) || copy === name) return undefined;
  return fault(
    document,
    `${copy} is ${name} again`,
    ['duplicate-parameter'],
    [['parameters', copy]],
    (draft) => draft.set(['parameters', copy], plainOf(document, ['parameters', name])),
  );
};

export const duplicateAction: Seeder = (document, random) => {
  const [name, { description }] = random.pick([...document.procedure.actions]);
  const copy = description === undefined ? respelt(name) : `${name}_again`;
  if (document.procedure.actions.has(copy) || copy === name) return undefined;
  return fault(document, `${copy} is ${name} again`, ['duplicate-action'], [['actions', copy]], (draft) =>
    draft.set(['actions', copy], plainOf(document, ['actions', name])),
  );
};

export const duplicateDerived: Seeder = (document, random) => {
  const entry = pickOr(random, [...document.procedure.derived]);
  if (!entry) return undefined;
  const [name, { is }] = entry;
  return fault(document, `again is ${name} again`, ['duplicate-derived'], [['derived', 'again']], (draft) => {
    draft.set(['derived', 'again'], plainOf(document, ['derived', name]));
    draft.set(['derived', 'again', 'is'], ` ( ${is} ) `);
  });
};

export const duplicateGuardrail: Seeder = (document, random) => {
  const measured = [...document.procedure.guardrails].filter(([, { tone, limits }]) => !tone || limits);
  const entry = pickOr(random, measured);
  if (!entry) return undefined;
  const [name] = entry;
  return fault(
    document,
    `again is ${name} again`,
    ['duplicate-guardrail'],
    [['guardrails', 'again']],
    (draft) => {
      draft.set(['guardrails', 'again'], plainOf(document, ['guardrails', name]));
      draft.set(['guardrails', 'again', 'title'], 'The same once more');
    },
  );
};

/** `order.user_id` as `order.userId`. */
function respelt(name: string): string {
  const camel = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return camel === name ? name.replace(/([a-z])([A-Z])/, '$1_$2').toLowerCase() : camel;
}
