import { describe, expect, test } from 'vitest';
import { readSource } from '../source/read-source.ts';
import { applyEdits } from '../text-edit.ts';
import type { Editable } from './editable.ts';
import { planAddBranch } from './plan-add-branch.ts';
import { planAddDeclaration } from './plan-add-declaration.ts';
import { planAddGuardrail } from './plan-add-guardrail.ts';
import { planAddListItem } from './plan-add-list-item.ts';
import { planAddStep } from './plan-add-step.ts';
import { planConnect } from './plan-connect.ts';
import { planDeleteElements } from './plan-delete-elements.ts';
import { planDeleteStep } from './plan-delete-step.ts';
import { planDisconnect } from './plan-disconnect.ts';
import { planDuplicate } from './plan-duplicate.ts';
import { planInsertStep } from './plan-insert-step.ts';
import { planMoveBranch } from './plan-move-branch.ts';
import { planRenameName } from './plan-rename-name.ts';
import { planRenameStep } from './plan-rename-step.ts';
import { planSetField } from './plan-set-field.ts';
import { planTieGuardrail } from './plan-tie-guardrail.ts';
import { planUntieGuardrail } from './plan-untie-guardrail.ts';
import type { Plan } from './plan.ts';

type Gesture = (document: Editable) => Plan;

function after(text: string, gesture: Gesture): string {
  const plan = gesture({ source: readSource(text) });
  return plan.ok ? applyEdits(text, plan.edits) : `refused: ${plan.code}`;
}

function refusal(text: string, gesture: Gesture): string {
  const plan = gesture({ source: readSource(text) });
  return plan.ok ? 'not refused' : `${plan.code}: ${plan.reason}`;
}

const text = `sop: 1
start: ask
steps:
  # who is it
  ask:
    kind: question
    ask: "Who?" # politely
    collects: [name]
    next: check

  check:
    kind: decision
    branches:
      # usual
      - { when: 'visits("ask") > 2', label: Again, next: ask }
      - when: name == "x" # rare
        next: done
    otherwise: done
  done: { kind: end, outcome: ok, say: "Bye {{name}}" } # the end
guardrails:
  timing:
    disclose: It takes a while.
    before: [check, pay]
facts:
  name: { type: string, source: pay }
actions:
  pay: { effect: write }
`;

