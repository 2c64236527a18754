import { describe, expect, it } from 'vitest';
import { parseDuration, parseTimestamp, printDuration, printTimestamp, timestampField } from './time.ts';

function hour(text: string): number | undefined {
  const timestamp = parseTimestamp(text);
  return timestamp && timestampField(timestamp, 'getHours', 'Europe/Vienna');
}

describe('timestamps', () => {
  it.each([
    ['2026-03-01T14:30:00Z', '2026-03-01T14:30:00Z'],
    ['2026-03-01T14:30:00.120+02:00', '2026-03-01T12:30:00.12Z'],
    ['0001-01-01T00:00:00.000000001Z', '0001-01-01T00:00:00.000000001Z'],
    ['1969-12-31T23:59:59.5Z', '1969-12-31T23:59:59.5Z'],
  ])('reads %s', (text, printed) => {
    const timestamp = parseTimestamp(text);
    expect(timestamp && printTimestamp(timestamp)).toBe(printed);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01 14:30',
    '2026-03-01T14:30:00',
    '0000-01-01T00:00:00Z',
    '10000-01-01T00:00:00Z',
  ])('refuses %s', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });

  it('knows summer time', () => {
    expect([hour('2026-03-29T00:59:59Z'), hour('2026-03-29T01:00:00Z')]).toEqual([1, 3]);
    expect([hour('2026-10-25T00:59:59Z'), hour('2026-10-25T01:00:00Z')]).toEqual([2, 2]);
  });
});

describe('durations', () => {
  it.each([
    ['90s', '90s'],
    ['1h30m', '5400s'],
    ['-1.5h', '-5400s'],
    ['30d', '2592000s'],
    ['1.5ms', '0.0015s'],
    ['0', '0s'],
  ])('reads %s', (text, printed) => {
    const duration = parseDuration(text);
    expect(duration && printDuration(duration)).toBe(printed);
  });

  it.each(['', '-', '1', '1x', 's', '1h 30m', '400000d'])('refuses %s', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
