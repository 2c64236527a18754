import { Bench } from 'tinybench';
import { bigProcedure } from '../testing/big-procedure.ts';
import { parseDocument } from './parse.ts';

// Milliseconds from a keystroke to the document: YAML, model, conditions and rules. Each parse builds on the one
// before, as it does while someone types.
const places = [
  ['in a text', 'Your order'],
  ['in a condition', 'when: order'],
  ['in a step id', '\n  s'],
] as const;

for (const size of [50, 200, 500, 2_000]) {
  const text = bigProcedure(size);
  const bench = new Bench({ name: `${size} steps`, time: 500, warmupTime: 200 });
  bench.add('from nothing', () => {
    parseDocument(text);
  });
  for (const [name, mark] of places) {
    const at = text.indexOf(mark, text.length / 2) + mark.length;
    const typed = `${text.slice(0, at)}x${text.slice(at)}`;
    let document = parseDocument(text);
    bench.add(`keystroke ${name}`, () => {
      document = parseDocument(document.text === text ? typed : text, document);
    });
  }
  await bench.run();
  console.log(bench.name);
  console.table(
    bench.tasks.map(({ name, result }) => {
      if (!('latency' in result)) return { name };
      const { p50, p99 } = result.latency;
      return { name, 'median ms': Number(p50.toFixed(2)), '99th ms': Number(p99.toFixed(2)) };
    }),
  );
}
