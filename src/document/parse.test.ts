import { describe, expect, it } from 'vitest';
import type { SopDocument } from './document.ts';
import { environmentOf } from './environment.ts';
import { parseDocument } from './parse.ts';
import { applyEdits } from './text-edit.ts';

const text = `sop: 1
id: example
facts:
  order.id: { type: string }
  order.total: { type: number }
parameters:
  limit: { type: number, value: 50 }
actions:
  orders.cancel: { input: { orderId: string } }
start: ask
steps:
  ask:
    kind: question
    ask: Which order?
    collects: [order.id]
    retries: 2
    giveUp: done
    next: check
  check:
    kind: decision
    branches:
      - { when: order.total > parameters.limit, label: Large, next: cancel }
    otherwise: done
  cancel:
    kind: action
    call: orders.cancel
    with: { orderId: order.id }
    next: done
    onError: done
  done: { kind: end, outcome: done } # the end
guardrails:
  sure: { require: has(order.id), before: [orders.cancel] }
`;

const document = parseDocument(text);
const changed = (from: string, to: string, base = document): SopDocument =>
  parseDocument(base.text.replace(from, to), base);
const codes = (read: SopDocument): readonly string[] => read.diagnostics.map(({ code }) => code);
const textOf = (read: SopDocument, code: string): string | undefined => {
  const found = read.diagnostics.find((each) => each.code === code);
  return found && read.text.slice(found.span.from, found.span.to);
};
const fixed = (read: SopDocument, title: RegExp): string => {
  const fix = read.diagnostics.flatMap(({ fixes }) => fixes).find((each) => title.test(each.title));
  if (!fix) throw new Error(`no fix among ${JSON.stringify(read.diagnostics)}`);
  return applyEdits(read.text, fix.edits);
};

describe('what a document knows', () => {
  it('has nothing to report on a sound text', () => {
    expect(document.diagnostics).toEqual([]);
    expect(document.wellFormed).toBe(true);
    expect(document.broken).toEqual([]);
  });

  it('finds elements and positions', () => {
    const at = text.indexOf('otherwise');
    expect(document.elementAt(at)).toBe('step:check');
    expect(document.elementAt(text.indexOf('has(order.id)'))).toBe('guardrail:sure');
    expect(document.elementAt(2)).toBeUndefined();
    const span = document.elementSpan('step:done');
    expect(span && text.slice(span.from, span.to)).toBe('done: { kind: end, outcome: done }');
    expect(document.position(at)).toEqual({ line: 23, column: 5 });
    expect(document.position(text.length + 10).line).toBe(text.split('\n').length);
  });
});

describe('reading again', () => {
  it('is the same document for the same text', () => {
    expect(parseDocument(text, document)).toBe(document);
  });

  it('keeps the identity of all that means the same', () => {
    const after = changed('Which order?', 'Which of your orders?');
    expect(after.procedure.steps.get('ask')).not.toBe(document.procedure.steps.get('ask'));
    for (const id of ['check', 'cancel', 'done']) {
      expect(after.procedure.steps.get(id)).toBe(document.procedure.steps.get(id));
    }
    expect(after.procedure.facts).toBe(document.procedure.facts);
    expect(after.procedure.guardrails).toBe(document.procedure.guardrails);
    expect(environmentOf(after.procedure)).toBe(environmentOf(document.procedure));
  });

  it('is the same procedure when a comment or the layout changed', () => {
    expect(changed('# the end', '# fin').procedure).toBe(document.procedure);
    expect(changed('{ kind: end, outcome: done }', '{ outcome: done,  kind: "end" }').procedure).toBe(
      document.procedure,
    );
  });

  it('keeps the declarations when only steps come and go', () => {
    const after = changed('  done:', '  more: { kind: end }\n  done:');
    const [one, other] = [environmentOf(document.procedure), environmentOf(after.procedure)];
    expect(other.declarations).toBe(one.declarations);
    expect([...other.stepIds]).toContain('more');
  });

  it('sees a name gone in every condition that reads it', () => {
    const after = changed('order.total: {', 'order.sum: {');
    expect(codes(after)).toContain('condition-unknown-name');
    expect(codes(parseDocument(text, after))).toEqual([]);
  });
});

