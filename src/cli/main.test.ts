import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const procedure = `sop: 1
id: small
title: Small
facts: { a: { type: boolean }, mood: { type: number } }
actions: { put: { input: { a: boolean }, effect: write } }
start: decide
steps:
  decide: { kind: decision, branches: [{ when: a, next: do }], otherwise: no }
  do: { kind: action, call: put, with: { a: a }, next: yes, onError: no }
  upset: { kind: escalation, queue: care, triggers: [{ when: mood < 0, category: sentiment }] }
  yes: { kind: end, outcome: done }
  no: { kind: end, outcome: denied }
`;

const outer = `sop: 1
id: outer
start: run
steps:
  run:
    kind: procedure
    procedure: small
    next: over
  over: { kind: end, outcome: over }
`;

let folder = '';
/** Below the project, so that what the build leaves outside of it is found. */
const built = join(import.meta.dirname, '../../node_modules/.cache/sopwright-cli-test');

beforeAll(async () => {
  await build({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/cli/main.ts', outDir: built, target: 'node20', emptyOutDir: true },
  });
  folder = mkdtempSync(join(tmpdir(), 'sopwright-cli-'));
  writeFileSync(join(folder, 'good.yaml'), procedure);
  writeFileSync(
    join(folder, 'bad.yaml'),
    procedure.replace('when: a,', 'when: b,').replace('id: small', 'id: bad'),
  );
  writeFileSync(join(folder, 'broken.yaml'), 'sop: [1\n');
  writeFileSync(join(folder, 'none.yaml'), '[]\n');
  writeFileSync(join(folder, 'outer.yaml'), outer);
  mkdirSync(join(folder, 'apart'));
  mkdirSync(join(folder, 'twice'));
  for (const name of ['a', 'b']) writeFileSync(join(folder, 'twice', `${name}.yaml`), procedure);
  writeFileSync(join(folder, 'twice', 'outer.yaml'), outer);
  writeFileSync(join(folder, 'apart', 'outer.yaml'), outer);
  const contacts = [
    { id: 'one', facts: { a: true }, expect: { outcome: 'done', actions: ['put'] } },
    { id: 'two', facts: { a: 'yes', mood: 1 }, expect: { outcome: 'denied' } },
    { id: 'three', facts: { mood: -1, extra: 1 }, expect: { escalation: 'upset' } },
  ];
  writeFileSync(
    join(folder, 'contacts.jsonl'),
    `${contacts.map((contact) => JSON.stringify(contact)).join('\n')}\n`,
  );
  writeFileSync(
    join(folder, 'rows.json'),
    JSON.stringify([{ key: 'r', flag: false, expected: { outcome: 'denied' } }]),
  );
  writeFileSync(
    join(folder, 'misspelt.yaml'),
    '- { id: m, facts: { a: true }, expect: { outcom: denied } }\n',
  );
  writeFileSync(join(folder, 'unlabelled.json'), JSON.stringify([{ key: 'r', flag: false }]));
  writeFileSync(
    join(folder, 'rows.map.yaml'),
    'map: 1\ncontact: { id: key }\nfacts: { a: flag }\nexpect: { outcome: expected.outcome }\n',
  );
  writeFileSync(join(folder, 'bad.map.yaml'), 'map: 1\nfacts:\n  a: expected.flag\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
});

function sopwright(...args: readonly string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(built, 'main.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, out: stdout, error: stderr };
}

describe('sopwright validate', () => {
  it('prints file, line, column, severity, code and message, and exits with 1 on errors', () => {
    const { status, out } = sopwright('validate', 'good.yaml', 'bad.yaml');
    expect(status).toBe(1);
    expect(out).toMatch(/^bad\.yaml:8:\d+ error condition-unknown-name .+$/m);
    expect(out).not.toMatch(/^good\.yaml.* error/m);
  });

  it('prints JSON', () => {
    const { status, out } = sopwright('validate', 'bad.yaml', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({
        file: 'bad.yaml',
        line: 8,
        severity: 'error',
        code: 'condition-unknown-name',
      }),
    );
  });

  it('exits with 0 on a procedure without errors, and with 1 on broken YAML', () => {
    expect(sopwright('validate', 'good.yaml').status).toBe(0);
    expect(sopwright('validate', 'broken.yaml')).toMatchObject({ status: 1 });
  });
});

describe('what cannot be read', () => {
  it('does not keep validate from the other files', () => {
    const { status, out, error } = sopwright('validate', 'nowhere.yaml', 'bad.yaml');
    expect(status).toBe(2);
    expect(error).toContain('sopwright: cannot read nowhere.yaml: there is no such file.\n');
    expect(error).toContain('1 file: 1 error, 0 warnings; 1 file could not be read\n');
    expect(out).toMatch(/^bad\.yaml:8:/m);
  });

  it('is told with its line where a fact of a contact is mistyped', () => {
    const { error } = sopwright('simulate', 'good.yaml', '--contacts', 'contacts.jsonl');
    expect(error).toContain('contacts.jsonl:2 warning Contact two: a should be');
  });

  it('is nothing to test', () => {
    const { status, error } = sopwright('test', 'good.yaml', '--contacts', 'none.yaml');
    expect(status).toBe(1);
    expect(error).toContain('none.yaml holds no contacts: nothing was tested\n');
  });
});

describe('procedures that run others', () => {
  it('are found beside the file, in the folder that is named, and among the files that are checked', () => {
    const simulated = ['--contacts', 'contacts.jsonl', '--json'];
    expect(sopwright('simulate', 'outer.yaml', ...simulated).out).toContain(
      '"path":["run","run/decide","run/do","run/yes","over"]',
    );
    const elsewhere = ['simulate', 'apart/outer.yaml', ...simulated];
    const missing = sopwright(...elsewhere);
    expect(missing).toMatchObject({ status: 1 });
    expect(missing.error).toMatch(/^apart\/outer\.yaml:7:\d+ error unknown-procedure /m);
    expect(sopwright(...elsewhere, '--procedures', '.').status).toBe(0);
    expect(sopwright('validate', 'apart/outer.yaml', 'good.yaml').out).not.toContain('unknown-procedure');
    expect(sopwright('validate', 'apart/outer.yaml').out).toMatch(
      /^apart\/outer\.yaml:7:\d+ error unknown-procedure/m,
    );
  });

  it('are taken from the first of several files with one id, and that is told', () => {
    const { error } = sopwright('simulate', 'twice/outer.yaml', '--contacts', 'contacts.jsonl');
    expect(error).toContain('small stands in twice/a.yaml and twice/b.yaml: twice/a.yaml is taken\n');
  });

  it('are not found twice where the file is named another way', () => {
    expect(sopwright('validate', './outer.yaml').error).not.toContain('stands in');
    expect(sopwright('validate', './outer.yaml', 'apart/../outer.yaml').error).toContain(
      'outer stands in ./outer.yaml and apart/../outer.yaml',
    );
    expect(sopwright('validate', './outer.yaml', 'good.yaml').error).not.toContain('stands in');
  });

  it('are tested like any other', () => {
    const { out } = sopwright('test', 'outer.yaml', '--contacts', 'contacts.jsonl');
    expect(out).toContain('steps: ');
    expect(out).toContain('run/no');
  });
});

describe('sopwright simulate', () => {
  it('prints a line of JSON for each contact, and the summary on stderr', () => {
    const { status, out, error } = sopwright(
      'simulate',
      'good.yaml',
      '--contacts',
      'contacts.jsonl',
      '--json',
    );
    expect(status).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      {
        id: 'one',
        ended: 'end',
        outcome: 'done',
        path: ['decide', 'do', 'yes'],
        actions: [{ name: 'put', args: { a: true } }],
        escalation: null,
        violations: [],
        unknown: ['upset.triggers[0]: mood'],
      },
      expect.objectContaining({ id: 'two', ended: 'stuck', outcome: 'stuck', unknown: ['a'] }),
      expect.objectContaining({
        id: 'three',
        ended: 'escalated',
        path: ['decide', 'upset'],
        escalation: { step: 'upset', queue: 'care', category: 'sentiment' },
      }),
    ]);
    expect(error).toMatch(/Contact two: a should be .* It stays unknown\./);
    expect(error).toContain('3 contacts: ');
    expect(error).toContain('ignored: extra');
  });

  it('adds the trace when asked', () => {
    const { out } = sopwright('simulate', 'good.yaml', '--contacts', 'contacts.jsonl', '--json', '--trace');
    const [first = ''] = out.split('\n');
    expect(JSON.parse(first)).toMatchObject({
      trace: expect.arrayContaining([{ type: 'entered', step: 'decide' }]) as unknown,
    });
    expect(sopwright('simulate', 'good.yaml', '--contacts', 'contacts.jsonl', '--trace').out).toMatch(
      /^one +done +put\n +a = yes \(contact\)\n +→ decide/m,
    );
  });

  it('says the same without expectations', () => {
    const args = ['simulate', 'good.yaml', '--map', 'rows.map.yaml', '--json', '--contacts'];
    const labelled = sopwright(...args, 'rows.json');
    expect(labelled).toEqual(sopwright(...args, 'unlabelled.json'));
    expect(labelled.out).toContain('"id":"r"');
  });
});

