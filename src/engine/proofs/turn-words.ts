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
    const isSignal = program.procedure.facts.get(declaration?.name ?? '')?.source === 'signal';
    return declaration === undefined || isSignal
      ? []
      : [{ name: declaration.name, type: declaration.type, value }];
  });
  if (told.length === 0) return again ? 'I still cannot tell you that.' : 'I am not sure about that.';
  const [only] = told;
  if (told.length === 1 && only !== undefined) {
    if (typeof only.value === 'boolean') return yesOrNo(only.value, asksForMore(askOf(program, step)));
    return oneFact(only);
  }
  return `${joinWords(told.map(phrase), 'and')}.`.replace(/^./u, (first) => first.toUpperCase());
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
  return `${phrase(told)}.`.replace(/^./u, (first) => first.toUpperCase());
}

function phrase({ name, type, value }: Told): string {
  if (typeof value === 'boolean') return `${wordsOf(name)}: ${value ? 'yes' : 'no'}`;
  const list = type.kind === 'list' || (type.kind === 'string' && /s$/.test(name));
  return `the ${wordsOf(name)} ${list ? 'are' : 'is'} ${shown(value, type)}`;
}

function shown(value: Value, type: ValueType): string {
  return value === '' ? 'empty' : formatValue(value, type);
}

/** `request.item_ids` → "request item ids". */
function wordsOf(name: string): string {
  return name
    .split('.')
    .slice(-2)
    .join(' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase();
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
