import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSaver } from './saver.ts';
import type { SaverBatch } from './saver.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A disk that answers when it is told to. */
function disk() {
  const waiting: { batch: SaverBatch; done: () => void; fail: () => void }[] = [];
  const told: Uint8Array[] = [];
  const saver = createSaver({
    write: (batch) =>
      new Promise<void>((resolve, reject) =>
        waiting.push({ batch, done: resolve, fail: () => reject(new Error('disk full')) }),
      ),
    tell: (update) => void told.push(update),
    changed: () => undefined,
  });
  const answer = async (how: 'done' | 'fail' = 'done'): Promise<SaverBatch | undefined> => {
    const first = waiting.shift();
    first?.[how]();
    await vi.advanceTimersByTimeAsync(0);
    return first?.batch;
  };
  return { saver, told, waiting, answer };
}

const update = (byte: number) => new Uint8Array([byte]);

test('"saved" is said only after the disk answered', async () => {
  const { saver, answer } = disk();
  saver.share(update(1));
  expect(saver.state()).toBe('saving');
  await vi.advanceTimersByTimeAsync(5000);
  expect(saver.state()).toBe('saving');
  await answer();
  await vi.advanceTimersByTimeAsync(200);
  expect(saver.state()).toBe('saved');
});

test('others are told what is on disk already', async () => {
  const { saver, told, answer } = disk();
  saver.share(update(1));
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toHaveLength(0);
  await answer();
  expect(told).toEqual([update(1)]);
});

test('a closing page tells at once, and only once', async () => {
  const { saver, told, answer } = disk();
  saver.share(update(1));
  saver.hurry();
  expect(told).toEqual([update(1)]);
  await answer();
  expect(told).toHaveLength(1);
});

test('what is shared a frame later is not written as held first', async () => {
  const { saver, answer, waiting } = disk();
  saver.hold(update(1));
  await vi.advanceTimersByTimeAsync(16);
  saver.share(update(1));
  const batch = await answer();
  expect(batch).toEqual({ shared: [update(1)], held: [], clearHeld: true });
  expect(waiting).toHaveLength(0);
});

test('what stays held is written after a moment', async () => {
  const { saver, answer } = disk();
  saver.hold(update(1));
  await vi.advanceTimersByTimeAsync(100);
  expect(await answer()).toEqual({ shared: [], held: [update(1)], clearHeld: false });
});

test('what is held while a batch is being written is in the next one', async () => {
  const { saver, answer } = disk();
  saver.share(update(1));
  await vi.advanceTimersByTimeAsync(0);
  saver.hold(update(2));
  await answer();
  expect(await answer()).toEqual({ shared: [], held: [update(2)], clearHeld: false });
});

test('a failed write is said, kept and tried again', async () => {
  const { saver, told, answer } = disk();
  saver.share(update(7));
  const saved = saver.saved();
  const refused = expect(saved).rejects.toThrow('disk full');
  await answer('fail');
  await refused;
  expect(saver.state()).toBe('failed');
  expect(told).toEqual([update(7)]);
  await vi.advanceTimersByTimeAsync(2500);
  expect(await answer()).toMatchObject({ shared: [update(7)], clearHeld: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(saver.state()).toBe('saved');
});
