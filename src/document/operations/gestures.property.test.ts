import { describe, expect, test } from 'vitest';
import { gestureTrial } from '../../testing/gesture-trial.ts';
import { hostileStyles } from '../../testing/hostile-styles.ts';

/** `SOPWRIGHT_SEQUENCES=10000` for a long run, `SOPWRIGHT_SEED=…` to begin elsewhere or to repeat one. */
const sequences = Number(process.env['SOPWRIGHT_SEQUENCES'] ?? 2000);
const firstSeed = Number(process.env['SOPWRIGHT_SEED'] ?? 1);
const gesturesInASequence = 6;

describe('random gestures on hostile texts', () => {
  test('there are at least 30 styles', () => {
    expect(new Set(hostileStyles.map((style) => style.name)).size).toBeGreaterThanOrEqual(30);
  });

  test(
    `${sequences} sequences: each gesture says what the oracle says, keeps other entries’ bytes, and can be undone`,
    { timeout: 60_000 + sequences * 100 },
    () => {
      let gestures = 0;
      let withAliases = 0;
      const refusals: string[] = [];
      for (let count = 0; count < sequences; count += 1) {
        const seed = firstSeed + count;
        const style = hostileStyles[seed % hostileStyles.length];
        if (!style) continue;
        const result = gestureTrial(seed, style, gesturesInASequence);
        if (style.anchors) withAliases += result.gestures;
        else gestures += result.gestures;
        refusals.push(...result.refusals);
      }
      const outside = refusals.filter((refusal) => !refusal.startsWith('alias'));
      const rate = outside.length / gestures;
      console.info(
        `seeds ${firstSeed}–${firstSeed + sequences - 1}, ${hostileStyles.length} styles: ${gestures} gestures, ` +
          `${outside.length} refused (${(rate * 100).toFixed(2)} %); with aliases ${withAliases} gestures, ` +
          `${refusals.length - outside.length} refused`,
      );
      expect(rate, outside.join('\n')).toBeLessThanOrEqual(0.05);
    },
  );
});
