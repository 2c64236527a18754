import type { Environment } from './environment.ts';
import { functionSpecs } from './functions.ts';

export interface Completion {
  readonly label: string;
  readonly insert: string;
  readonly kind: 'fact' | 'derived' | 'parameter' | 'context' | 'function' | 'enum' | 'field' | 'step';
  readonly detail: string;
  readonly from: number;
  readonly to: number;
}

export function completeExpression(
  source: string,
  offset: number,
  environment: Environment,
): readonly Completion[] {
  const written = /[\w.]*$/.exec(source.slice(0, offset))?.[0] ?? '';
  const range = { from: offset - written.length, to: offset };
  const names = environment.declarations
    .filter(({ name }) => name.toLowerCase().includes(written.toLowerCase()))
    .map(({ name, role, type }): Completion => ({
      label: name,
      insert: name,
      kind: role,
      detail: type.kind,
      ...range,
    }));
  const functions = [...functionSpecs.values()]
    .filter(({ name, form }) => form !== 'method' && name.startsWith(written))
    .map(({ name, summary }): Completion => ({
      label: name,
      insert: `${name}(`,
      kind: 'function',
      detail: summary,
      ...range,
    }));
  return [...names, ...functions];
}