describe('steps', () => {
  test('renaming a step follows it to links, ties and visits, and to nothing else', () => {
    const renamed = after(text, (document) => planRenameStep(document, 'ask', 'greet'));
    expect(renamed).toBe(
      text
        .replace('start: ask', 'start: greet')
        .replace('  ask:\n    kind', '  greet:\n    kind')
        .replace('visits("ask")', 'visits("greet")')
        .replace('next: ask }', 'next: greet }'),
    );
  });

  test('a plan tells what it renamed and made', () => {
    const document = { source: readSource(text) };
    expect(planRenameStep(document, 'ask', 'greet')).toMatchObject({
      renamed: [{ from: 'step:ask', to: 'step:greet' }],
    });
    expect(planAddStep(document, { kind: 'message', title: 'Say hello!' })).toMatchObject({
      created: ['step:say-hello'],
    });
    expect(planAddStep(document, { kind: 'end', title: 'Ask' })).toMatchObject({ created: ['step:ask-2'] });
  });

  test('a new step stands behind the last one, as a block', () => {
    const added = after(text, (document) =>
      planAddStep(document, { kind: 'message', id: 'hi', fields: { say: 'yes' } }),
    );
    expect(added).toBe(text.replace('# the end\n', '# the end\n  hi:\n    kind: message\n    say: "yes"\n'));
  });

  test('the first step of an empty procedure becomes its start', () => {
    const added = after('sop: 1\nsteps:\n', (document) => planAddStep(document, { kind: 'end', id: 'over' }));
    expect(added).toBe('sop: 1\nstart: over\nsteps:\n  over:\n    kind: end\n');
  });

  test('a procedure that has nothing yet gets its first step', () => {
    const added = after('', (document) => planAddStep(document, { kind: 'end', id: 'over' }));
    expect(readSource(added).errors).toEqual([]);
    expect(added).toContain('start: over');
  });

  test('a step inserted on a branch leads to where the branch led', () => {
    const inserted = after(text, (document) =>
      planInsertStep(document, { from: 'check', slot: 'branch', index: 1 }, { kind: 'message', id: 'hi' }),
    );
    expect(inserted).toContain(
      '- when: name == "x" # rare\n        next: hi\n    otherwise: done\n  hi:\n    kind: message\n    next: done\n',
    );
  });

  test('nothing can be inserted that has no way on', () => {
    const gesture: Gesture = (document) =>
      planInsertStep(document, { from: 'ask', slot: 'next' }, { kind: 'end' });
    expect(refusal(text, gesture)).toMatch(/^not-possible/);
  });

  test('deleting a step takes its lines and its links; the comment above stays', () => {
    const deleted = after(text, (document) => planDeleteStep(document, 'ask', 'remove-references'));
    expect(deleted).toContain('steps:\n  # who is it\n\n  check:');
    expect(deleted).not.toContain('start:');
    expect(deleted).toContain('- { when: \'visits("ask") > 2\', label: Again }');
  });

  test('deleting with reconnection leads links on', () => {
    const deleted = after(text, (document) => planDeleteStep(document, 'check', 'reconnect'));
    expect(deleted).toContain('    next: done\n');
    expect(deleted).toContain('before: [pay]');
  });

  test('deleting everything leaves an empty map', () => {
    const keys = ['step:ask', 'step:check', 'step:done', 'guardrail:timing'];
    const deleted = after(text, (document) => planDeleteElements(document, keys, 'reconnect'));
    expect(deleted).toContain('steps: {}\n  # who is it\n');
    expect(deleted).toContain('guardrails: {}\n');
  });

  test('copies are written as their originals are, and lead to one another', () => {
    const copied = after(text, (document) => planDuplicate(document, ['step:ask', 'step:check']));
    expect(copied).toContain(
      '  ask-2:\n    kind: question\n    ask: "Who?" # politely\n    collects: [name]\n    next: check-2\n',
    );
    expect(copied).toContain('      - { when: \'visits("ask") > 2\', label: Again, next: ask-2 }');
  });

  test('names are looked at before they are given', () => {
    expect(refusal(text, (document) => planRenameStep(document, 'ask', 'check'))).toMatch(/^id-taken/);
    expect(refusal(text, (document) => planRenameStep(document, 'ask', 'pay'))).toMatch(/^id-taken/);
    expect(refusal(text, (document) => planRenameStep(document, 'ask', 'a b'))).toMatch(/^id-not-allowed/);
    expect(refusal(text, (document) => planRenameStep(document, 'nobody', 'a'))).toMatch(/^step-not-found/);
  });
});

describe('links and branches', () => {
  test('connecting rewrites the target alone', () => {
    const connected = after(text, (document) =>
      planConnect(document, { from: 'check', slot: 'branch', index: 0 }, 'done'),
    );
    expect(connected).toBe(text.replace('next: ask }', 'next: done }'));
  });

  test('connecting what led nowhere adds a key', () => {
    const connected = after(text, (document) =>
      planConnect(document, { from: 'ask', slot: 'giveUp' }, 'done'),
    );
    expect(connected).toBe(text.replace('collects: [name]\n', 'collects: [name]\n    giveUp: done\n'));
  });

  test('disconnecting takes the key away', () => {
    expect(after(text, (document) => planDisconnect(document, { from: 'check', slot: 'otherwise' }))).toBe(
      text.replace('    otherwise: done\n', ''),
    );
  });

  test('a kind of step has its own ways on', () => {
    expect(refusal(text, (document) => planConnect(document, { from: 'done', slot: 'next' }, 'ask'))).toMatch(
      /^not-possible/,
    );
  });

  test('a moved branch takes the comment above it along', () => {
    expect(after(text, (document) => planMoveBranch(document, 'check', 0, 1))).toContain(
      `    branches:
      - when: name == "x" # rare
        next: done
      # usual
      - { when: 'visits("ask") > 2', label: Again, next: ask }
    otherwise`,
    );
  });

  test('a new branch looks like its neighbour', () => {
    const branch = { when: 'a: b', next: 'done' };
    expect(after(text, (document) => planAddBranch(document, 'check', branch, 1))).toContain(
      'next: ask }\n      - { when: "a: b", next: done }\n      - when: name',
    );
    expect(after(text, (document) => planAddBranch(document, 'check', branch))).toContain(
      'next: done\n      - when: "a: b"\n        next: done\n    otherwise',
    );
  });
});