describe('a mistake stays where it is', () => {
  it('leaves the other keys of its step', () => {
    const after = changed('retries: 2', 'retries: twice');
    expect(after.procedure.steps.get('ask')).toMatchObject({
      kind: 'question',
      retries: undefined,
      next: 'check',
      collects: ['order.id'],
    });
    expect(textOf(after, 'wrong-type')).toBe('twice');
  });

  it('keeps the index of the branches around it', () => {
    const after = changed('    branches:\n', '    branches:\n      - nonsense\n');
    expect(after.procedure.steps.get('check')).toMatchObject({
      branches: [{ when: '' }, { when: 'order.total > parameters.limit', next: 'cancel' }],
    });
  });

  it('does not complain about what leads to a step that cannot be read', () => {
    const after = changed('done: { kind: end', 'done: { kind: ende');
    expect(codes(after)).toEqual(['unknown-kind']);
    expect(after.broken).toEqual(['step:done']);
  });

  it('does not complain about conditions on a fact that cannot be read', () => {
    expect(codes(changed('order.total: { type: number }', 'order.total: { type: numbr }'))).toEqual([
      'wrong-value',
    ]);
    expect(
      new Set(codes(changed('order.total: { type: number }', 'order.total: { type: "number }'))),
    ).toEqual(new Set(['yaml']));
  });

  const breakages: readonly (readonly [string, string, string])[] = [
    ['an open bracket', 'collects: [order.id]', 'collects: [order.id'],
    ['an open brace', 'collects: [order.id]', 'collects: {order.id'],
    ['an open quote', 'ask: Which order?', 'ask: "Which order?'],
    ['an open single quote', 'ask: Which order?', "ask: 'Which order?"],
    ['a missing colon', 'giveUp: done', 'giveUp done'],
    ['a missing blank', 'giveUp: done', 'giveUp:done'],
    ['a half-typed key', 'giveUp: done', 'giv'],
    ['a tab among the blanks', '    retries: 2', '    \tretries: 2'],
    ['an odd indentation', '    retries: 2', '     retries: 2'],
    ['too little indentation', '    retries: 2', '   retries: 2'],
    ['a second kind', 'retries: 2', 'kind: end'],
    ['an unknown kind', 'kind: question', 'kind: questoin'],
    ['no kind', '    kind: question\n', ''],
    ['a list for a step', '    kind: question\n    ask: Which', '    - kind: question\n    - ask: Which'],
    ['an unknown anchor', 'retries: 2', 'retries: *two'],
    ['a reserved character', 'ask: Which', 'ask: @Which'],
    ['a stray bracket', 'collects: [order.id]', 'collects: [order.id]]'],
    ['a bad escape', 'ask: Which order?', 'ask: "Which \\q order?"'],
    ['a value of the wrong sort', 'next: check', 'next: [check]'],
    ['a colon in a value', 'ask: Which order?', 'ask: Which: order?'],
    [
      'an empty step',
      '    kind: question\n    ask: Which order?\n    collects: [order.id]\n    retries: 2\n    giveUp: done\n    next: check\n',
      '',
    ],
    ['a block scalar without indentation', 'ask: Which order?', 'ask: |\n  Which order?'],
  ];
  it.each(breakages)('keeps every other step through %s', (_, from, to) => {
    expect(text).toContain(from);
    for (const previous of [undefined, document]) {
      const after = parseDocument(text.replace(from, to), previous);
      expect([...after.procedure.steps.keys()]).toEqual(expect.arrayContaining(['check', 'cancel', 'done']));
      expect(after.procedure.steps.get('cancel')).toEqual(document.procedure.steps.get('cancel'));
      expect(after.procedure.steps.get('done')).toEqual(document.procedure.steps.get('done'));
      expect(after.procedure.guardrails).toEqual(document.procedure.guardrails);
      expect(codes(after).length).toBeGreaterThan(0);
      expect(codes(after)).not.toContain('unknown-step');
      expect(parseDocument(text, after).procedure).toEqual(document.procedure);
    }
  });
});

describe('what is opened and never closed', () => {
  it.each([
    ['e: { kind: end', '`{` before this is not closed'],
    ['e: { kind: message, includes: [a }', '`[` before this is not closed'],
    ['e: { kind: end, outcome: "x }', 'A quote before this is not closed'],
  ])('%s is told so', (step, message) => {
    const { diagnostics } = parseDocument(`sop: 1\nid: x\nsteps:\n  ${step}\n  f: { kind: end }\n`);
    expect(diagnostics.find(({ code }) => code === 'yaml')?.message).toContain(message);
  });
});

describe('a text', () => {
  it('whose braces are never closed is warned of at the braces', () => {
    const text = `sop: 1
id: x
facts: { a: { type: string } }
start: e
steps:
  e:
    kind: end
    say: |
      Well, {{a}},
      and {{a }, so {{a}}.
`;
    const document = parseDocument(text);
    const [found] = document.diagnostics;
    expect(found).toMatchObject({ code: 'unclosed-expression', severity: 'warning' });
    expect(document.position(found?.span.from ?? 0)).toEqual({ line: 10, column: 11 });
  });
});