describe('sopwright test', () => {
  it('prints each difference and the coverage, and exits with 1', () => {
    const { status, out } = sopwright('test', 'good.yaml', '--contacts', 'contacts.jsonl');
    expect(status).toBe(1);
    expect(out).toContain(
      'FAIL two: decide hangs on a, which is unknown.\n  outcome: expected "denied", got "stuck"\n',
    );
    expect(out).toContain('steps: 4 of 5 entered (80 %); never entered: no\n');
    expect(out).toContain('branches: 1 of 2 taken (50 %); never taken: decide.otherwise\n');
    expect(out).toContain('2 passed, 1 failed\n');
  });

  it('exits with 1 on an expectation that it cannot read', () => {
    const { status, out, error } = sopwright('test', 'good.yaml', '--contacts', 'misspelt.yaml');
    expect(error).toContain('misspelt.yaml:1 warning Contact m expects an unknown "outcom"; it is ignored.');
    expect(out).toContain('1 passed, 0 failed\n');
    expect(status).toBe(1);
    expect(sopwright('simulate', 'good.yaml', '--contacts', 'misspelt.yaml').status).toBe(0);
  });

  it('exits with 0 when all turn out as expected', () => {
    expect(sopwright('test', 'good.yaml', '--map', 'rows.map.yaml', '--contacts', 'rows.json').status).toBe(
      0,
    );
  });
});