describe('names and guardrails', () => {
  test('renaming a fact follows it into conditions and texts', () => {
    expect(after(text, (document) => planRenameName(document, 'facts', 'name', 'customer.name'))).toBe(
      text
        .replace('[name]', '[customer.name]')
        .replace('name == "x"', 'customer.name == "x"')
        .replace('{{name}}', '{{customer.name}}')
        .replace('  name: {', '  customer.name: {'),
    );
  });

  test('a macro’s own variable is not the fact of that name', () => {
    const shadowed = 'facts:\n  i: { type: number }\nderived:\n  d: { is: "[1].all(i, i > 0) && i > 1" }\n';
    expect(after(shadowed, (document) => planRenameName(document, 'facts', 'i', 'count'))).toContain(
      '"[1].all(i, i > 0) && count > 1"',
    );
  });

  test('renaming an action follows it to calls, ties and sources', () => {
    const renamed = after(text, (document) => planRenameName(document, 'actions', 'pay', 'pay.now'));
    expect(renamed).toBe(
      text
        .replace('check, pay]', 'check, pay.now]')
        .replace('source: pay ', 'source: pay.now ')
        .replace('  pay: {', '  pay.now: {'),
    );
  });

  test('names sit behind escapes and folded lines too', () => {
    const folded =
      'facts: { name: {} }\nsteps:\n  a:\n    kind: end\n    say: >-\n      Dear\n      {{ name }}, \\o/\n    x: "\\"{{name}}\\""\n    outcome: "{{name}}"\n  b: { kind: end, say: "a\\tb {{name}}" }\n';
    expect(after(folded, (document) => planRenameName(document, 'facts', 'name', 'who'))).toBe(
      folded
        .replace('{ name: {} }', '{ who: {} }')
        .replace('{{ name }}', '{{ who }}')
        .replace('b {{name}}', 'b {{who}}'),
    );
  });

  test('ties are added and taken away', () => {
    expect(after(text, (document) => planTieGuardrail(document, 'timing', 'done', 'appliesTo'))).toContain(
      'before: [check, pay]\n    appliesTo: [done]\n',
    );
    expect(after(text, (document) => planUntieGuardrail(document, 'timing', 'check'))).toContain(
      'before: [pay]',
    );
    const all = text.replace('before: [check, pay]', 'appliesTo: all');
    expect(refusal(all, (document) => planTieGuardrail(document, 'timing', 'done', 'appliesTo'))).toMatch(
      /^not-possible/,
    );
    const looks = text.replace('before: [check, pay]', 'neverSay: [promise]');
    expect(refusal(looks, (document) => planTieGuardrail(document, 'timing', 'done', 'appliesTo'))).toMatch(
      /^not-possible/,
    );
  });

  test('missing sections are made', () => {
    expect(after('sop: 1\n', (document) => planAddGuardrail(document, { fields: { tone: 'kind' } }))).toBe(
      'sop: 1\nguardrails:\n  guardrail:\n    tone: kind\n',
    );
    expect(
      after('sop: 1\nsteps: {}\n', (document) =>
        planAddDeclaration(document, 'facts', 'a.b', { type: 'string' }),
      ),
    ).toBe('sop: 1\nfacts:\n  a.b: { type: string }\nsteps: {}\n');
  });
});