describe('the version of the format', () => {
  it('is asked for, with a fix', () => {
    const after = changed('sop: 1\n', '');
    expect(codes(after)).toEqual(['format-version']);
    expect(fixed(after, /sop: 1/)).toBe(text);
    expect(fixed(changed('sop: 1\n', 'sop: one\n'), /sop: 1/)).toBe(text);
  });

  it('is refused in plain words when it is newer', () => {
    const after = changed('sop: 1', 'sop: 2');
    expect(after.diagnostics.map(({ message }) => message)).toEqual([
      'This was made by a newer Sopwright (format 2). Open it there; this one reads format 1.',
    ]);
    expect(after.procedure.steps.size).toBe(0);
  });
});

describe('fixes', () => {
  it('rename a misspelt key, keeping its quotes', () => {
    expect(fixed(changed('retries: 2', '"retrys": 2'), /retries/)).toBe(
      text.replace('retries: 2', '"retries": 2'),
    );
  });

  it('correct a link, keeping quotes and the comment behind it', () => {
    const after = changed('otherwise: done', "otherwise: 'dnoe' # usual");
    expect(fixed(after, /Change to `done`/)).toBe(
      text.replace('otherwise: done', "otherwise: 'done' # usual"),
    );
  });

  it('create the step that a link leads to', () => {
    const after = changed('otherwise: done', 'otherwise: elsewhere');
    const next = parseDocument(fixed(after, /Create/), after);
    expect(codes(next)).toEqual([]);
    expect(next.text).toContain(
      'outcome: done } # the end\n  elsewhere: { kind: end, outcome: elsewhere }\nguardrails:',
    );
  });

  it('put numbers in quotes where text is meant', () => {
    expect(fixed(changed('ask: Which order?', 'ask: 12'), /quotes/)).toContain('ask: "12"');
  });

  it.each([
    ['plain', 'order.totl > parameters.limit'],
    ['quoted', '"order.totl > parameters.limit"'],
    ['single quoted', "'order.id == ''x'' || order.totl > 2'"],
    ['escaped', '"order.id == \\"\\u0078\\" || order.totl > 2"'],
  ])('correct a name in a %s condition', (_, condition) => {
    const after = changed('when: order.total > parameters.limit', `when: ${condition}`);
    expect(textOf(after, 'condition-unknown-name')).toBe('order.totl');
    expect(fixed(after, /order\.total/)).toBe(after.text.replace('order.totl', 'order.total'));
  });

  it('point into folded and literal conditions', () => {
    for (const style of ['>-', '|']) {
      const after = changed(
        '- { when: order.total > parameters.limit, label: Large, next: cancel }',
        `- when: ${style}\n          has(order.id) &&\n          order.totl > 2\n        next: cancel`,
      );
      expect(textOf(after, 'condition-unknown-name')).toBe('order.totl');
    }
  });

  it('point into the expressions of a text', () => {
    const after = changed('ask: Which order?', 'ask: "Which \\"order\\", {{order.idd}}?"');
    expect(textOf(after, 'condition-unknown-name')).toBe('order.idd');
  });
});

describe('names', () => {
  it.each([
    ['order.package', []],
    ['package.weight', ['bad-name', 'unused-fact']],
    ['order.in', ['bad-name', 'unused-fact']],
  ])('like %s report %j', (name, expected) => {
    const read = changed('facts:', `facts:\n  ${name}: { type: boolean }`);
    const codesOf = codes(read).filter((code) => code !== 'unused-fact' || expected.length > 0);
    expect(codesOf).toEqual(expected);
  });

  it('of parameters may be words of the language behind their dot', () => {
    expect(codes(parseDocument(text.replaceAll('limit', 'package')))).toEqual([]);
  });
});

describe('keys', () => {
  it('that begin with x- are ignored', () => {
    expect(codes(changed('retries: 2', 'x-note: { any: [thing] }\n    retries: 2'))).toEqual([]);
    expect(codes(changed('sop: 1', 'sop: 1\nx-positions: {}'))).toEqual([]);
  });

  it('may have any name, that of the prototype included', () => {
    const after = changed(
      'orderId: order.id',
      'orderId: order.id, __proto__: order.id, constructor: order.id',
    );
    expect(codes(after)).toEqual(['unknown-input', 'unknown-input']);
    expect(codes(changed('retries: 2', '__proto__: 2'))).toContain('unknown-key');
    expect(codes(changed('  done: {', '  __proto__: { kind: end }\n  done: {'))).toEqual([
      'unreachable-step',
    ]);
  });

  it('that wait for a list or a map may be empty', () => {
    expect(codes(parseDocument('sop: 1\nid: x\nfacts:\nactions:\n  a.b:\nsteps:\nguardrails:\n'))).toEqual([
      'unused-action',
    ]);
  });
});
