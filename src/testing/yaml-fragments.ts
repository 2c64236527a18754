import type { SeededRandom } from './seeded-random.ts';

const fragments = [
  'a: 1\n',
  'b:\n',
  '  c: x\n',
  '  d:\n',
  '    e: "q"\n',
  '    - i\n',
  '  - j\n',
  '- k\n',
  '# c\n',
  '  # c\n',
  '\n',
  '   \n',
  '  f: |\n',
  '  g: >-\n',
  '     text\n',
  '    text\n',
  '\ttab\n',
  '  h: {x: 1,\n',
  '  }\n',
  '    y: 2}\n',
  '  i: "open\n',
  '    close"\n',
  '  close2"\n',
  "  j: 'x''y'\n",
  '? k\n',
  ': v\n',
  '  ? kk\n',
  '  : vv\n',
  'm: [\n',
  ']\n',
  '---\n',
  '...\n',
  '  l: !!str 1\n',
  'steps:\n',
  'steps: # c\n',
  'steps: {}\n',
  '"q": 1\n',
  "'s': 2\n",
  'a: 2\n',
  '  c: y\n',
  '  n: |2\n',
  '      z\n',
  '  o: |+\n',
  'é: ☃\n',
  '  p: a b\n',
  '    cont\n',
  '  x',
  'y: z',
  'r:   \t1\n',
  '  -k: 1\n',
  '  t: a # b\n',
  '   odd: 1\n',
  ' lo: 1\n',
  '  u: {a: {b: [\n',
  '  ]}}\n',
  '}}\n',
  '<<: 1\n',
  '1: 2\n',
  '  true: 2\n',
  '%x\n',
  '\ufeff',
  '\r\n',
  '\r',
  '  @a: 1\n',
  '  `: 1\n',
  '  a b c\n',
  '  - x: 1\n',
  '    y: 2\n',
  '  v: &a x\n',
  '  w: *a\n',
  '  z: !t x\n',
  '__proto__: 1\n',
  'steps:',
  '  k:',
  '\u2028',
  '\u0000',
];
const slips = [
  ':',
  ' ',
  '"',
  "'",
  '{',
  '}',
  '[',
  '\n',
  '\t',
  'x',
  '-',
  '#',
  '&',
  '*',
  '|',
  '?',
  '  ',
  ': ',
  '\r',
];

/** Texts that are half YAML. */
export function randomYaml(random: SeededRandom): string {
  const most = random.chance(0.5) ? 6 : 16;
  const text = Array.from({ length: 1 + random.below(most) }, () => random.pick(fragments)).join('');
  return random.chance(0.2) ? text.replaceAll('\n', '\r\n') : text;
}

/** What typing, pasting and deleting do to a text. */
export function mutated(text: string, random: SeededRandom): string {
  let result = text;
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(result.length + 1);
    const gone = random.chance(0.5) ? 0 : random.below(random.chance(0.2) ? 80 : 8);
    const inserted = random.chance(0.3)
      ? random.pick(fragments)
      : random.chance(0.8)
        ? random.pick(slips)
        : '';
    result = result.slice(0, at) + inserted + result.slice(at + gone);
  }
  return result;
}