describe('fields', () => {
  const set = (before: string, path: readonly (string | number)[], value: unknown): string =>
    after(before, (document) => planSetField(document, path, value));

  test.each([
    'yes',
    'null',
    '~',
    '1e3',
    '12',
    'true',
    'a: b',
    'a #b',
    '- x',
    '? x',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '',
    ' a',
    'a ',
    "'",
    '"',
    '{',
    '[',
    '#',
    '---',
    '2024-01-01',
    '0x1F',
    '<<',
  ])('text that YAML would take for something else is quoted: %j', (value) => {
    for (const before of ['a: x\n', 'a: { b: x }\n', 'a: [x]\n']) {
      const path = before.includes('{') ? ['a', 'b'] : before.includes('[') ? ['a', 0] : ['a'];
      const edited = set(before, path, value);
      expect(readSource(edited).errors).toEqual([]);
      expect(edited).toMatch(/["']/);
    }
  });

  test('quotes are kept', () => {
    expect(set('a: "x" # c\n', ['a'], 'it\'s "y"')).toBe('a: "it\'s \\"y\\"" # c\n');
    expect(set("a: 'x' # c\n", ['a'], "it's")).toBe("a: 'it''s' # c\n");
    expect(set('a: x\n', ['a'], 'plain words')).toBe('a: plain words\n');
    expect(set('a: "60"\n', ['a'], 60)).toBe('a: 60\n');
    expect(set('a: 60\n', ['a'], '60')).toBe('a: "60"\n');
  });

  test('block scalars stay block scalars, with their header’s comment', () => {
    expect(set('a: | # c\n   one\n   two\nb: 1\n', ['a'], 'three\nfour\n')).toBe(
      'a: | # c\n   three\n   four\nb: 1\n',
    );
    expect(set('a: >-\n  one\n  two\nb: 1\n', ['a'], 'three\nfour')).toBe('a: >-\n  three\n\n  four\nb: 1\n');
    expect(set('a: x # c\nb: 1\n', ['a'], 'one\ntwo')).toBe('a: |- # c\n  one\n  two\nb: 1\n');
    expect(set('a: { b: x }\n', ['a', 'b'], 'one\ntwo')).toBe('a: { b: "one\\ntwo" }\n');
  });

  test('line endings, the byte order mark and the missing final break are kept', () => {
    expect(set('\ufeffa:\r\n  b: 1 # c\r\n  c: 2', ['a', 'd'], 'x')).toBe(
      '\ufeffa:\r\n  b: 1 # c\r\n  c: 2\r\n  d: x',
    );
    expect(set('a: 1\r\nb: 2', ['b'], undefined)).toBe('a: 1');
    expect(set('a: 1\nb: 2', ['a'], undefined)).toBe('b: 2');
  });

  test('new keys follow their neighbours’ indentation and brackets', () => {
    expect(set('a:\n   b:\n      c: 1\n', ['a', 'd'], { e: { f: [1, { g: 2 }] } })).toBe(
      'a:\n   b:\n      c: 1\n   d:\n      e:\n         f:\n            - 1\n            - { g: 2 }\n',
    );
    expect(set('a: {b: 1}\n', ['a', 'c'], [1])).toBe('a: {b: 1, c: [1]}\n');
    expect(set('{\n  "a": 1, # c\n  "b": 2 # d\n}\n', ['c'], 'x')).toBe(
      '{\n  "a": 1, # c\n  "b": 2, # d\n  "c": x\n}\n',
    );
  });

  test('lists that are not indented stay so', () => {
    expect(after('a:\n- x # c\n- y\nb: 1\n', (document) => planAddListItem(document, ['a'], 'z'))).toBe(
      'a:\n- x # c\n- y\n- z\nb: 1\n',
    );
  });

  test('what is missing on the way is made', () => {
    expect(set('a: 1\n', ['b', 'c', 'd'], true)).toBe('a: 1\nb: { c: { d: true } }\n');
    expect(set('a:\nb: 1\n', ['a', 'c'], 'x')).toBe('a: { c: x }\nb: 1\n');
    expect(refusal('a: text\n', (document) => planSetField(document, ['a', 'b'], 1))).toMatch(
      /^not-possible/,
    );
  });

  test('a list is changed item by item', () => {
    const before = 'a:\n  - one # 1\n  - two # 2\n  - three # 3\n';
    expect(set(before, ['a'], ['one', 'three'])).toBe('a:\n  - one # 1\n  - three # 3\n');
    expect(set(before, ['a'], ['one', 'x', 'two', 'three'])).toBe(
      'a:\n  - one # 1\n  - x\n  - two # 2\n  - three # 3\n',
    );
  });

  test('comment lines inside a deleted entry go with it, others stay', () => {
    const before = 's:\n  # above\n  a:\n    x: 1\n    # inside\n  # below\n  b: 1\n';
    expect(set(before, ['s', 'a'], undefined)).toBe('s:\n  # above\n  # below\n  b: 1\n');
  });

  test('a new entry stands behind the comments that are inside the one before', () => {
    expect(set('s:\n  a:\n    x: 1\n    # inside\n  # below\n', ['s', 'b'], 1)).toBe(
      's:\n  a:\n    x: 1\n    # inside\n  b: 1\n  # below\n',
    );
  });

  test('a comment between brackets outlives the item before it', () => {
    expect(set('a: [x, # one\n  y, z]\n', ['a', 0], undefined)).toBe('a: [ # one\n  y, z]\n');
  });

  test('a keep-all block scalar does not swallow blank lines below a deleted entry', () => {
    expect(set('a: |+\n  x\n\nb: 1\n\nc: 2\n', ['b'], undefined)).toBe('a: |+\n  x\n\nc: 2\n');
  });

  test('setting what is there already changes nothing', () => {
    expect(set(text, ['steps', 'ask', 'next'], 'check')).toBe(text);
    expect(set(text, ['steps', 'ask', 'nothing'], undefined)).toBe(text);
  });
});

describe('broken texts', () => {
  const broken = text.replace('ask: "Who?"', 'ask: "Who?');

  test('gestures elsewhere go on working and leave the broken part alone', () => {
    expect(after(broken, (document) => planSetField(document, ['steps', 'done', 'outcome'], 'fine'))).toBe(
      broken.replace('outcome: ok', 'outcome: fine'),
    );
    expect(after(broken, (document) => planAddStep(document, { kind: 'end', id: 'other' }))).toContain(
      '# the end\n  other: { kind: end }\n',
    );
  });

  test('gestures on the broken part are refused naming the line', () => {
    const reason = refusal(broken, (document) => planSetField(document, ['steps', 'ask', 'next'], 'done'));
    expect(reason).toMatch(/^broken-text: .*line \d+/);
    expect(refusal(broken, (document) => planRenameStep(document, 'ask', 'greet'))).toMatch(/^broken-text/);
  });

  test('a broken step’s name is taken', () => {
    expect(refusal(broken, (document) => planAddStep(document, { kind: 'end', id: 'ask' }))).toMatch(
      /^id-taken/,
    );
  });
});

describe('anchors and aliases', () => {
  const aliased =
    'steps:\n  a: &end { kind: end, outcome: x }\n  b: *end\n  c: { kind: message, say: hi, next: a }\n';

  test('edits elsewhere work', () => {
    expect(after(aliased, (document) => planSetField(document, ['steps', 'c', 'say'], 'hello'))).toBe(
      aliased.replace('hi', 'hello'),
    );
  });

  test('an edit that would reach further than meant is refused', () => {
    expect(refusal(aliased, (document) => planSetField(document, ['steps', 'a', 'outcome'], 'y'))).toMatch(
      /^alias/,
    );
    expect(refusal(aliased, (document) => planSetField(document, ['steps', 'b', 'outcome'], 'y'))).toMatch(
      /^alias: .*&end/,
    );
    expect(refusal(aliased, (document) => planDeleteStep(document, 'a', 'reconnect'))).toMatch(/^alias/);
  });

  test('an alias may be taken out or replaced as a whole', () => {
    expect(after(aliased, (document) => planDeleteStep(document, 'b', 'reconnect'))).toBe(
      aliased.replace('  b: *end\n', ''),
    );
  });
});
