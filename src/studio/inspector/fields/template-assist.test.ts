import { describe, expect, it } from 'vitest';
import { createEnvironment } from '../../../condition/environment.ts';
import { completeTemplate, templateProblems } from './template-assist.ts';

const environment = createEnvironment(
  [
    { name: 'order.id', type: { kind: 'string' }, role: 'fact' },
    { name: 'order.total', type: { kind: 'number' }, role: 'fact' },
  ],
  [],
);
/** `|` is the cursor. */
const complete = (text: string) => completeTemplate(text.replace('|', ''), text.indexOf('|'), environment);
const accept = (text: string, label: string) => {
  const choice = complete(text).find((each) => each.label === label);
  const plain = text.replace('|', '');
  return choice && plain.slice(0, choice.from) + choice.insert + plain.slice(choice.to);
};

describe('completion inside a template', () => {
  it('offers names between open braces and closes them', () => {
    expect(accept('Order {{ord|', 'order.id')).toBe('Order {{order.id}}');
  });
  it('leaves braces alone that are closed already', () => {
    expect(accept('Order {{ord|}}, {{order.id}}', 'order.total')).toBe('Order {{order.total}}, {{order.id}}');
  });
  it('closes braces where only later ones are closed', () => {
    expect(accept('Order {{ord|, and {{order.id}}', 'order.id')).toBe('Order {{order.id}}, and {{order.id}}');
  });
  it('offers nothing in the words around them', () => {
    expect(complete('Ord| {{order.id}}')).toEqual([]);
    expect(complete('{{order.id}} ord|')).toEqual([]);
    expect(complete('{|')).toEqual([]);
  });
});

describe('problems inside a template', () => {
  it('stand where they are in the text', () => {
    const text = 'Order {{ order.idd }}: {{order.total}}';
    const [problem, ...rest] = templateProblems(text, environment);
    expect(rest).toEqual([]);
    expect(problem && text.slice(problem.from, problem.to)).toBe('order.idd');
    expect(problem?.replacement).toBe('order.id');
  });
  it('are none where every name is known', () =>
    expect(templateProblems('{{order.id}}', environment)).toEqual([]));
});
