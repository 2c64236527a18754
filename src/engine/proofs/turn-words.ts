import { formatValue, joinWords } from '../../condition/coerce.ts';
import type { ValueType } from '../../condition/type.ts';
import type { Value } from '../../condition/value.ts';
import type { Wording } from '../../document/model.ts';
import type { Program } from '../program.ts';

/** What a customer might say who tells these facts when a step asks. */
export function wordsFor(
  program: Program,
  step: number,
  facts: ReadonlyMap<number, Value>,
  again: boolean,
): string {
  const { declarations } = program.environment;
  const told = [...facts].flatMap(([slot, value]) => {
    const declaration = declarations[slot];
    const source = program.procedure.facts.get(declaration?.name ?? '')?.source;
    if (declaration === undefined || source === 'signal') return [];
    const isOwn = source === undefined || source === 'conversation';
    return [{ name: declaration.name, type: declaration.type, value, isOwn }];
  });
  if (told.length === 0) return again ? 'I still cannot tell you that.' : 'I am not sure about that.';
  // What a system knows besides need not be said.
  const own = told.filter(({ isOwn }) => isOwn);
  const mentioned = own.length > 0 ? own : told.slice(0, 1);
  const [only] = mentioned;
  if (mentioned.length === 1 && only !== undefined) {
    if (typeof only.value === 'boolean') return yesOrNo(only.value, asksForMore(askOf(program, step)));
    return oneFact(only);
  }
  return sentence(joinWords(mentioned.map(phrase), 'and'));
}

interface Told {
  readonly name: string;
  readonly type: ValueType;
  readonly value: Value;
}

function yesOrNo(value: boolean, open: boolean): string {
  if (open) return value ? 'Of course, here it is.' : 'I do not have that at hand.';
  return value ? 'Yes, please.' : 'No, thank you.';
}

function oneFact(told: Told): string {
  const { name, type, value } = told;
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (/^(type|kind|intent|topic|wish)$/i.test(last) && typeof value === 'string') {
    return `I'd like to ${value.replace(/[_-]/g, ' ')}.`;
  }
  if (/reason|why/i.test(last) && typeof value === 'string') return `Because: ${shown(value, type)}.`;
  return sentence(phrase(told));
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function phrase({ name, type, value }: Told): string {
  if (typeof value === 'boolean') return `${wordsOf(name)}: ${value ? 'yes' : 'no'}`;
  const list = type.kind === 'list';
  return `the ${wordsOf(name)} ${list ? 'are' : 'is'} ${shown(value, type)}`;
}

function shown(value: Value, type: ValueType): string {
  return value === '' ? 'empty' : formatValue(value, type);
}

/** `request.item_ids` → "request item ids", `order.order_id` → "order id". */
function wordsOf(name: string): string {
  const words = name
    .slice(name.lastIndexOf('/') + 1)
    .split('.')
    .slice(-2)
    .join(' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase()
    .split(' ');
  return words.filter((word, index) => word !== words[index - 1]).join(' ');
}

function asksForMore(ask: string): boolean {
  return /^(which|what|where|when|who|how|why|tell|please|may i have)\b/i.test(ask);
}

function askOf(program: Program, step: number): string {
  const id = program.steps[step]?.id;
  const model = id === undefined ? undefined : program.procedure.steps.get(id);
  const ask: Wording | undefined = model?.kind === 'question' ? model.ask : undefined;
  if (ask === undefined) return '';
  return typeof ask === 'string' ? ask : (ask.get('en') ?? [...ask.values()][0] ?? '');
}