describe('a call that cannot be answered', () => {
  it.each([
    [['validate', 'nowhere.yaml'], 2, 'sopwright: cannot read nowhere.yaml: there is no such file.\n'],
    [['validate', '.'], 2, 'sopwright: cannot read .: it is a folder.\n'],
    [
      ['simulate', 'good.yaml', '--contacts', 'nowhere.jsonl'],
      2,
      'sopwright: cannot read nowhere.jsonl: there is no such file.\n',
    ],
    [
      ['simulate', 'good.yaml', '--contacts', 'contacts.txt'],
      2,
      'its name does not tell what it is written in',
    ],
    [['simulate', 'good.yaml'], 2, "required option '--contacts <file>' not specified"],
    [
      ['simulate', 'bad.yaml', '--contacts', 'contacts.jsonl'],
      1,
      'sopwright: bad.yaml cannot run:\nbad.yaml:8:',
    ],
    [['simulate', 'good.yaml', '--contacts', 'broken.yaml'], 1, 'broken.yaml:2:1 error Not YAML: '],
    [
      ['simulate', 'good.yaml', '--contacts', 'rows.json', '--map', 'bad.map.yaml'],
      1,
      'bad.map.yaml:3:6 error map facts.a: ',
    ],
    [['dance'], 2, "unknown command 'dance'"],
  ])('%j is told in plain words, without a stack', (args, status, message) => {
    const result = sopwright(...args);
    expect(result.error).toContain(message);
    expect(result.error).not.toMatch(/^\s+at /m);
    expect(result.status).toBe(status);
  });
});
