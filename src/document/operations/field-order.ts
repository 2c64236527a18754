import type { DataMap } from '../yaml-edit/data.ts';

/** The order in which people write these keys; a new one takes its place among those that are there. */
const rootOrder = [
  'sop',
  'id',
  'title',
  'description',
  'owner',
  'review',
  'scope',
  'facts',
  'derived',
  'parameters',
  'actions',
  'start',
  'steps',
  'guardrails',
];
const fieldOrder = [
  'kind',
  'title',
  'description',
  'type',
  'unit',
  'enum',
  'items',
  'values',
  'fields',
  'minimum',
  'maximum',
  'nullable',
  'value',
  'is',
  'source',
  'owner',
  'regulation',
  'severity',
  'when',
  'label',
  'category',
  'ask',
  'say',
  'instruct',
  'includes',
  'collects',
  'retries',
  'giveUp',
  'call',
  'procedure',
  'with',
  'returns',
  'input',
  'effect',
  'queue',
  'priority',
  'triggers',
  'hits',
  'columns',
  'branches',
  'otherwise',
  'handoff',
  'outcome',
  'next',
  'outcomes',
  'onError',
  'disclose',
  'confirm',
  'require',
  'alwaysSay',
  'neverSay',
  'tone',
  'limits',
  'before',
  'appliesTo',
];

/** The key behind which a new one is to stand; undefined for the end. */
export function keyBefore(map: DataMap | undefined, key: string, isRoot: boolean): string | undefined {
  const order = isRoot ? rootOrder : fieldOrder;
  const place = order.indexOf(key);
  if (!map || place === -1) return undefined;
  let found: string | undefined;
  for (const present of map.keys()) {
    const index = order.indexOf(present);
    if (index !== -1 && index < place) found = present;
  }
  return found;
}
